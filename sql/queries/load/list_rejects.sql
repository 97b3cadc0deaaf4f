-- Rejects of a run, or of each source's newest run.
-- param 1 run_key int4 the run, or NULL for each source's newest one
-- returns source_code text, run_key int4, load_key int4, file_name text, line_no int4, column_no int2, column_name text, cell text, reject_code text, reason_sv text, reason_en text, hint_sv text, hint_en text, position text, url text
SELECT
    s.source_code, l.run_key, r.load_key, f.file_name, r.line_no, r.column_no, r.column_name, r.cell, r.reject_code,
    r.reason_sv, r.reason_en, r.hint_sv, r.hint_en, r.position, f.url
FROM etl.reject AS r
JOIN etl.load AS l ON l.load_key = r.load_key
JOIN dw.dim_source AS s ON s.source_key = l.source_key
JOIN etl.load_file AS f ON f.load_key = r.load_key AND f.file_no = r.file_no
WHERE CASE WHEN $1::int4 IS NULL
    THEN l.run_key = (SELECT max(n.run_key) FROM etl.load AS n WHERE n.source_key = l.source_key)
    ELSE l.run_key = $1 END
ORDER BY s.source_code, r.load_key, r.file_no, r.line_no, r.column_no, r.reject_key;
