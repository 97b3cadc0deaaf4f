-- The latest period for which a municipality has a final value of a public indicator, as known now.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 the municipality
-- param 3 gender_key int2 the gender
-- param 4 not_final int4[] periods that the catalogue says are preliminary or being collected
-- returns period_code text
SELECT p.period_code
FROM mart.outcome_public AS v
JOIN mart.period AS p ON p.period_key = v.period_key
WHERE v.indicator_key = $1 AND v.municipality_key = $2 AND v.gender_key = $3 AND v.status_key = 0
    AND v.period_key <> ALL ($4)
ORDER BY p.end_date DESC, p.start_date, p.period_key
LIMIT 1;
