-- Notes that slices which are held back were met again with the same rows.
-- param 1 source_key int2 the source
-- param 2 scope_key int4 the scope
-- param 3 run_key int4 the run
-- param 4 indicator_keys int4[] their indicators
-- param 5 period_keys int4[] their years
UPDATE etl.held_slice AS h
SET last_run_key = $3, last_held_at = etl.clock()
FROM unnest($4::int4[], $5::int4[]) AS n (indicator_key, period_key)
WHERE h.source_key = $1 AND h.scope_key = $2 AND h.ended_at IS NULL
    AND h.indicator_key = n.indicator_key AND h.period_key = n.period_key;
