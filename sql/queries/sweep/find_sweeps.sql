-- When a service was last asked a question in full and with nothing left over; no row before the
-- first full sweep. What a file or an older snapshot has changed since makes both unknown.
-- param 1 source_code text the name of the source
-- param 2 question bytea SHA-256 over the service and what is wanted of it
-- returns full_began_at timestamptz, indicators text[], settled_began_at timestamptz
WITH source AS (
    SELECT source_key FROM dw.dim_source WHERE source_code = $1
), other AS (
    SELECT coalesce(max(l.run_key), 0) AS run_key
    FROM etl.load AS l
    JOIN source AS s ON s.source_key = l.source_key
    WHERE l.state = 'loaded' AND l.new_rows + l.revised_rows + l.withdrawn_rows > 0
        AND NOT EXISTS (SELECT FROM etl.sweep AS w WHERE w.run_key = l.run_key AND w.source_key = l.source_key)
), asked AS (
    SELECT w.run_key, w.began_at, w.changed_since, w.is_settled, w.indicators
    FROM etl.sweep AS w
    JOIN source AS s ON s.source_key = w.source_key
    JOIN other AS o ON w.run_key > o.run_key
    WHERE w.question = $2 AND w.is_whole
)
SELECT f.began_at AS full_began_at, f.indicators,
    (SELECT a.began_at FROM asked AS a WHERE a.is_settled ORDER BY a.run_key DESC LIMIT 1) AS settled_began_at
FROM asked AS f
WHERE f.changed_since IS NULL
ORDER BY f.run_key DESC
LIMIT 1;
