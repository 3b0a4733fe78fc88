CREATE TABLE kernel_plugin (
    id VARCHAR(31) NOT NULL PRIMARY KEY,
    version VARCHAR(50) NOT NULL,
    wished VARCHAR(3) NOT NULL,
    source VARCHAR(10) NOT NULL,
    file_name VARCHAR(200) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    generation BIGINT NOT NULL,
    changed ${instant} NOT NULL
);

CREATE TABLE kernel_plugin_change (
    id ${uuid} NOT NULL PRIMARY KEY,
    change_id ${uuid} NOT NULL,
    plugin VARCHAR(31) NOT NULL,
    kind VARCHAR(10) NOT NULL,
    step VARCHAR(20) NOT NULL,
    from_version VARCHAR(50),
    to_version VARCHAR(50),
    detail VARCHAR(1000),
    recorded ${instant} NOT NULL
);

CREATE INDEX kernel_plugin_change_steps ON kernel_plugin_change (change_id, recorded);

CREATE TABLE kernel_plugin_usage (
    plugin VARCHAR(31) NOT NULL,
    place INTEGER NOT NULL,
    amount BIGINT NOT NULL,
    text_key VARCHAR(200) NOT NULL,
    text_args VARCHAR(1000) NOT NULL,
    PRIMARY KEY (plugin, place)
);
