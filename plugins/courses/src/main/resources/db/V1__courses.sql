CREATE TABLE courses_course (
    id            ${uuid}       NOT NULL PRIMARY KEY,
    title         VARCHAR(300)  NOT NULL,
    title_folded  VARCHAR(300)  ${bytewise} NOT NULL,
    summary       VARCHAR(2000) NOT NULL,
    description   ${text},
    state         VARCHAR(20)   NOT NULL,
    version       INTEGER       NOT NULL,
    seed          BIGINT        NOT NULL,
    created       ${instant}    NOT NULL,
    changed       ${instant}    NOT NULL,
    binned        ${instant},
    row_version   BIGINT        NOT NULL
);
CREATE INDEX courses_course_title ON courses_course (title_folded, id);

CREATE TABLE courses_section (
    id         ${uuid}      NOT NULL PRIMARY KEY,
    course_id  ${uuid}      NOT NULL,
    title      VARCHAR(300) NOT NULL,
    place      INTEGER      NOT NULL
);
CREATE INDEX courses_section_course ON courses_section (course_id, place);

-- A removed activity stays as a row: evidence of it is kept elsewhere and refers to it.
CREATE TABLE courses_activity (
    id             ${uuid}      NOT NULL PRIMARY KEY,
    course_id      ${uuid}      NOT NULL,
    section_id     ${uuid}      NOT NULL,
    activity_type  VARCHAR(40)  NOT NULL,
    title          VARCHAR(300) NOT NULL,
    place          INTEGER      NOT NULL,
    required       ${boolean}   NOT NULL,
    removed        ${instant}
);
CREATE INDEX courses_activity_course ON courses_activity (course_id, place);
CREATE INDEX courses_activity_type ON courses_activity (activity_type);
