CREATE TABLE notes_counter (
    name VARCHAR(20) NOT NULL PRIMARY KEY,
    amount INTEGER NOT NULL
);
INSERT INTO notes_counter (name, amount) VALUES ('one', 0);
INSERT INTO notes_counter (name, amount) VALUES ('two', 0);
CREATE VIEW notes_v1_note AS SELECT id, title, written FROM notes_note;
