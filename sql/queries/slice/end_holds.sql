-- Ends holds of slices whose figures are, after all, those that the warehouse has.
-- param 1 source_key int2 the source
-- param 2 scope_key int4 the scope
-- param 3 indicator_keys int4[] their indicators
-- param 4 period_keys int4[] their years
UPDATE etl.held_slice AS h
SET ended_at = etl.clock(), ending = 'passed'
FROM unnest($3::int4[], $4::int4[]) AS n (indicator_key, period_key)
WHERE h.source_key = $1 AND h.scope_key = $2 AND h.ended_at IS NULL
    AND h.indicator_key = n.indicator_key AND h.period_key = n.period_key;
