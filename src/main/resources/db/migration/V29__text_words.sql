-- How long texts are, of which so many words are a country's own.

CREATE TABLE text_words (
    extraction_id BIGINT PRIMARY KEY REFERENCES extraction (id),
    call_id       BIGINT NOT NULL    REFERENCES call (id),
    words         INT    NOT NULL
);
COMMENT ON TABLE text_words IS 'How many words the passages of a text in force have, counted when it was looked at what is borrowed; made anew with the table borrowed';
