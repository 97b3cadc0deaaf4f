-- What the documents of some kommuner say of money, as known at a time; the first statement of a figure
-- is the one that speaks. Withdrawn figures are left out.
-- param 1 municipality_keys int2[] the kommuner
-- param 2 as_of timestamptz time of knowledge, or NULL for now
-- returns municipality_key int2, organisation text, subject_kind text, subject text, activity_code text, period_key int4, measure text, definition text, amount numeric, status_key int2, is_cumulative bool, printed text, printed_unit text, note text, source text, source_title text, file_name text, document_line int4, document_column int2
SELECT v.municipality_key, v.organisation, v.subject_kind, v.subject, v.activity_code, v.period_key, v.measure,
    v.definition, v.amount, v.status_key, v.is_cumulative, v.printed, v.printed_unit, v.note,
    d.document_code AS source, d.title AS source_title, d.file_name, v.source_line AS document_line, v.source_column AS document_column
FROM mart.economy_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
WHERE v.municipality_key = ANY ($1) AND v.status_key <> 199
    AND v.recorded_from <= coalesce($2::timestamptz, 'infinity')
    AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($2::timestamptz, 'infinity'))
ORDER BY v.municipality_key, v.amount IS NULL, d.speaks_before, v.source_line, v.source_column;
