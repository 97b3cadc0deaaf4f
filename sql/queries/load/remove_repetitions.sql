-- Keeps the first of figures that the files repeat identically.
-- returns removed int8
WITH repeated AS (
    SELECT ctid, row_number() OVER (
        PARTITION BY is_target, indicator_key, period_key, gender_key, municipality_key, document_key
        ORDER BY source_file, source_line, source_column) AS occurrence
    FROM staging.observation
), removed AS (
    DELETE FROM staging.observation AS s
    USING repeated AS r
    WHERE s.ctid = r.ctid AND r.occurrence > 1
    RETURNING 1
)
SELECT count(*) AS removed FROM removed;
