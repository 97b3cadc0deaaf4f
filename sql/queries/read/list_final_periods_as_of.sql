-- Periods for which a municipality had a final value of an indicator, as known at a time, in no order and once
-- for each document.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 the municipality
-- param 3 gender_key int2 the gender
-- param 4 as_of timestamptz time of knowledge, or NULL for now
-- param 5 not_final int4[] periods that the catalogue said were preliminary or being collected
-- returns period_key int4
SELECT period_key
FROM mart.outcome_version
WHERE indicator_key = $1 AND municipality_key = $2 AND gender_key = $3 AND status_key = 0
    AND period_key <> ALL ($5)
    AND recorded_from <= coalesce($4::timestamptz, 'infinity')
    AND (recorded_to IS NULL OR recorded_to > coalesce($4::timestamptz, 'infinity'));
