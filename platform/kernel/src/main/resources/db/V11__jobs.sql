CREATE TABLE kernel_job (
    id ${uuid} NOT NULL PRIMARY KEY,
    job VARCHAR(200) NOT NULL,
    state VARCHAR(20) NOT NULL,
    progress DOUBLE PRECISION NOT NULL,
    message ${text},
    parameters ${text} NOT NULL,
    result ${text} NOT NULL,
    actor_kind VARCHAR(20) NOT NULL,
    actor_id ${uuid},
    actor_detail VARCHAR(200),
    on_behalf_of ${uuid},
    queued ${instant} NOT NULL,
    started ${instant},
    finished ${instant},
    attempts INTEGER NOT NULL,
    cancel_asked ${boolean} NOT NULL,
    node VARCHAR(200),
    claim ${uuid},
    beat BIGINT NOT NULL
);

CREATE INDEX kernel_job_state ON kernel_job (state, queued);
CREATE INDEX kernel_job_actor ON kernel_job (actor_id, queued);
CREATE INDEX kernel_job_finished ON kernel_job (finished);

CREATE TABLE kernel_job_schedule (
    job VARCHAR(200) NOT NULL PRIMARY KEY,
    due ${instant} NOT NULL
);
