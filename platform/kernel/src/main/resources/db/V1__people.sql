CREATE TABLE kernel_user (
    id ${uuid} NOT NULL PRIMARY KEY,
    username VARCHAR(100) NOT NULL,
    username_key VARCHAR(200) NOT NULL,
    email VARCHAR(254) NOT NULL,
    email_key VARCHAR(508) NOT NULL,
    first_name VARCHAR(100) NOT NULL,
    last_name VARCHAR(100) NOT NULL,
    sort_key VARCHAR(450) ${bytewise} NOT NULL,
    avatar VARCHAR(64),
    status VARCHAR(20) NOT NULL,
    generation BIGINT NOT NULL,
    last_seen ${instant},
    created ${instant} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT kernel_user_username UNIQUE (username_key),
    CONSTRAINT kernel_user_email UNIQUE (email_key)
);

CREATE INDEX kernel_user_sort ON kernel_user (sort_key, id);

CREATE TABLE kernel_user_word (
    word VARCHAR(200) ${bytewise} NOT NULL,
    user_id ${uuid} NOT NULL REFERENCES kernel_user (id) ON DELETE CASCADE,
    PRIMARY KEY (word, user_id)
);

CREATE TABLE kernel_credential (
    user_id ${uuid} NOT NULL PRIMARY KEY REFERENCES kernel_user (id) ON DELETE CASCADE,
    hash VARCHAR(300) NOT NULL,
    changed ${instant} NOT NULL
);

CREATE TABLE kernel_token (
    id ${uuid} NOT NULL PRIMARY KEY,
    user_id ${uuid} NOT NULL REFERENCES kernel_user (id) ON DELETE CASCADE,
    label VARCHAR(200) NOT NULL,
    hash VARCHAR(64) NOT NULL,
    created ${instant} NOT NULL,
    CONSTRAINT kernel_token_hash UNIQUE (hash)
);

CREATE TABLE kernel_lockout (
    id VARCHAR(64) NOT NULL PRIMARY KEY,
    failures INTEGER NOT NULL,
    last_failure ${instant} NOT NULL,
    locked_until ${instant} NOT NULL
);

CREATE TABLE kernel_org_unit (
    id ${uuid} NOT NULL PRIMARY KEY,
    name VARCHAR(200) NOT NULL,
    parent_id ${uuid} REFERENCES kernel_org_unit (id),
    deleted ${instant},
    version BIGINT NOT NULL
);

CREATE TABLE kernel_org_closure (
    ancestor_id ${uuid} NOT NULL REFERENCES kernel_org_unit (id),
    descendant_id ${uuid} NOT NULL REFERENCES kernel_org_unit (id),
    depth INTEGER NOT NULL,
    PRIMARY KEY (ancestor_id, descendant_id)
);

CREATE INDEX kernel_org_closure_up ON kernel_org_closure (descendant_id, ancestor_id);

CREATE TABLE kernel_membership (
    id ${uuid} NOT NULL PRIMARY KEY,
    user_id ${uuid} NOT NULL REFERENCES kernel_user (id),
    unit_id ${uuid} NOT NULL REFERENCES kernel_org_unit (id),
    valid_from ${instant} NOT NULL,
    valid_to ${instant}
);

CREATE INDEX kernel_membership_person ON kernel_membership (user_id, valid_from);
CREATE INDEX kernel_membership_people ON kernel_membership (unit_id, user_id);

CREATE TABLE kernel_role (
    id ${uuid} NOT NULL PRIMARY KEY,
    role_key VARCHAR(200) NOT NULL,
    name VARCHAR(200),
    name_key VARCHAR(200),
    suggested ${boolean} NOT NULL,
    version BIGINT NOT NULL,
    CONSTRAINT kernel_role_role_key UNIQUE (role_key)
);

CREATE TABLE kernel_role_permission (
    role_id ${uuid} NOT NULL REFERENCES kernel_role (id) ON DELETE CASCADE,
    permission VARCHAR(200) NOT NULL,
    PRIMARY KEY (role_id, permission)
);

CREATE TABLE kernel_role_suggestion (
    role_id ${uuid} NOT NULL REFERENCES kernel_role (id) ON DELETE CASCADE,
    permission VARCHAR(200) NOT NULL,
    PRIMARY KEY (role_id, permission)
);

CREATE TABLE kernel_grant (
    id ${uuid} NOT NULL PRIMARY KEY,
    user_id ${uuid} NOT NULL REFERENCES kernel_user (id),
    role_id ${uuid} NOT NULL REFERENCES kernel_role (id),
    scope_type VARCHAR(100) NOT NULL,
    scope_id ${uuid},
    valid_from ${instant} NOT NULL,
    valid_to ${instant},
    granted_by ${uuid}
);

CREATE TABLE kernel_latch (
    name VARCHAR(100) NOT NULL PRIMARY KEY,
    turns BIGINT NOT NULL
);

INSERT INTO kernel_latch (name, turns) VALUES ('units', 0);
INSERT INTO kernel_latch (name, turns) VALUES ('administrators', 0);

CREATE VIEW kernel_v1_user (id, username, first_name, last_name, sort_key, avatar, status) AS
    SELECT id, username, first_name, last_name, sort_key, avatar, status FROM kernel_user;
