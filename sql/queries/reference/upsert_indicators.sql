-- Adds the indicators that the dimension does not have yet.
-- param 1 codes text[] codes
-- returns changed int8
WITH added AS (
    INSERT INTO dw.dim_indicator (indicator_code)
    SELECT code FROM unnest($1::text[]) AS n (code)
    ON CONFLICT (indicator_code) DO NOTHING
    RETURNING 1
)
SELECT count(*) AS changed FROM added;
