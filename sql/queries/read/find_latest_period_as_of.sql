-- The latest period for which a municipality has a final value of an indicator, as known at a time.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 the municipality
-- param 3 gender_key int2 the gender
-- param 4 as_of timestamptz time of knowledge, or NULL for now
-- param 5 not_final int4[] periods that the catalogue said were preliminary or being collected
-- returns period_code text
SELECT p.period_code
FROM mart.outcome_version AS v
JOIN mart.period AS p ON p.period_key = v.period_key
WHERE v.indicator_key = $1 AND v.municipality_key = $2 AND v.gender_key = $3 AND v.status_key = 0
    AND v.period_key <> ALL ($5)
    AND v.recorded_from <= coalesce($4::timestamptz, 'infinity')
    AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($4::timestamptz, 'infinity'))
ORDER BY p.end_date DESC, p.start_date, p.period_key
LIMIT 1;
