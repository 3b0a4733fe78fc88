DROP VIEW notes_v1_note;
