-- Where the figures of a comparison come from: every statement known at one time with its file, line and load.
-- param 1 indicator_key int4 the indicator
-- param 2 period_key int4 the period
-- param 3 gender_key int2 the gender
-- param 4 municipality_keys int2[] the municipalities
-- param 5 as_of timestamptz time of knowledge, or NULL for now
-- returns municipality_key int2, document_code text, document_title text, organisation text, publisher text, licence text, revision_no int4, document_line int4, file_name text, file_sha256 bytea, source_line int4, source_column int2, run_key int4, recorded_from timestamptz
SELECT
    v.municipality_key, d.document_code, d.title AS document_title, d.organisation, d.publisher, d.licence, v.revision_no,
    v.document_line, f.file_name, f.sha256 AS file_sha256, v.source_line, v.source_column,
    coalesce(f.run_key, (SELECT min(l.run_key) FROM mart.load_file AS l WHERE l.load_key = v.load_key)) AS run_key,
    v.recorded_from
FROM mart.outcome_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
LEFT JOIN mart.load_file AS f ON f.load_key = v.load_key AND f.file_no = v.source_file
WHERE v.indicator_key = $1 AND v.period_key = $2 AND v.gender_key = $3 AND v.municipality_key = ANY ($4)
    AND v.recorded_from <= coalesce($5::timestamptz, 'infinity')
    AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($5::timestamptz, 'infinity'))
ORDER BY v.municipality_key, d.document_code;
