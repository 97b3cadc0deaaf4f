-- The newest runs.
-- param 1 how_many int4 at most this many
-- returns run_key int4, command text, operator text, host text, started_at timestamptz, finished_at timestamptz, exit_status int2, loads int8
SELECT r.run_key, r.command, r.operator, r.host, r.started_at, r.finished_at, r.exit_status,
    (SELECT count(*) FROM etl.load AS l WHERE l.run_key = r.run_key) AS loads
FROM etl.run AS r
ORDER BY r.run_key DESC
LIMIT $1::int4;
