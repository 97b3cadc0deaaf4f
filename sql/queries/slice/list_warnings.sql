-- What looks odd in the slices that a run has changed: for the log, never a reason to stop. Says the same as
-- mart.outcome_warning does of these slices, in one reading of each of them and of the year before, so that
-- it takes as long as what the run has changed is large.
-- param 1 run_key int4 the run
-- returns indicator_code text, period_code text, warning_code text, figures int8
WITH touched AS MATERIALIZED (
    SELECT DISTINCT m.indicator_key, m.period_key
    FROM etl.load AS l
    JOIN etl.load_slice AS m ON m.load_key = l.load_key
    WHERE l.run_key = $1 AND m.new_rows + m.revised_rows + m.withdrawn_rows > 0
), slice AS (
    SELECT t.indicator_key, t.period_key, true AS is_touched
    FROM touched AS t
    UNION ALL
    SELECT t.indicator_key, t.period_key - 10000, false
    FROM touched AS t
    WHERE NOT EXISTS (
        SELECT FROM touched AS o WHERE o.indicator_key = t.indicator_key AND o.period_key = t.period_key - 10000)
), counted AS MATERIALIZED (
    SELECT s.indicator_key, s.period_key, s.is_touched, v.value_kind, v.decimals, c.*
    FROM slice AS s
    JOIN dw.dim_indicator_version AS v ON v.indicator_key = s.indicator_key AND upper_inf(v.recorded)
    CROSS JOIN LATERAL (
        SELECT f.gender_key, count(DISTINCT f.municipality_key) AS units,
            count(*) FILTER (
                WHERE f.municipality_key = ANY (
                    ARRAY(SELECT u.municipality_key FROM dw.dim_municipality AS u WHERE u.kind = 'nation'))) AS nations,
            count(*) FILTER (WHERE v.value_kind = 'share' AND f.value NOT BETWEEN 0 AND 100) AS beyond
        FROM dw.fact_outcome AS f
        WHERE f.indicator_key = s.indicator_key AND f.period_key = s.period_key AND f.value IS NOT NULL
        GROUP BY f.gender_key
    ) AS c
), followed AS (
    SELECT c.*,
        CASE WHEN lag(c.period_key) OVER year = c.period_key - 10000 THEN lag(c.units) OVER year END AS units_before,
        CASE WHEN lag(c.period_key) OVER year = c.period_key - 10000 THEN lag(c.nations) OVER year END AS nations_before
    FROM counted AS c
    WINDOW year AS (PARTITION BY c.indicator_key, c.gender_key ORDER BY c.period_key)
), ranged AS MATERIALIZED (
    -- Shares that leave 0-100 where the indicator itself next to never does.
    SELECT n.indicator_key
    FROM (SELECT DISTINCT c.indicator_key FROM counted AS c WHERE c.is_touched AND c.beyond > 0) AS n
    CROSS JOIN LATERAL (
        SELECT count(*) AS outcomes, count(*) FILTER (WHERE f.value NOT BETWEEN 0 AND 100) AS beyond
        FROM dw.fact_outcome AS f
        WHERE f.indicator_key = n.indicator_key AND f.value IS NOT NULL
    ) AS w
    WHERE w.beyond <= w.outcomes * 0.01
), warning AS (
    SELECT c.indicator_key, c.period_key, 'outside-own-range' AS warning_code, sum(c.beyond)::int8 AS figures
    FROM counted AS c
    WHERE c.is_touched AND c.beyond > 0 AND c.indicator_key IN (SELECT r.indicator_key FROM ranged AS r)
    GROUP BY c.indicator_key, c.period_key
    UNION ALL
    SELECT c.indicator_key, c.period_key, 'total-outside-genders', x.figures
    FROM counted AS c
    CROSS JOIN LATERAL (
        SELECT count(*) AS figures
        FROM dw.fact_outcome AS t
        JOIN dw.fact_outcome AS k ON k.indicator_key = t.indicator_key AND k.period_key = t.period_key AND k.gender_key = 1
            AND k.municipality_key = t.municipality_key AND k.document_key = t.document_key
        JOIN dw.fact_outcome AS m ON m.indicator_key = t.indicator_key AND m.period_key = t.period_key AND m.gender_key = 2
            AND m.municipality_key = t.municipality_key AND m.document_key = t.document_key
        WHERE t.indicator_key = c.indicator_key AND t.period_key = c.period_key AND t.gender_key = 0
            AND (t.value < least(k.value, m.value) - 0.5 * power(10::numeric, -c.decimals)
                OR t.value > greatest(k.value, m.value) + 0.5 * power(10::numeric, -c.decimals))
    ) AS x
    WHERE c.is_touched AND c.gender_key = 1 AND c.value_kind IN ('share', 'rate', 'mean', 'median') AND x.figures > 0
    UNION ALL
    SELECT c.indicator_key, c.period_key, w.warning_code, count(*)
    FROM followed AS c
    CROSS JOIN LATERAL (VALUES
        ('coverage-fallen', c.units_before >= 20 AND c.units < 0.7 * c.units_before),
        ('nation-absent', c.units >= 20 AND c.nations_before > 0 AND c.nations = 0)
    ) AS w (warning_code, holds)
    WHERE c.is_touched AND c.period_key BETWEEN 100000000 AND 199999999 AND w.holds
    GROUP BY c.indicator_key, c.period_key, w.warning_code
)
SELECT i.indicator_code, p.period_code, w.warning_code, w.figures
FROM warning AS w
JOIN dw.dim_indicator AS i ON i.indicator_key = w.indicator_key
JOIN dw.dim_period AS p ON p.period_key = w.period_key
ORDER BY i.indicator_code, p.period_code, w.warning_code;
