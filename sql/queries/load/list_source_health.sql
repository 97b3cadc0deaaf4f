-- When each source last succeeded completely and last failed.
-- returns source_code text, success_at timestamptz, success_run int4, failure_at timestamptz, failure_run int4, failure_status int2, failure_code text
SELECT
    n.source_code, g.finished_at AS success_at, g.run_key AS success_run, b.finished_at AS failure_at,
    b.run_key AS failure_run, b.exit_status AS failure_status, b.fault_code AS failure_code
FROM (SELECT DISTINCT source_code FROM etl.run_source) AS n
LEFT JOIN LATERAL (
    SELECT r.run_key, r.finished_at
    FROM etl.run_source AS r
    WHERE r.source_code = n.source_code AND r.exit_status = 0
    ORDER BY r.run_key DESC
    LIMIT 1
) AS g ON true
LEFT JOIN LATERAL (
    SELECT r.run_key, r.finished_at, r.exit_status, r.fault_code
    FROM etl.run_source AS r
    WHERE r.source_code = n.source_code AND r.exit_status <> 0
    ORDER BY r.run_key DESC
    LIMIT 1
) AS b ON true
ORDER BY n.source_code;
