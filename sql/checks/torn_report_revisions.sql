-- Figures of money and of absence whose versions are not numbered 1 to n, or whose times leave a gap or
-- overlap: each version must end with the load that recorded the next one.
-- returns subject text, problem text
WITH version AS (
    SELECT 'economy' AS fact, concat_ws('/', subject_key, period_key, measure_key, definition, document_key) AS key,
        revision_no, load_key, superseded_load_key
    FROM dw.fact_economy_revision
    UNION ALL
    SELECT 'economy', concat_ws('/', subject_key, period_key, measure_key, definition, document_key), revision_no,
        load_key, NULL
    FROM dw.fact_economy
    UNION ALL
    SELECT 'absence', concat_ws('/', workplace_key, period_key, measure_key, gender_key, definition, document_key),
        revision_no, load_key, superseded_load_key
    FROM dw.fact_staff_absence_revision
    UNION ALL
    SELECT 'absence', concat_ws('/', workplace_key, period_key, measure_key, gender_key, definition, document_key),
        revision_no, load_key, NULL
    FROM dw.fact_staff_absence
), chained AS (
    SELECT *, row_number() OVER figure AS place, lead(load_key) OVER figure AS next_load_key
    FROM version
    WINDOW figure AS (PARTITION BY fact, key ORDER BY revision_no)
)
SELECT concat_ws(' ', fact, key, 'revision_no', revision_no) AS subject,
    CASE WHEN place <> revision_no THEN 'revisions are not numbered from 1 without a gap'
        ELSE 'a version does not end where the next one begins' END AS problem
FROM chained
WHERE place <> revision_no OR superseded_load_key IS DISTINCT FROM next_load_key;
