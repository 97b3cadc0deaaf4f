-- Outcomes whose versions are not numbered 1 to n, or whose times leave a gap or overlap: each
-- version must end with the load that recorded the next one.
-- returns subject text, problem text
WITH version AS (
    SELECT indicator_key, period_key, gender_key, municipality_key, document_key, revision_no, load_key,
        superseded_load_key
    FROM dw.fact_outcome_revision
    UNION ALL
    SELECT f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.revision_no,
        f.load_key, NULL
    FROM dw.fact_outcome AS f
    WHERE f.revision_no > 1
        OR EXISTS (
            SELECT FROM dw.fact_outcome_revision AS r
            WHERE (r.indicator_key, r.period_key, r.gender_key, r.municipality_key, r.document_key)
                = (f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key))
), chained AS (
    SELECT *, row_number() OVER key AS place, lead(load_key) OVER key AS next_load_key
    FROM version
    WINDOW key AS (PARTITION BY indicator_key, period_key, gender_key, municipality_key, document_key ORDER BY revision_no)
)
SELECT
    concat_ws(' ', 'indicator_key', indicator_key, 'period_key', period_key, 'municipality_key', municipality_key,
        'document_key', document_key, 'revision_no', revision_no),
    CASE WHEN place <> revision_no THEN 'revisions are not numbered from 1 without a gap'
        ELSE 'a version does not end where the next one begins' END
FROM chained
WHERE place <> revision_no OR superseded_load_key IS DISTINCT FROM next_load_key;
