-- Accounts for the staged slices of a first load, all of whose figures are new.
-- param 1 load_key int4 the load
-- returns new int8
WITH accounted AS (
    INSERT INTO etl.load_slice (
        load_key, indicator_key, period_key, scope_key, read_rows, rejected_rows, duplicate_rows, deletion_rows, new_rows,
        revised_rows, unchanged_rows, withdrawn_rows, missing_rows, is_complete, was_accepted, file_nos, digest)
    SELECT $1, s.indicator_key, s.period_key, s.scope_key, s.read_rows, s.rejected_rows, s.duplicate_rows, s.deletion_rows,
        s.staged_rows - s.deletion_rows, 0, 0, 0, s.missing_rows, s.is_complete, false, s.file_nos, s.digest
    FROM staging.slice AS s
    RETURNING new_rows
)
SELECT coalesce(sum(new_rows), 0)::int8 AS new FROM accounted;
