-- The last load of a source that was merged.
-- param 1 source_key int2 the source
-- returns load_key int4, identity bytea, recorded_at timestamptz
SELECT load_key, identity, recorded_at
FROM etl.load
WHERE source_key = $1 AND state = 'loaded'
ORDER BY load_key DESC
LIMIT 1;
