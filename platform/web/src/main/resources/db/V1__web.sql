-- Answers of POST requests that carried an Idempotency-Key.
CREATE TABLE web_idempotency (
    actor VARCHAR(60) NOT NULL,
    idem_key VARCHAR(200) NOT NULL,
    fingerprint VARCHAR(64) NOT NULL,
    answer_status INTEGER NOT NULL,
    content_type VARCHAR(200),
    location VARCHAR(2000),
    etag VARCHAR(200),
    answer ${text},
    created ${instant} NOT NULL,
    CONSTRAINT web_idempotency_pk PRIMARY KEY (actor, idem_key)
);
CREATE INDEX web_idempotency_created ON web_idempotency (created);

-- What may be played by whom; a row begins as a one-time address and becomes a token when that is opened.
CREATE TABLE web_play (
    id ${uuid} NOT NULL,
    once_hash VARCHAR(64),
    token_hash VARCHAR(64),
    file_set_id ${uuid} NOT NULL,
    handler VARCHAR(60) NOT NULL,
    user_id ${uuid} NOT NULL,
    created ${instant} NOT NULL,
    last_used ${instant} NOT NULL,
    expires ${instant} NOT NULL,
    CONSTRAINT web_play_pk PRIMARY KEY (id)
);
CREATE INDEX web_play_once ON web_play (once_hash);
CREATE INDEX web_play_token ON web_play (token_hash);
CREATE INDEX web_play_expires ON web_play (expires);

CREATE TABLE web_play_context (
    play_id ${uuid} NOT NULL,
    entry_key VARCHAR(60) NOT NULL,
    entry_value VARCHAR(400) NOT NULL,
    CONSTRAINT web_play_context_pk PRIMARY KEY (play_id, entry_key),
    CONSTRAINT web_play_context_fk FOREIGN KEY (play_id) REFERENCES web_play (id) ON DELETE CASCADE
);
CREATE INDEX web_play_context_entry ON web_play_context (entry_key, entry_value);
