ALTER TABLE extraction ADD COLUMN declared_pages INT;
COMMENT ON TABLE extraction IS 'The text of a part as one version of the extractor read it: blocks as JSON, never changed. pages were read; declared_pages is how many the file says it has, where not all could be read';
