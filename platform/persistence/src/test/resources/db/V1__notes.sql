CREATE TABLE notes_note (
    id ${uuid} NOT NULL PRIMARY KEY,
    title VARCHAR(200) ${bytewise} NOT NULL,
    body ${text},
    written ${instant} NOT NULL,
    properties ${json},
    picture ${blob},
    pinned ${boolean} NOT NULL,
    seen ${instant},
    author ${uuid},
    version BIGINT NOT NULL
);
CREATE UNIQUE INDEX notes_note_title ON notes_note (title);
