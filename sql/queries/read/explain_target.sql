-- The receipt of a target: every statement and version of it with its file, line and load.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 the municipality
-- param 3 period_key int4 the period
-- returns gender_code text, document_code text, document_title text, revision_no int4, value numeric, status_key int2, period_declared bool, document_line int4, note text, file_name text, file_sha256 bytea, source_line int4, source_column int2, run_key int4, load_key int4, recorded_from timestamptz, recorded_to timestamptz
SELECT
    g.gender_code, d.document_code, d.title AS document_title, v.revision_no, v.value, v.status_key, v.period_declared,
    v.document_line, v.note, f.file_name, f.sha256 AS file_sha256, v.source_line, v.source_column,
    coalesce(f.run_key, (SELECT min(l.run_key) FROM mart.load_file AS l WHERE l.load_key = v.load_key)) AS run_key,
    v.load_key,
    v.recorded_from, v.recorded_to
FROM mart.target_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
JOIN mart.gender AS g ON g.gender_key = v.gender_key
LEFT JOIN mart.load_file AS f ON f.load_key = v.load_key AND f.file_no = v.source_file
WHERE v.indicator_key = $1 AND v.municipality_key = $2 AND v.period_key = $3
ORDER BY v.gender_key, v.recorded_to IS NOT NULL, v.value IS NULL, v.status_key = 199, d.speaks_before,
    v.revision_no DESC;
