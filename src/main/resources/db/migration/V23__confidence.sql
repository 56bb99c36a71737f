ALTER TABLE passage ADD COLUMN confidence INT;
COMMENT ON COLUMN passage.confidence IS '0 to 100, how sure OCR is of the least sure paragraph of the passage; empty where it was not read by OCR';
