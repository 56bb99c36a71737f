-- A decision holds for the same words of the same paper, however often it is read and revised.

ALTER TABLE decision ADD COLUMN submission_id BIGINT REFERENCES submission (id);
ALTER TABLE decision ADD COLUMN memo VARCHAR(2000) DEFAULT '' NOT NULL;
UPDATE decision SET submission_id = (SELECT MAX(r.submission_id) FROM extraction e
                                     JOIN document d ON d.part_id = e.part_id
                                     JOIN revision r ON r.id = d.revision_id
                                     WHERE e.id = decision.extraction_id);
COMMENT ON TABLE decision IS 'What a person (actor, the coder) decided on a code of a passage (accept, reject, add). It stands where it was made (extraction, offsets) and holds for the same text in every revision of the submission; no stage changes it. The extent is the stretch coded, in offsets of the extraction, empty for the whole passage. blind_set names the sample of a blind double coding, which counts only when it is adjudicated: by a decision of its own without blind_set';
CREATE INDEX decision_text ON decision (text_sha256, submission_id, code);
CREATE INDEX passage_same_text ON passage (text_sha256);

CREATE VIEW standing_decision (id, call_id, submission_id, extraction_id, start_offset, end_offset, text_sha256, code, verdict, status, outcome,
                               extent_start, extent_end, actor, decided_at, memo) AS
SELECT d.id, d.call_id, d.submission_id, d.extraction_id, d.start_offset, d.end_offset, d.text_sha256, d.code, d.verdict, d.status, d.outcome,
       d.extent_start, d.extent_end, d.actor, d.decided_at, d.memo
FROM decision d
WHERE d.undone_at IS NULL AND d.blind_set IS NULL
  AND NOT EXISTS (SELECT 1 FROM decision l
                  WHERE l.text_sha256 = d.text_sha256 AND l.submission_id = d.submission_id AND l.code = d.code
                    AND l.undone_at IS NULL AND l.blind_set IS NULL AND l.id > d.id);
COMMENT ON VIEW standing_decision IS 'The latest decision on a code of a text of a paper that is neither undone nor blind';

DROP VIEW effective_coding;
CREATE VIEW effective_coding (passage_id, extraction_id, call_id, code, confirmed, score, status, outcome, cue, start_offset, end_offset) AS
SELECT p.id, p.extraction_id, p.call_id, d.code, TRUE, 1.0, d.status, d.outcome, '',
       COALESCE(d.extent_start - d.start_offset, 0), COALESCE(d.extent_end - d.start_offset, 0)
FROM passage p
JOIN standing_decision d ON d.text_sha256 = p.text_sha256
WHERE d.verdict <> 'REJECT'
  AND EXISTS (SELECT 1 FROM extraction e
              JOIN document x ON x.part_id = e.part_id
              JOIN revision r ON r.id = x.revision_id
              WHERE e.id = p.extraction_id AND r.submission_id = d.submission_id)
UNION ALL
SELECT c.passage_id, p.extraction_id, c.call_id, c.code, FALSE, c.score, c.status, c.outcome, c.cue, c.start_offset, c.end_offset
FROM coding c
JOIN passage p ON p.id = c.passage_id
WHERE c.score >= c.threshold
  AND NOT EXISTS (SELECT 1 FROM decision d
                  JOIN revision r ON r.submission_id = d.submission_id
                  JOIN document x ON x.revision_id = r.id
                  JOIN extraction e ON e.part_id = x.part_id
                  WHERE d.text_sha256 = p.text_sha256 AND d.code = c.code AND d.undone_at IS NULL AND d.blind_set IS NULL
                    AND e.id = p.extraction_id);
COMMENT ON VIEW effective_coding IS 'The latest decision of a person that is neither undone nor blind, else the coding of the machine from its threshold up; everything that counts, uses this';
