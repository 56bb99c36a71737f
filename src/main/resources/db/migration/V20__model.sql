-- The model that proposed a coding, and the words that made it do so.

ALTER TABLE coding ADD COLUMN model VARCHAR(20) DEFAULT '' NOT NULL;
ALTER TABLE coding ADD COLUMN terms VARCHAR(500) DEFAULT '' NOT NULL;
COMMENT ON COLUMN coding.model IS 'Version of the model: of its training passages and settings; empty where cues alone proposed';

DROP VIEW effective_coding;
CREATE VIEW effective_coding (passage_id, extraction_id, call_id, code, confirmed, score, status, outcome, cue, start_offset, end_offset, terms) AS
SELECT p.id, p.extraction_id, p.call_id, d.code, TRUE, 1.0, d.status, d.outcome, '',
       COALESCE(d.extent_start - d.start_offset, 0), COALESCE(d.extent_end - d.start_offset, 0), ''
FROM passage p
JOIN standing_decision d ON d.text_sha256 = p.text_sha256
WHERE d.verdict <> 'REJECT'
  AND EXISTS (SELECT 1 FROM extraction e
              JOIN document x ON x.part_id = e.part_id
              JOIN revision r ON r.id = x.revision_id
              WHERE e.id = p.extraction_id AND r.submission_id = d.submission_id)
UNION ALL
SELECT c.passage_id, p.extraction_id, c.call_id, c.code, FALSE, c.score, c.status, c.outcome, c.cue, c.start_offset, c.end_offset, c.terms
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
