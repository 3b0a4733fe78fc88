-- Every version of what a video, a file or a link is; attempts stay on the one they began with.
CREATE TABLE media_content (
    id               ${uuid}      NOT NULL PRIMARY KEY,
    activity_id      ${uuid}      NOT NULL,
    version          INTEGER      NOT NULL,
    kind             VARCHAR(20)  NOT NULL,
    hash             VARCHAR(64),
    bytes            BIGINT,
    file_name        VARCHAR(255),
    media_type       VARCHAR(100),
    duration_millis  BIGINT,
    required_percent INTEGER,
    address          VARCHAR(2000),
    done_by          VARCHAR(20),
    note             VARCHAR(2000),
    written          ${instant}   NOT NULL,
    written_by       ${uuid},
    CONSTRAINT media_content_version UNIQUE (activity_id, version)
);

-- Captions belong to a version of a video and may come later: they change nothing that counts.
CREATE TABLE media_caption (
    content_id    ${uuid}     NOT NULL REFERENCES media_content (id) ON DELETE CASCADE,
    language_code VARCHAR(20) NOT NULL,
    hash          VARCHAR(64) NOT NULL,
    bytes         BIGINT      NOT NULL,
    PRIMARY KEY (content_id, language_code)
);

-- What of a video was seen in an attempt.
CREATE TABLE media_watching (
    attempt_id    ${uuid}    NOT NULL PRIMARY KEY,
    spans         ${text}    NOT NULL,
    place_millis  BIGINT     NOT NULL,
    credit_millis BIGINT     NOT NULL,
    steps         INTEGER    NOT NULL,
    completed     ${boolean} NOT NULL,
    changed       ${instant} NOT NULL,
    turn          BIGINT     NOT NULL
);
