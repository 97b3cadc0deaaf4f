-- The identity of the last load of a source that was merged, by the source's name.
-- param 1 source_code text the name of the source
-- returns identity bytea
SELECT l.identity
FROM etl.load AS l
JOIN dw.dim_source AS s ON s.source_key = l.source_key
WHERE s.source_code = $1 AND l.state = 'loaded'
ORDER BY l.load_key DESC
LIMIT 1;
