-- The values of an indicator in every period for several units, as known at a time.
-- param 1 indicator_key int4 the indicator
-- param 2 gender_key int2 the gender
-- param 3 municipality_keys int2[] the units
-- param 4 as_of timestamptz time of knowledge, or NULL for now
-- returns period_key int4, municipality_key int2, value numeric, status_key int2, numerator numeric, denominator numeric, respondents int4, document_code text, source_title text, note text
SELECT v.period_key, v.municipality_key, v.value, v.status_key, v.numerator, v.denominator, v.respondents,
    d.document_code, d.title AS source_title, v.note
FROM mart.outcome_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
WHERE v.indicator_key = $1 AND v.gender_key = $2 AND v.municipality_key = ANY ($3) AND v.value IS NOT NULL
    AND v.recorded_from <= coalesce($4::timestamptz, 'infinity')
        AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($4::timestamptz, 'infinity'))
ORDER BY v.period_key, v.municipality_key, d.speaks_before;
