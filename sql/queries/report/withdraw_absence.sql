-- Closes figures of absence that a source stated before and no longer states: the old version is kept as a
-- revision, the current one says withdrawn and points at no line.
-- param 1 load_key int4 the load
-- param 2 document_keys int4[] the documents of the source
-- returns withdrawn int8
WITH gone AS MATERIALIZED (
    SELECT f.*
    FROM dw.fact_staff_absence AS f
    WHERE f.document_key = ANY ($2) AND f.status_key <> 199
        AND NOT EXISTS (
            SELECT FROM staging.absence AS s
            WHERE f.workplace_key = s.workplace_key AND f.period_key = s.period_key AND f.measure_key = s.measure_key AND f.gender_key = s.gender_key AND f.definition = s.definition AND f.document_key = s.document_key)
), archived AS (
    INSERT INTO dw.fact_staff_absence_revision (
        workplace_key, period_key, measure_key, gender_key, definition, document_key, load_key, revision_no,
        source_line, headcount, municipality_key, status_key, source_file, source_column, value, unit, workplace_name,
        printed, note, superseded_load_key)
    SELECT g.workplace_key, g.period_key, g.measure_key, g.gender_key, g.definition, g.document_key, g.load_key,
        g.revision_no, g.source_line, g.headcount, g.municipality_key, g.status_key, g.source_file, g.source_column,
        g.value, g.unit, g.workplace_name, g.printed, g.note, $1
    FROM gone AS g
    RETURNING 1
), closed AS (
    UPDATE dw.fact_staff_absence AS f
    SET load_key = $1, revision_no = f.revision_no + 1, source_file = 0, source_line = 0, source_column = 0,
        status_key = 199, value = NULL, printed = '', note = NULL
    FROM gone AS g
    WHERE f.workplace_key = g.workplace_key AND f.period_key = g.period_key AND f.measure_key = g.measure_key AND f.gender_key = g.gender_key AND f.definition = g.definition AND f.document_key = g.document_key
    RETURNING 1
)
SELECT count(*) AS withdrawn FROM closed;
