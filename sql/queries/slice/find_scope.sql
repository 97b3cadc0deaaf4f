-- The key of a set of units that a source is asked for; the set is recorded when it is new.
-- param 1 source_key int2 the source
-- param 2 municipality_keys int2[] the units in ascending order, or NULL for all
-- returns scope_key int4
WITH added AS (
    INSERT INTO etl.scope (source_key, municipality_keys)
    VALUES ($1, $2)
    ON CONFLICT (source_key, municipality_keys) DO NOTHING
    RETURNING scope_key
)
SELECT scope_key FROM added
UNION ALL
SELECT scope_key
FROM etl.scope
WHERE source_key = $1 AND municipality_keys IS NOT DISTINCT FROM $2::int2[]
LIMIT 1;
