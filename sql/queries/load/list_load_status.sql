-- The newest load of each source with its counts.
-- returns source_code text, title text, run_key int4, load_key int4, state text, recorded_at timestamptz, read_cells int8, rejected_cells int8, new_rows int8, revised_rows int8, unchanged_rows int8, withdrawn_rows int8, missing_cells int8, seconds float8, last_success timestamptz
SELECT
    s.source_code, s.title, l.run_key, l.load_key, l.state, l.recorded_at, l.read_cells, l.rejected_cells, l.new_rows,
    l.revised_rows, l.unchanged_rows, l.withdrawn_rows, l.missing_cells, l.seconds,
    (SELECT max(o.recorded_at) FROM etl.load AS o WHERE o.source_key = s.source_key AND o.state = 'loaded') AS last_success
FROM dw.dim_source AS s
JOIN LATERAL (
    SELECT * FROM etl.load AS n WHERE n.source_key = s.source_key ORDER BY n.load_key DESC LIMIT 1
) AS l ON true
ORDER BY s.source_code;
