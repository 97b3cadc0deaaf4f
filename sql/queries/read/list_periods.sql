-- Periods for which an indicator has a value, newest first, with how many municipalities have one.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 only periods in which this municipality has a value, or NULL for all
-- param 3 gender_key int2 only values of this gender, or NULL for all
-- param 4 as_of timestamptz time of knowledge, or NULL for now
-- returns period_code text, municipalities int8
SELECT p.period_code, count(DISTINCT v.municipality_key) AS municipalities
FROM mart.outcome_version AS v
JOIN mart.period AS p ON p.period_key = v.period_key
WHERE v.indicator_key = $1 AND v.value IS NOT NULL
    AND ($2::int2 IS NULL OR v.municipality_key = $2)
    AND ($3::int2 IS NULL OR v.gender_key = $3)
    AND v.recorded_from <= coalesce($4::timestamptz, 'infinity')
    AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($4::timestamptz, 'infinity'))
GROUP BY p.period_key, p.period_code, p.end_date, p.start_date
ORDER BY p.end_date DESC, p.start_date, p.period_key;
