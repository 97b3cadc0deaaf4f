-- Closes figures of money that a source stated before and no longer states: the old version is kept as a
-- revision, the current one says withdrawn and points at no line.
-- param 1 load_key int4 the load
-- param 2 document_keys int4[] the documents of the source
-- returns withdrawn int8
WITH gone AS MATERIALIZED (
    SELECT f.*
    FROM dw.fact_economy AS f
    WHERE f.document_key = ANY ($2) AND f.status_key <> 199
        AND NOT EXISTS (
            SELECT FROM staging.economy AS s
            WHERE f.subject_key = s.subject_key AND f.period_key = s.period_key AND f.measure_key = s.measure_key AND f.definition = s.definition AND f.document_key = s.document_key)
), archived AS (
    INSERT INTO dw.fact_economy_revision (
        subject_key, period_key, measure_key, definition, document_key, load_key, revision_no, source_line,
        municipality_key, status_key, source_file, source_column, is_cumulative, amount, printed, printed_unit, note, superseded_load_key)
    SELECT g.subject_key, g.period_key, g.measure_key, g.definition, g.document_key, g.load_key, g.revision_no,
        g.source_line, g.municipality_key, g.status_key, g.source_file, g.source_column, g.is_cumulative, g.amount,
        g.printed, g.printed_unit, g.note, $1
    FROM gone AS g
    RETURNING 1
), closed AS (
    UPDATE dw.fact_economy AS f
    SET load_key = $1, revision_no = f.revision_no + 1, source_file = 0, source_line = 0, source_column = 0,
        status_key = 199, amount = NULL, printed = '', note = NULL
    FROM gone AS g
    WHERE f.subject_key = g.subject_key AND f.period_key = g.period_key AND f.measure_key = g.measure_key AND f.definition = g.definition AND f.document_key = g.document_key
    RETURNING 1
)
SELECT count(*) AS withdrawn FROM closed;
