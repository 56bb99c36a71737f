-- What a draft was made of: the papers it knew of, the marks of its table, and what is needed to read it back whole.

ALTER TABLE section ADD COLUMN question VARCHAR(1000) NOT NULL DEFAULT '';
ALTER TABLE evidence ADD COLUMN submission VARCHAR(60) NOT NULL DEFAULT '';

CREATE TABLE draft_paper (
    draft_id    BIGINT       NOT NULL REFERENCES draft (id),
    call_id     BIGINT       NOT NULL REFERENCES call (id),
    ordinal     INT          NOT NULL,
    revision_id BIGINT       NOT NULL REFERENCES revision (id),
    is_read     BOOLEAN      NOT NULL,
    passages    INT          NOT NULL,
    languages   VARCHAR(200) NOT NULL,
    excluded    VARCHAR(20),
    PRIMARY KEY (draft_id, revision_id)
);
COMMENT ON TABLE draft_paper IS 'The revisions in force when a draft was made; is_read: it counts in the denominator, because passages of it could be used (passages, languages); excluded: why nothing of it could be used: restricted, unnamed, not_for_quotation';

CREATE TABLE draft_mark (
    draft_id        BIGINT      NOT NULL REFERENCES draft (id),
    call_id         BIGINT      NOT NULL REFERENCES call (id),
    country_ordinal INT         NOT NULL,
    country         VARCHAR(5)  NOT NULL,
    theme_ordinal   INT         NOT NULL,
    mark            VARCHAR(20) NOT NULL,
    PRIMARY KEY (draft_id, country_ordinal, theme_ordinal)
);
COMMENT ON TABLE draft_mark IS 'The country and theme table of a draft as it was printed; themes in the order of its chapters';
