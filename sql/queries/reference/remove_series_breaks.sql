-- Removes breaks in series that are no longer declared, or declared otherwise.
-- param 1 codes text[] codes of the members
-- param 2 years int2[] years
-- param 3 reasons text[] reasons
-- returns changed int8
WITH removed AS (
    DELETE FROM dw.indicator_series_break AS v
    WHERE NOT EXISTS (
        SELECT FROM unnest($1::text[], $2::int2[], $3::text[]) AS n (code, year, reason)
        JOIN dw.dim_indicator AS d ON d.indicator_code = n.code
        WHERE d.indicator_key = v.indicator_key AND v.year IS NOT DISTINCT FROM n.year AND v.reason IS NOT DISTINCT FROM n.reason)
    RETURNING 1
)
SELECT count(*) AS changed FROM removed;
