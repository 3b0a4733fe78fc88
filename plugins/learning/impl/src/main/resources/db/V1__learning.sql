-- What is known of everything that can be learned, kept for the time its owner is away.
CREATE TABLE learning_learnable (
    id            ${uuid}       NOT NULL PRIMARY KEY,
    kind          VARCHAR(40)   NOT NULL,
    version       INTEGER       NOT NULL,
    title         VARCHAR(300)  NOT NULL,
    title_folded  VARCHAR(300)  ${bytewise} NOT NULL,
    summary       VARCHAR(2000) NOT NULL,
    state         VARCHAR(20)   NOT NULL,
    seed          BIGINT        NOT NULL,
    projected     ${instant}    NOT NULL
);
CREATE INDEX learning_learnable_title ON learning_learnable (state, title_folded, id);

CREATE TABLE learning_run (
    id            ${uuid}    NOT NULL PRIMARY KEY,
    learnable_id  ${uuid}    NOT NULL,
    default_of    ${uuid},
    created       ${instant} NOT NULL,
    CONSTRAINT learning_run_default UNIQUE (default_of)
);
CREATE INDEX learning_run_learnable ON learning_run (learnable_id);

CREATE TABLE learning_enrolment (
    id                  ${uuid}          NOT NULL PRIMARY KEY,
    user_id             ${uuid}          NOT NULL,
    learnable_id        ${uuid}          NOT NULL,
    kind                VARCHAR(40)      NOT NULL,
    run_id              ${uuid}          NOT NULL,
    cycle               INTEGER          NOT NULL,
    status              VARCHAR(20)      NOT NULL,
    live_key            VARCHAR(80),
    enrolled            ${instant}       NOT NULL,
    started             ${instant},
    last_seen           ${instant},
    touched             ${instant}       NOT NULL,
    completed           ${instant},
    completed_recorded  ${instant},
    progress            DOUBLE PRECISION NOT NULL,
    score               DOUBLE PRECISION,
    last_activity       ${uuid},
    judge_due           INTEGER          NOT NULL,
    row_version         BIGINT           NOT NULL,
    CONSTRAINT learning_enrolment_cycle UNIQUE (user_id, run_id, cycle),
    CONSTRAINT learning_enrolment_live UNIQUE (live_key)
);
CREATE INDEX learning_enrolment_user ON learning_enrolment (user_id, touched);
CREATE INDEX learning_enrolment_learnable ON learning_enrolment (learnable_id, id);
CREATE INDEX learning_enrolment_due ON learning_enrolment (judge_due);

CREATE TABLE learning_enrolment_source (
    id            ${uuid}     NOT NULL PRIMARY KEY,
    enrolment_id  ${uuid}     NOT NULL,
    source        VARCHAR(20) NOT NULL,
    valid_from    ${instant}  NOT NULL,
    valid_to      ${instant}
);
CREATE INDEX learning_source_enrolment ON learning_enrolment_source (enrolment_id);

CREATE TABLE learning_attempt (
    id              ${uuid}     NOT NULL PRIMARY KEY,
    enrolment_id    ${uuid}     NOT NULL,
    user_id         ${uuid}     NOT NULL,
    learnable_id    ${uuid}     NOT NULL,
    activity_id     ${uuid}     NOT NULL,
    activity_type   VARCHAR(40) NOT NULL,
    attempt_number  INTEGER     NOT NULL,
    content_version INTEGER     NOT NULL,
    started         ${instant}  NOT NULL,
    ended           ${instant},
    open_key        VARCHAR(80),
    row_version     BIGINT      NOT NULL,
    CONSTRAINT learning_attempt_number UNIQUE (enrolment_id, activity_id, attempt_number),
    CONSTRAINT learning_attempt_open UNIQUE (open_key)
);
CREATE INDEX learning_attempt_activity ON learning_attempt (activity_id);

-- Only ever added to.
CREATE TABLE learning_evidence (
    id            ${uuid}      NOT NULL PRIMARY KEY,
    attempt_id    ${uuid}      NOT NULL,
    enrolment_id  ${uuid}      NOT NULL,
    activity_id   ${uuid}      NOT NULL,
    seq           INTEGER      NOT NULL,
    happened      ${instant}   NOT NULL,
    recorded      ${instant}   NOT NULL,
    actor_kind    VARCHAR(20)  NOT NULL,
    actor_id      VARCHAR(60),
    on_behalf_of  ${uuid},
    reported_by   VARCHAR(100) NOT NULL,
    completion    VARCHAR(20)  NOT NULL,
    success       VARCHAR(20)  NOT NULL,
    score         DOUBLE PRECISION,
    progress      DOUBLE PRECISION,
    detail        VARCHAR(2000),
    CONSTRAINT learning_evidence_seq UNIQUE (enrolment_id, activity_id, seq)
);
CREATE INDEX learning_evidence_attempt ON learning_evidence (attempt_id);

CREATE TABLE learning_result (
    id            ${uuid}          NOT NULL PRIMARY KEY,
    enrolment_id  ${uuid}          NOT NULL,
    activity_id   ${uuid}          NOT NULL,
    activity_type VARCHAR(40)      NOT NULL,
    completion    VARCHAR(20)      NOT NULL,
    success       VARCHAR(20)      NOT NULL,
    score         DOUBLE PRECISION,
    progress      DOUBLE PRECISION NOT NULL,
    completed_at  ${instant},
    judged        ${instant}       NOT NULL,
    CONSTRAINT learning_result_activity UNIQUE (enrolment_id, activity_id)
);

-- One for each cycle, never changed: by which version of the criteria, when it was true, when it was recorded.
CREATE TABLE learning_completion (
    enrolment_id      ${uuid}    NOT NULL PRIMARY KEY,
    user_id           ${uuid}    NOT NULL,
    learnable_id      ${uuid}    NOT NULL,
    cycle             INTEGER    NOT NULL,
    learnable_version INTEGER    NOT NULL,
    completed         ${instant} NOT NULL,
    recorded          ${instant} NOT NULL,
    score             DOUBLE PRECISION
);
CREATE INDEX learning_completion_learnable ON learning_completion (learnable_id, completed);

CREATE VIEW learning_v1_enrolment AS
    SELECT id, user_id, learnable_id, run_id, cycle, status, enrolled, started, last_seen, completed, progress, score
    FROM learning_enrolment;
CREATE VIEW learning_v1_attempt AS
    SELECT id, enrolment_id, user_id, learnable_id, activity_id, activity_type, attempt_number, content_version,
           started, ended
    FROM learning_attempt;
CREATE VIEW learning_v1_result AS
    SELECT enrolment_id, activity_id, activity_type, completion, success, score, progress, completed_at
    FROM learning_result;
