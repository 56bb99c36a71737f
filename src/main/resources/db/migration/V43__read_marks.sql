-- Who has read which revision of a paper.

CREATE TABLE read_mark (
    revision_id BIGINT                   NOT NULL REFERENCES revision (id),
    call_id     BIGINT                   NOT NULL REFERENCES call (id),
    reader      VARCHAR(200)             NOT NULL,
    read_at     TIMESTAMP WITH TIME ZONE NOT NULL,
    PRIMARY KEY (revision_id, reader)
);
COMMENT ON TABLE read_mark IS 'That somebody at the desk has read a revision of a paper, as that person said';
