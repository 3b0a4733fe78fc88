-- A picture by the hash of its largest size; what was uploaded is not kept.
CREATE TABLE kernel_picture (
    hash       VARCHAR(64) ${bytewise} NOT NULL PRIMARY KEY,
    width      INTEGER   NOT NULL,
    height     INTEGER   NOT NULL,
    created    ${instant} NOT NULL,
    created_by ${uuid}
);

CREATE TABLE kernel_picture_size (
    picture    VARCHAR(64) ${bytewise} NOT NULL REFERENCES kernel_picture (hash) ON DELETE CASCADE,
    width      INTEGER     NOT NULL,
    height     INTEGER     NOT NULL,
    hash       VARCHAR(64) ${bytewise} NOT NULL,
    bytes      BIGINT      NOT NULL,
    media_type VARCHAR(40) NOT NULL,
    PRIMARY KEY (picture, width)
);

-- Who has one of these permissions may see it.
CREATE TABLE kernel_picture_viewer (
    picture    VARCHAR(64) ${bytewise} NOT NULL REFERENCES kernel_picture (hash) ON DELETE CASCADE,
    permission VARCHAR(120) NOT NULL,
    PRIMARY KEY (picture, permission)
);
