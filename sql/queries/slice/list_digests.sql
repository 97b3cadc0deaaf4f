-- The digests of a source's slices in a scope, for the reader to compare before anything is sent.
-- param 1 source_key int2 the source
-- param 2 scope_key int4 the scope
-- returns indicator_key int4, period_key int4, row_count int4, digest bytea
SELECT indicator_key, period_key, row_count, digest
FROM etl.slice
WHERE source_key = $1 AND scope_key = $2 AND digest IS NOT NULL;
