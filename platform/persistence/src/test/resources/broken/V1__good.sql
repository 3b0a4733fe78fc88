CREATE TABLE broken_good (id ${uuid} NOT NULL PRIMARY KEY);
