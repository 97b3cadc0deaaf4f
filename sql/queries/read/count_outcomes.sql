-- Indicators that have outcomes, with how many and over which years.
-- returns indicator_key int4, outcomes int8, first_year int2, last_year int2, municipalities int8
SELECT v.indicator_key, count(*), min(p.year), max(p.year), count(DISTINCT v.municipality_key)
FROM mart.outcome_version AS v
JOIN mart.period AS p ON p.period_key = v.period_key
WHERE v.recorded_to IS NULL AND v.value IS NOT NULL
GROUP BY v.indicator_key;
