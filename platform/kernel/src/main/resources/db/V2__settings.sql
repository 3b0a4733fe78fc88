CREATE TABLE kernel_setting (
    pid VARCHAR(200) NOT NULL,
    name VARCHAR(200) NOT NULL,
    setting ${text} NOT NULL,
    secret ${boolean} NOT NULL,
    changed ${instant} NOT NULL,
    PRIMARY KEY (pid, name)
);
