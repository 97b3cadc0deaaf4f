-- Merges staged outcomes into the facts: writes only what differs, keeps what it replaces.
-- Where a figure stands (its line, its column) is no difference: the receipt of an unchanged figure
-- stays with the load that recorded it. Equal numbers of another scale are no difference either.
-- param 1 load_key int4 the load
-- returns staged int8, new int8, revised int8
WITH delta AS MATERIALIZED (
    SELECT s.indicator_key, s.period_key, s.document_key, s.source_line, s.municipality_key, s.gender_key, s.status_key, s.source_file, s.source_column, s.value, s.numerator, s.denominator, s.respondents, s.document_line, s.note,
        f.revision_no AS old_revision_no
    FROM staging.observation AS s
    LEFT JOIN dw.fact_outcome AS f ON f.indicator_key = s.indicator_key AND f.period_key = s.period_key AND f.gender_key = s.gender_key AND f.municipality_key = s.municipality_key AND f.document_key = s.document_key
    WHERE NOT s.is_target
        AND (f.indicator_key IS NULL
            OR (f.value, f.status_key, f.numerator, f.denominator, f.respondents, f.note) IS DISTINCT FROM (s.value, s.status_key, s.numerator, s.denominator, s.respondents, s.note))
), archived AS (
    INSERT INTO dw.fact_outcome_revision (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key, source_file, source_column, value, numerator, denominator, respondents, document_line, note, superseded_load_key)
    SELECT f.indicator_key, f.period_key, f.document_key, f.load_key, f.revision_no, f.source_line, f.municipality_key, f.gender_key, f.status_key, f.source_file, f.source_column, f.value, f.numerator, f.denominator, f.respondents, f.document_line, f.note, $1
    FROM delta AS d
    JOIN dw.fact_outcome AS f ON f.indicator_key = d.indicator_key AND f.period_key = d.period_key AND f.gender_key = d.gender_key AND f.municipality_key = d.municipality_key AND f.document_key = d.document_key
    RETURNING 1
), revised AS (
    UPDATE dw.fact_outcome AS f
    SET load_key = $1, revision_no = d.old_revision_no + 1, source_line = d.source_line, status_key = d.status_key, source_file = d.source_file, source_column = d.source_column, value = d.value, numerator = d.numerator, denominator = d.denominator, respondents = d.respondents, document_line = d.document_line, note = d.note
    FROM delta AS d
    WHERE f.indicator_key = d.indicator_key AND f.period_key = d.period_key AND f.gender_key = d.gender_key AND f.municipality_key = d.municipality_key AND f.document_key = d.document_key
    RETURNING 1
), added AS (
    INSERT INTO dw.fact_outcome (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key, source_file, source_column, value, numerator, denominator, respondents, document_line, note)
    SELECT d.indicator_key, d.period_key, d.document_key, $1, 1, d.source_line, d.municipality_key, d.gender_key, d.status_key, d.source_file, d.source_column, d.value, d.numerator, d.denominator, d.respondents, d.document_line, d.note
    FROM delta AS d
    WHERE d.old_revision_no IS NULL
    RETURNING 1
)
SELECT
    (SELECT count(*) FROM staging.observation AS s WHERE NOT s.is_target) AS staged,
    (SELECT count(*) FROM added) AS new,
    (SELECT count(*) FROM revised) AS revised;
