-- Closes targets that a source stated before and no longer states: the old version is kept as a
-- revision, the current one says withdrawn and points at no line, since the files hold none.
-- param 1 load_key int4 the load
-- param 2 document_keys int4[] the documents of the source
-- returns withdrawn int8
WITH gone AS MATERIALIZED (
    SELECT f.*
    FROM dw.fact_target AS f
    WHERE f.document_key = ANY ($2) AND f.status_key <> 199
        AND NOT EXISTS (
            SELECT FROM staging.observation AS s
            WHERE s.is_target AND f.indicator_key = s.indicator_key AND f.period_key = s.period_key AND f.gender_key = s.gender_key AND f.municipality_key = s.municipality_key AND f.document_key = s.document_key)
), archived AS (
    INSERT INTO dw.fact_target_revision (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key, source_file, source_column, period_declared, value, document_line, note, superseded_load_key)
    SELECT g.indicator_key, g.period_key, g.document_key, g.load_key, g.revision_no, g.source_line, g.municipality_key, g.gender_key, g.status_key, g.source_file, g.source_column, g.period_declared, g.value, g.document_line, g.note, $1
    FROM gone AS g
    RETURNING 1
), closed AS (
    UPDATE dw.fact_target AS f
    SET load_key = $1, revision_no = f.revision_no + 1, source_file = 0, source_line = 0, source_column = 0,
        document_line = NULL, status_key = 199, value = NULL, note = NULL
    FROM gone AS g
    WHERE f.indicator_key = g.indicator_key AND f.period_key = g.period_key AND f.gender_key = g.gender_key AND f.municipality_key = g.municipality_key AND f.document_key = g.document_key
    RETURNING 1
)
SELECT count(*) AS withdrawn FROM closed;
