-- Adds breaks in series that are declared and not there; runs after the removal.
-- param 1 codes text[] codes of the members
-- param 2 years int2[] years
-- param 3 reasons text[] reasons
-- returns changed int8
WITH added AS (
    INSERT INTO dw.indicator_series_break (indicator_key, year, reason)
    SELECT d.indicator_key, n.year, n.reason
    FROM unnest($1::text[], $2::int2[], $3::text[]) AS n (code, year, reason)
    JOIN dw.dim_indicator AS d ON d.indicator_code = n.code
    ON CONFLICT DO NOTHING
    RETURNING 1
)
SELECT count(*) AS changed FROM added;
