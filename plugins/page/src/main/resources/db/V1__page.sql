-- Every version that was saved; attempts stay on the one they began with.
CREATE TABLE page_content (
    id           ${uuid}    NOT NULL PRIMARY KEY,
    activity_id  ${uuid}    NOT NULL,
    version      INTEGER    NOT NULL,
    markdown     ${text}    NOT NULL,
    written      ${instant} NOT NULL,
    written_by   ${uuid},
    CONSTRAINT page_content_version UNIQUE (activity_id, version)
);
