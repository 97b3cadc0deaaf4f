-- The values of a public indicator in every period for several units, as known now; those without a value
-- are left out. The first statement of a unit and period is the one that speaks.
-- param 1 indicator_key int4 the indicator
-- param 2 gender_key int2 the gender
-- param 3 municipality_keys int2[] the units
-- returns period_key int4, municipality_key int2, value numeric, status_key int2, numerator numeric, denominator numeric, respondents int4, document_code text, source_title text, note text
SELECT o.period_key, o.municipality_key, o.value, o.status_key, o.numerator, o.denominator, o.respondents,
    o.source AS document_code, o.source_title, o.note
FROM (SELECT DISTINCT period_key FROM mart.distribution WHERE indicator_key = $1 AND gender_key = $2) AS d
JOIN mart.outcome_public AS o ON o.indicator_key = $1 AND o.gender_key = $2 AND o.period_key = d.period_key
    AND o.municipality_key = ANY ($3)
WHERE o.value IS NOT NULL
ORDER BY o.period_key, o.municipality_key, o.precedence, o.published_on DESC NULLS LAST, o.document_key DESC;
