-- Periods for which a municipality has a final value of a public indicator, as known now, in no order and
-- once for each document: which of them is the latest the key tells without any other relation.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 the municipality
-- param 3 gender_key int2 the gender
-- param 4 not_final int4[] periods that the catalogue says are preliminary or being collected
-- returns period_key int4
SELECT period_key
FROM mart.outcome_public
WHERE indicator_key = $1 AND municipality_key = $2 AND gender_key = $3 AND status_key = 0 AND period_key <> ALL ($4);
