-- Marks staged slices that would be held back, had nobody accepted them.
-- param 1 indicator_keys int4[] their indicators
-- param 2 period_keys int4[] their years
UPDATE staging.slice AS s
SET was_accepted = true
FROM unnest($1::int4[], $2::int4[]) AS n (indicator_key, period_key)
WHERE s.indicator_key = n.indicator_key AND s.period_key = n.period_key;
