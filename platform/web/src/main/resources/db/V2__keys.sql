-- What addresses of files are signed with.
CREATE TABLE web_key (
    purpose VARCHAR(20) NOT NULL,
    secret VARCHAR(100) NOT NULL,
    created ${instant} NOT NULL,
    CONSTRAINT web_key_pk PRIMARY KEY (purpose)
);
