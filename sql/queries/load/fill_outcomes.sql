-- Writes staged outcomes of a source that has never been loaded: all of them are new, so there is
-- nothing to compare. Sorted by the key, so that the indexes built after it are fast and small.
-- param 1 load_key int4 the load
INSERT INTO dw.fact_outcome (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key, source_file, source_column, value, numerator, denominator, respondents, document_line, note)
SELECT s.indicator_key, s.period_key, s.document_key, $1, 1, s.source_line, s.municipality_key, s.gender_key, s.status_key, s.source_file, s.source_column, s.value, s.numerator, s.denominator, s.respondents, s.document_line, s.note
FROM staging.observation AS s
WHERE NOT s.is_target
ORDER BY s.indicator_key, s.period_key, s.gender_key, s.municipality_key;
