-- The receipt of a figure: every statement and version of it with its file, line and load.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 the municipality
-- param 3 period_key int4 the period
-- returns gender_code text, document_code text, document_title text, organisation text, published_on date, reference text, document_file text, document_sha256 bytea, source_code text, publisher text, licence text, precedence int2, speaks_before int8, revision_no int4, value numeric, numerator numeric, denominator numeric, respondents int4, status_key int2, document_line int4, note text, file_name text, file_sha256 bytea, source_line int4, source_column int2, run_key int4, load_key int4, recorded_from timestamptz, recorded_to timestamptz, file_url text, fetched_at timestamptz
SELECT
    g.gender_code, d.document_code, d.title AS document_title, d.organisation, d.published_on, d.reference,
    d.file_name AS document_file, d.sha256 AS document_sha256, d.source_code, d.publisher, d.licence, d.precedence,
    d.speaks_before, v.revision_no, v.value, v.numerator, v.denominator, v.respondents, v.status_key, v.document_line,
    v.note, f.file_name, f.sha256 AS file_sha256, v.source_line, v.source_column,
    coalesce(f.run_key, (SELECT min(l.run_key) FROM mart.load_file AS l WHERE l.load_key = v.load_key)) AS run_key,
    v.load_key, v.recorded_from, v.recorded_to, f.url AS file_url, f.fetched_at
FROM mart.outcome_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
JOIN mart.gender AS g ON g.gender_key = v.gender_key
LEFT JOIN mart.load_file AS f ON f.load_key = v.load_key AND f.file_no = v.source_file
WHERE v.indicator_key = $1 AND v.municipality_key = $2 AND v.period_key = $3
ORDER BY v.gender_key, v.recorded_to IS NOT NULL, v.value IS NULL, v.status_key = 199, d.speaks_before,
    v.revision_no DESC;
