-- Every statement about indicators that are internal, whatever the document, version, period and gender:
-- what must be hidden of them follows from all of it together.
-- param 1 indicator_keys int4[] the indicators, or NULL for all
-- param 2 municipality_keys int2[] the municipalities, or NULL for all
-- returns indicator_key int4, municipality_key int2, period_code text, gender_code text, value numeric, numerator numeric, denominator numeric, respondents int4
SELECT DISTINCT
    v.indicator_key, v.municipality_key, p.period_code, g.gender_code, v.value, v.numerator, v.denominator, v.respondents
FROM mart.outcome_version AS v
JOIN mart.indicator AS i ON i.indicator_key = v.indicator_key
JOIN mart.period AS p ON p.period_key = v.period_key
JOIN mart.gender AS g ON g.gender_key = v.gender_key
WHERE i.disclosure = 'internal' AND v.value IS NOT NULL
    AND ($1::int4[] IS NULL OR v.indicator_key = ANY ($1))
    AND ($2::int2[] IS NULL OR v.municipality_key = ANY ($2));
