-- Indicators that have outcomes, with how many and over which years.
-- param 1 indicator_keys int4[] the indicators, or NULL for all
-- returns indicator_key int4, outcomes int8, first_year int2, last_year int2, municipalities int8
SELECT v.indicator_key, count(*) AS outcomes, min(p.year) AS first_year, max(p.year) AS last_year,
    count(DISTINCT v.municipality_key) AS municipalities
FROM mart.outcome_now AS v
JOIN mart.period AS p ON p.period_key = v.period_key
WHERE v.value IS NOT NULL AND ($1::int4[] IS NULL OR v.indicator_key = ANY ($1))
GROUP BY v.indicator_key;
