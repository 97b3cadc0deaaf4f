-- The latest period of each kind for which a municipality has a final value of a public indicator, as
-- known now: which of them is the latest the key tells without any other relation. The first digit of a
-- key is the kind; from the end of each kind's keys a few entries of the index suffice, where all periods
-- of an indicator are a hundred pages.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_key int2 the municipality
-- param 3 gender_key int2 the gender
-- param 4 not_final int4[] periods that the catalogue says are preliminary or being collected
-- returns period_key int4
SELECT latest.period_key
FROM (VALUES
    (100000000), (200000000), (300000000), (400000000), (500000000), (600000000), (700000000), (800000000), (900000000)
) AS k (least)
CROSS JOIN LATERAL (
    SELECT o.period_key
    FROM mart.outcome_public AS o
    WHERE o.indicator_key = $1 AND o.period_key >= k.least AND o.period_key < k.least + 100000000
        AND o.municipality_key = $2 AND o.gender_key = $3 AND o.status_key = 0 AND o.period_key <> ALL ($4)
    ORDER BY o.period_key DESC
    LIMIT 1
) AS latest;
