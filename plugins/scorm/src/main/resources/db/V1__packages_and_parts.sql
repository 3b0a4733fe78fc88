CREATE TABLE scorm_package (
    id          ${uuid}      NOT NULL PRIMARY KEY,
    activity_id ${uuid}      NOT NULL,
    number      INTEGER      NOT NULL,
    file_set_id ${uuid}      NOT NULL,
    edition     VARCHAR(20)  NOT NULL,
    title       VARCHAR(500) NOT NULL,
    parts       INTEGER      NOT NULL,
    created     ${instant}   NOT NULL,
    version     BIGINT       NOT NULL
);
CREATE UNIQUE INDEX scorm_package_number ON scorm_package (activity_id, number);

CREATE TABLE scorm_attempt (
    id         ${uuid}     NOT NULL PRIMARY KEY,
    package_id ${uuid}     NOT NULL,
    completion VARCHAR(20) NOT NULL,
    success    VARCHAR(20) NOT NULL,
    score      DOUBLE PRECISION,
    progress   DOUBLE PRECISION NOT NULL,
    version    BIGINT      NOT NULL
);
CREATE INDEX scorm_attempt_package ON scorm_attempt (package_id);

CREATE TABLE scorm_part (
    id           ${uuid}      NOT NULL PRIMARY KEY,
    attempt_id   ${uuid}      NOT NULL,
    item         VARCHAR(255) NOT NULL,
    openings     INTEGER      NOT NULL,
    commits      INTEGER      NOT NULL,
    cmi          ${text},
    resumable    ${boolean}   NOT NULL,
    completion   VARCHAR(20)  NOT NULL,
    success      VARCHAR(20)  NOT NULL,
    score        DOUBLE PRECISION,
    progress     DOUBLE PRECISION NOT NULL,
    earlier_time DOUBLE PRECISION NOT NULL,
    session_time DOUBLE PRECISION NOT NULL,
    changed      ${instant}   NOT NULL,
    version      BIGINT       NOT NULL
);
CREATE UNIQUE INDEX scorm_part_item ON scorm_part (attempt_id, item);
