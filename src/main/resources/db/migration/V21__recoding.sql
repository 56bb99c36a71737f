-- What each text was coded with, so that a changed codebook or model finds what it has to code again.

CREATE TABLE coded_text (
    extraction_id    BIGINT PRIMARY KEY       REFERENCES extraction (id),
    call_id          BIGINT                   NOT NULL REFERENCES call (id),
    call_revision_id BIGINT                   NOT NULL REFERENCES call_revision (id),
    model            VARCHAR(20)              NOT NULL,
    coded_at         TIMESTAMP WITH TIME ZONE NOT NULL
);
COMMENT ON TABLE coded_text IS 'The codebook (as of which revision of the call) and the model that the passages of an extraction were coded with last, also where no code was found';
CREATE INDEX coded_text_version ON coded_text (call_id, call_revision_id, model);

INSERT INTO coded_text (extraction_id, call_id, call_revision_id, model, coded_at)
SELECT p.extraction_id, p.call_id, (SELECT MIN(r.id) FROM call_revision r WHERE r.call_id = p.call_id), '', CURRENT_TIMESTAMP
FROM passage p
GROUP BY p.extraction_id, p.call_id;
