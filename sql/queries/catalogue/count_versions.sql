-- How many indicators a source's catalogue held when it was last loaded.
-- param 1 source_key int2 the source
-- returns indicators int8
SELECT count(*) AS indicators
FROM dw.indicator_catalogue_version
WHERE source_key = $1 AND upper_inf(recorded);
