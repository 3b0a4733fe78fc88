CREATE TABLE kernel_file_set (
    id ${uuid} NOT NULL PRIMARY KEY,
    name VARCHAR(300) NOT NULL,
    created ${instant} NOT NULL
);

CREATE TABLE kernel_file_set_entry (
    set_id ${uuid} NOT NULL REFERENCES kernel_file_set (id) ON DELETE CASCADE,
    nr INTEGER NOT NULL,
    path VARCHAR(1000) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    bytes BIGINT NOT NULL,
    PRIMARY KEY (set_id, nr)
);

CREATE INDEX kernel_file_set_entry_hash ON kernel_file_set_entry (hash);
