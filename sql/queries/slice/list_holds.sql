-- The slices of a source and scope that are held back now.
-- param 1 source_key int2 the source
-- param 2 scope_key int4 the scope
-- returns indicator_key int4, period_key int4, digest bytea, reason_code text, stated_values int4, lost_values int4, typical_factor float8
SELECT indicator_key, period_key, digest, reason_code, stated_values, lost_values, typical_factor
FROM etl.held_slice
WHERE source_key = $1 AND scope_key = $2 AND ended_at IS NULL;
