-- One indicator in one period for several municipalities, as known at a time.
-- Each document's statement is a row; the first of a municipality is the one that speaks: a value
-- before none, a statement before a withdrawn one, then declared precedence, then the newest document.
-- param 1 indicator_key int4 the indicator
-- param 2 period_key int4 the period
-- param 3 gender_key int2 the gender
-- param 4 municipality_keys int2[] the municipalities, or NULL for all units
-- param 5 as_of timestamptz time of knowledge, or NULL for now
-- returns municipality_key int2, value numeric, status_key int2, numerator numeric, denominator numeric, respondents int4, document_code text, source_title text, note text
SELECT
    v.municipality_key, v.value, v.status_key, v.numerator, v.denominator, v.respondents, d.document_code,
    d.title AS source_title, v.note
FROM mart.outcome_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
WHERE v.indicator_key = $1 AND v.period_key = $2 AND v.gender_key = $3
    AND ($4::int2[] IS NULL OR v.municipality_key = ANY ($4))
    AND v.recorded_from <= coalesce($5::timestamptz, 'infinity')
    AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($5::timestamptz, 'infinity'))
ORDER BY v.municipality_key, v.value IS NULL, v.status_key = 199, d.speaks_before;
