-- Indicators for which a municipality has a value; found by looking for one of each, not by reading all.
-- param 1 municipality_key int2 the municipality, or NULL for any
-- returns indicator_key int4
SELECT i.indicator_key
FROM mart.indicator AS i
WHERE EXISTS (
    SELECT FROM mart.outcome_now AS v
    WHERE v.indicator_key = i.indicator_key AND v.value IS NOT NULL
        AND ($1::int2 IS NULL OR v.municipality_key = $1));
