-- Every statement about an indicator, whatever the document, version, unit, period and gender: what must
-- be hidden of an internal one follows from all of it together.
-- param 1 indicator_key int4 the indicator
-- returns municipality_key int2, period_key int4, gender_code text, value numeric, numerator numeric, denominator numeric, respondents int4
SELECT v.municipality_key, v.period_key, g.gender_code, v.value, v.numerator, v.denominator, v.respondents
FROM (
    SELECT f.municipality_key, f.period_key, f.gender_key, f.value, f.numerator, f.denominator, f.respondents
    FROM dw.fact_outcome AS f
    WHERE f.indicator_key = $1 AND f.value IS NOT NULL
    UNION
    SELECT r.municipality_key, r.period_key, r.gender_key, r.value, r.numerator, r.denominator, r.respondents
    FROM dw.fact_outcome_revision AS r
    WHERE r.indicator_key = $1 AND r.value IS NOT NULL
) AS v
JOIN dw.dim_gender AS g ON g.gender_key = v.gender_key;
