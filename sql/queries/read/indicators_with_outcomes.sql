-- Indicators for which a municipality has a value.
-- param 1 municipality_key int2 the municipality, or NULL for any
-- returns indicator_key int4
SELECT DISTINCT indicator_key
FROM mart.outcome_version
WHERE recorded_to IS NULL AND value IS NOT NULL AND ($1::int2 IS NULL OR municipality_key = $1);
