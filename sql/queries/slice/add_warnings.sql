-- Looks through the slices that have changed since the last check, and the years after them, for what
-- is odd, and keeps it; runs after remove_warnings.
-- returns found int8
WITH touched AS MATERIALIZED (
    SELECT DISTINCT c.indicator_key, y.period_key
    FROM mart.changed_slice AS c
    CROSS JOIN LATERAL (VALUES (c.period_key), (c.period_key + 10000)) AS y (period_key)
    JOIN dw.dim_period AS p ON p.period_key = y.period_key
    WHERE c.load_key > (SELECT coalesce(max(k.load_key), 0) FROM etl.warning_check AS k)
), found AS (
    INSERT INTO dw.outcome_warning
    SELECT w.indicator_key, w.period_key, w.gender_key, w.municipality_key, w.warning_code, min(w.found), min(w.expected)
    FROM touched AS t
    JOIN mart.outcome_warning AS w ON w.indicator_key = t.indicator_key AND w.period_key = t.period_key
    WHERE w.found IS NOT NULL
    GROUP BY w.indicator_key, w.period_key, w.gender_key, w.municipality_key, w.warning_code
    RETURNING 1
), noted AS (
    INSERT INTO etl.warning_check (load_key, checked_at)
    SELECT max(l.load_key), etl.clock()
    FROM etl.load AS l
    HAVING max(l.load_key) > (SELECT coalesce(max(k.load_key), 0) FROM etl.warning_check AS k)
)
SELECT count(*) AS found FROM found;
