-- The values of one unit for some indicators, every period and gender, as known at a time; the first
-- statement of an indicator, period and gender is the one that speaks. One that is withheld has no value.
-- param 1 municipality_key int2 the unit
-- param 2 indicator_keys int4[] the indicators
-- param 3 as_of timestamptz time of knowledge, or NULL for now
-- returns indicator_key int4, period_key int4, gender_key int2, value numeric, status_key int2, numerator numeric, denominator numeric, respondents int4, source text
SELECT v.indicator_key, v.period_key, v.gender_key, v.value, v.status_key, v.numerator, v.denominator,
    v.respondents, d.document_code AS source
FROM mart.outcome_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
WHERE v.municipality_key = $1 AND v.indicator_key = ANY ($2) AND (v.value IS NOT NULL OR v.status_key = 120)
    AND v.recorded_from <= coalesce($3::timestamptz, 'infinity')
    AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($3::timestamptz, 'infinity'))
ORDER BY v.indicator_key, v.period_key, v.gender_key, v.value IS NULL, d.speaks_before;
