-- The targets of a unit, as known at a time in the past; the first statement of an indicator, period and gender speaks.
-- param 1 municipality_key int2 the unit
-- param 2 indicator_keys int4[] only these indicators, or NULL for all
-- param 3 as_of timestamptz time of knowledge
-- returns indicator_key int4, period_key int4, gender_key int2, value numeric, period_declared bool, document_code text, source_title text
SELECT v.indicator_key, v.period_key, v.gender_key, v.value, v.period_declared, d.document_code, d.title AS source_title
FROM mart.target_version AS v
JOIN mart.document AS d ON d.document_key = v.document_key
WHERE v.municipality_key = $1 AND ($2::int4[] IS NULL OR v.indicator_key = ANY ($2)) AND v.value IS NOT NULL
    AND v.recorded_from <= $3 AND (v.recorded_to IS NULL OR v.recorded_to > $3)
ORDER BY v.indicator_key, v.period_key, v.gender_key, d.speaks_before;
