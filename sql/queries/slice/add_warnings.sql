-- Looks through the slices that have changed since the last check, and the years after them, for what
-- is odd, and keeps it; runs after remove_warnings, and best when places are up to date. Finds what
-- mart.outcome_warning says of these slices, in the distributions of each and of the year before.
-- returns found int8
WITH touched AS MATERIALIZED (
    SELECT DISTINCT c.indicator_key, y.period_key
    FROM mart.changed_slice AS c
    CROSS JOIN LATERAL (VALUES (c.period_key), (c.period_key + 10000)) AS y (period_key)
    JOIN dw.dim_period AS p ON p.period_key = y.period_key
    WHERE c.load_key > (SELECT coalesce(max(k.load_key), 0) FROM etl.warning_check AS k)
), slice AS (
    SELECT t.indicator_key, t.period_key, true AS is_touched
    FROM touched AS t
    UNION ALL
    SELECT t.indicator_key, t.period_key - 10000, false
    FROM touched AS t
    WHERE NOT EXISTS (
        SELECT FROM touched AS o WHERE o.indicator_key = t.indicator_key AND o.period_key = t.period_key - 10000)
), contested AS MATERIALIZED (
    SELECT unnest(etl.contested_indicators(ARRAY(SELECT DISTINCT t.indicator_key FROM touched AS t))) AS indicator_key
), described AS MATERIALIZED (
    -- What is kept beside the facts says the same of public figures that one document states, once it is up to date.
    SELECT s.indicator_key, s.period_key, s.is_touched, v.value_kind, 0.5 * power(10::numeric, -v.decimals) AS rounding,
        v.disclosure = 'public' AND n.indicator_key IS NULL AND NOT EXISTS (
            SELECT FROM etl.changed_slice AS o
            WHERE o.indicator_key = s.indicator_key AND o.period_key = s.period_key) AS is_kept
    FROM slice AS s
    JOIN dw.dim_indicator_version AS v ON v.indicator_key = s.indicator_key AND upper_inf(v.recorded)
    LEFT JOIN contested AS n ON n.indicator_key = s.indicator_key
), counted AS MATERIALIZED (
    SELECT s.indicator_key, s.period_key, s.is_touched, s.value_kind, s.rounding, c.*
    FROM described AS s
    CROSS JOIN LATERAL (
        SELECT d.gender_key, sum(d.units) AS units, count(*) FILTER (WHERE d.unit_kind = 'nation') AS nations,
            s.value_kind = 'share' AND bool_or(d.lowest < 0 OR d.highest > 100) AS is_beyond
        FROM dw.outcome_distribution AS d
        WHERE d.indicator_key = s.indicator_key AND d.period_key = s.period_key
        GROUP BY d.gender_key
    ) AS c
    WHERE s.is_kept
    UNION ALL
    SELECT s.indicator_key, s.period_key, s.is_touched, s.value_kind, s.rounding, c.*
    FROM described AS s
    CROSS JOIN LATERAL (
        -- Units are counted once, which costs a sort of every group: done only where two documents state some.
        SELECT f.gender_key,
            CASE WHEN min(f.document_key) = max(f.document_key) THEN count(*) ELSE (
                SELECT count(DISTINCT o.municipality_key)
                FROM dw.fact_outcome AS o
                WHERE o.indicator_key = s.indicator_key AND o.period_key = s.period_key AND o.gender_key = f.gender_key
                    AND o.value IS NOT NULL) END AS units,
            count(*) FILTER (
                WHERE f.municipality_key = ANY (
                    ARRAY(SELECT u.municipality_key FROM dw.dim_municipality AS u WHERE u.kind = 'nation'))) AS nations,
            s.value_kind = 'share' AND bool_or(f.value NOT BETWEEN 0 AND 100) AS is_beyond
        FROM dw.fact_outcome AS f
        WHERE f.indicator_key = s.indicator_key AND f.period_key = s.period_key AND f.value IS NOT NULL
        GROUP BY f.gender_key
    ) AS c
    WHERE NOT s.is_kept
), followed AS (
    SELECT c.*,
        CASE WHEN lag(c.period_key) OVER year = c.period_key - 10000 THEN lag(c.units) OVER year END AS units_before,
        CASE WHEN lag(c.period_key) OVER year = c.period_key - 10000 THEN lag(c.nations) OVER year END AS nations_before
    FROM counted AS c
    WINDOW year AS (PARTITION BY c.indicator_key, c.gender_key ORDER BY c.period_key)
), ranged AS MATERIALIZED (
    -- Shares that leave 0-100 where the indicator itself next to never does.
    SELECT n.indicator_key
    FROM (SELECT DISTINCT c.indicator_key FROM counted AS c WHERE c.is_touched AND c.is_beyond) AS n
    CROSS JOIN LATERAL (
        SELECT count(*) AS outcomes, count(*) FILTER (WHERE f.value NOT BETWEEN 0 AND 100) AS beyond
        FROM dw.fact_outcome AS f
        WHERE f.indicator_key = n.indicator_key AND f.value IS NOT NULL
    ) AS w
    WHERE w.beyond <= w.outcomes * 0.01
), warning AS (
    SELECT f.indicator_key, f.period_key, f.gender_key, f.municipality_key, 'outside-own-range' AS warning_code,
        f.value AS found, NULL::numeric AS expected
    FROM counted AS c
    JOIN dw.fact_outcome AS f ON f.indicator_key = c.indicator_key AND f.period_key = c.period_key
        AND f.gender_key = c.gender_key
    WHERE c.is_touched AND c.is_beyond AND f.value NOT BETWEEN 0 AND 100
        AND c.indicator_key IN (SELECT r.indicator_key FROM ranged AS r)
    UNION ALL
    -- A total outside of what women and men have, where both are known and it must lie between.
    SELECT c.indicator_key, c.period_key, 0, t.municipality_key, 'total-outside-genders', t.value,
        CASE WHEN t.value < least(t.women, t.men) THEN least(t.women, t.men) ELSE greatest(t.women, t.men) END
    FROM counted AS c
    CROSS JOIN LATERAL (
        SELECT f.municipality_key, max(f.value) FILTER (WHERE f.gender_key = 0) AS value,
            max(f.value) FILTER (WHERE f.gender_key = 1) AS women, max(f.value) FILTER (WHERE f.gender_key = 2) AS men
        FROM dw.fact_outcome AS f
        WHERE f.indicator_key = c.indicator_key AND f.period_key = c.period_key
        GROUP BY f.municipality_key, f.document_key
    ) AS t
    WHERE c.is_touched AND c.gender_key = 1 AND c.value_kind IN ('share', 'rate', 'mean', 'median')
        AND t.women IS NOT NULL AND t.men IS NOT NULL
        AND t.value NOT BETWEEN least(t.women, t.men) - c.rounding AND greatest(t.women, t.men) + c.rounding
    UNION ALL
    -- Far fewer units with a value than the year before, or the nation gone.
    SELECT c.indicator_key, c.period_key, c.gender_key, NULL, w.warning_code, w.found, w.expected
    FROM followed AS c
    CROSS JOIN LATERAL (VALUES
        ('coverage-fallen', c.units::numeric, c.units_before::numeric, c.units_before >= 20 AND c.units < 0.7 * c.units_before),
        ('nation-absent', 0::numeric, 1::numeric, c.units >= 20 AND c.nations_before > 0 AND c.nations = 0)
    ) AS w (warning_code, found, expected, holds)
    WHERE c.is_touched AND c.period_key BETWEEN 100000000 AND 199999999 AND w.holds
), found AS (
    -- Two documents may state the same figure; it is odd once, in what one of them says.
    INSERT INTO dw.outcome_warning
    SELECT DISTINCT ON (w.indicator_key, w.period_key, w.gender_key, w.municipality_key, w.warning_code)
        w.indicator_key, w.period_key, w.gender_key, w.municipality_key, w.warning_code, w.found, w.expected
    FROM warning AS w
    ORDER BY w.indicator_key, w.period_key, w.gender_key, w.municipality_key, w.warning_code, w.found, w.expected
    RETURNING 1
), noted AS (
    INSERT INTO etl.warning_check (load_key, checked_at)
    SELECT max(l.load_key), etl.clock()
    FROM etl.load AS l
    HAVING max(l.load_key) > (SELECT coalesce(max(k.load_key), 0) FROM etl.warning_check AS k)
)
SELECT count(*) AS found FROM found;
