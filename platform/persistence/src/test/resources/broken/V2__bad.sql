CREATE TABLE broken_half (id ${uuid} NOT NULL PRIMARY KEY);
INSERT INTO nobody_knows_this VALUES (1);
