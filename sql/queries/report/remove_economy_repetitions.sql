-- Keeps the first of figures of money that the document repeats identically.
-- returns removed int8
WITH repeated AS (
    SELECT ctid, row_number() OVER (
        PARTITION BY subject_key, period_key, measure_key, definition, document_key
        ORDER BY source_file, source_line, source_column) AS occurrence
    FROM staging.economy
), removed AS (
    DELETE FROM staging.economy AS s
    USING repeated AS r
    WHERE s.ctid = r.ctid AND r.occurrence > 1
    RETURNING 1
)
SELECT count(*) AS removed FROM removed;
