-- Adds the periods that the dimension does not have yet.
-- param 1 period_keys int4[] keys
-- param 2 period_codes text[] written forms
-- param 3 kinds text[] kinds
-- param 4 years int2[] years
-- param 5 start_dates text[] first days, YYYY-MM-DD
-- param 6 end_dates text[] last days, YYYY-MM-DD
-- param 7 cumulative bool[] whether they accumulate from the beginning of the year
INSERT INTO dw.dim_period (period_key, period_code, kind, year, start_date, end_date, is_cumulative)
SELECT p.period_key, p.period_code, p.kind, p.year, p.start_date::date, p.end_date::date, p.cumulative
FROM unnest($1::int4[], $2::text[], $3::text[], $4::int2[], $5::text[], $6::text[], $7::bool[])
    AS p (period_key, period_code, kind, year, start_date, end_date, cumulative)
ON CONFLICT (period_key) DO NOTHING;
