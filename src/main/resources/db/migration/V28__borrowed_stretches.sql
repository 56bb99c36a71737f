-- Where in a passage the words stand that are not the country's own.

ALTER TABLE borrowed ADD COLUMN stretches VARCHAR DEFAULT '' NOT NULL;
COMMENT ON COLUMN borrowed.stretches IS 'offsets in the text of the passage, UTF-16 code units, each from-to, with commas between; without what only one other country says';
