-- The newest loads of each source with their counts: those of one run are added up.
-- returns source_code text, title text, run_key int4, load_key int4, state text, recorded_at timestamptz, read_cells int8, rejected_cells int8, new_rows int8, revised_rows int8, unchanged_rows int8, withdrawn_rows int8, missing_cells int8, seconds float8, last_success timestamptz
SELECT
    s.source_code, s.title, l.run_key, l.load_key, l.state, l.recorded_at, a.read_cells, a.rejected_cells, a.new_rows,
    a.revised_rows, a.unchanged_rows, a.withdrawn_rows, a.missing_cells, a.seconds,
    (SELECT max(o.recorded_at) FROM etl.load AS o WHERE o.source_key = s.source_key AND o.state = 'loaded') AS last_success
FROM dw.dim_source AS s
JOIN LATERAL (
    SELECT * FROM etl.load AS n WHERE n.source_key = s.source_key ORDER BY n.load_key DESC LIMIT 1
) AS l ON true
JOIN LATERAL (
    SELECT sum(n.read_cells)::int8 AS read_cells, sum(n.rejected_cells)::int8 AS rejected_cells,
        sum(n.new_rows)::int8 AS new_rows, sum(n.revised_rows)::int8 AS revised_rows,
        sum(n.unchanged_rows)::int8 AS unchanged_rows, sum(n.withdrawn_rows)::int8 AS withdrawn_rows,
        sum(n.missing_cells)::int8 AS missing_cells, sum(n.seconds) AS seconds
    FROM etl.load AS n
    WHERE n.source_key = s.source_key AND n.run_key = l.run_key
) AS a ON true
ORDER BY s.source_code;
