-- What looks odd in the slices that a run has changed: for the log, never a reason to stop; runs after
-- add_warnings.
-- param 1 run_key int4 the run
-- returns indicator_code text, period_code text, warning_code text, figures int8
SELECT i.indicator_code, p.period_code, w.warning_code, count(*) AS figures
FROM (
    SELECT DISTINCT m.indicator_key, m.period_key
    FROM etl.load AS l
    JOIN etl.load_slice AS m ON m.load_key = l.load_key
    WHERE l.run_key = $1 AND m.new_rows + m.revised_rows + m.withdrawn_rows > 0
) AS c
JOIN dw.dim_indicator AS i ON i.indicator_key = c.indicator_key
JOIN dw.dim_period AS p ON p.period_key = c.period_key
JOIN mart.kept_warning AS w ON w.indicator_key = c.indicator_key AND w.period_key = c.period_key
GROUP BY i.indicator_code, p.period_code, w.warning_code
ORDER BY i.indicator_code, p.period_code, w.warning_code;
