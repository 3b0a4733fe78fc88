CREATE TABLE kernel_outbox (
    id ${uuid} NOT NULL PRIMARY KEY,
    pos BIGINT,
    type VARCHAR(200) NOT NULL,
    type_version INTEGER NOT NULL,
    subject_kind VARCHAR(100) NOT NULL,
    subject_id ${uuid} NOT NULL,
    actor_kind VARCHAR(20) NOT NULL,
    actor_id ${uuid},
    actor_detail VARCHAR(200),
    on_behalf_of ${uuid},
    occurred ${instant} NOT NULL,
    recorded ${instant} NOT NULL,
    correlation VARCHAR(36) NOT NULL,
    plugin VARCHAR(100) NOT NULL,
    plugin_version VARCHAR(60) NOT NULL,
    payload ${text} NOT NULL
);

CREATE INDEX kernel_outbox_pos ON kernel_outbox (pos);
CREATE INDEX kernel_outbox_type ON kernel_outbox (type, pos);

CREATE TABLE kernel_cursor (
    listener VARCHAR(200) NOT NULL PRIMARY KEY,
    pos BIGINT NOT NULL
);

CREATE TABLE kernel_audit (
    id ${uuid} NOT NULL PRIMARY KEY,
    pos BIGINT,
    what VARCHAR(200) NOT NULL,
    subject_kind VARCHAR(100) NOT NULL,
    subject_id ${uuid} NOT NULL,
    actor_kind VARCHAR(20) NOT NULL,
    actor_id ${uuid},
    on_behalf_of ${uuid},
    valid_at ${instant} NOT NULL,
    recorded ${instant} NOT NULL,
    plugin VARCHAR(100) NOT NULL,
    plugin_version VARCHAR(60) NOT NULL,
    words_digest VARCHAR(64) NOT NULL,
    chain VARCHAR(64)
);

CREATE INDEX kernel_audit_pos ON kernel_audit (pos);
CREATE INDEX kernel_audit_latest ON kernel_audit (pos DESC);
CREATE INDEX kernel_audit_subject ON kernel_audit (subject_id, pos);

-- What may be personal: its digest is in the chain, so that a row here can be blanked without breaking it.
CREATE TABLE kernel_audit_words (
    audit_id ${uuid} NOT NULL PRIMARY KEY,
    salt VARCHAR(64) NOT NULL,
    subject_name VARCHAR(500) NOT NULL,
    subject_key VARCHAR(500) ${bytewise} NOT NULL,
    actor_name VARCHAR(500) NOT NULL,
    actor_key VARCHAR(500) ${bytewise} NOT NULL,
    reason VARCHAR(2000),
    changes ${text} NOT NULL,
    erased ${instant}
);

CREATE INDEX kernel_audit_words_subject ON kernel_audit_words (subject_key);
CREATE INDEX kernel_audit_words_actor ON kernel_audit_words (actor_key);

CREATE TABLE kernel_sequence (
    name VARCHAR(20) NOT NULL PRIMARY KEY,
    pos BIGINT NOT NULL,
    chain VARCHAR(64) NOT NULL
);

INSERT INTO kernel_sequence (name, pos, chain) VALUES ('outbox', 0, '');
INSERT INTO kernel_sequence (name, pos, chain) VALUES ('audit', 0, '');

CREATE TABLE kernel_lease (
    name VARCHAR(40) NOT NULL PRIMARY KEY,
    node VARCHAR(200) NOT NULL,
    beat BIGINT NOT NULL
);
