-- A sample may be ended although a coder is not done, for people leave.

ALTER TABLE coding_sample ADD COLUMN ended_by VARCHAR(200);
ALTER TABLE coding_sample ADD COLUMN ended_at TIMESTAMP WITH TIME ZONE;
COMMENT ON COLUMN coding_sample.ended_by IS 'Who ended it before both were done; what both coded by then is compared';
