-- Plausibility: what looks odd in the figures, for showing beside them. Nothing here holds data back. Ask
-- for one indicator, or one indicator and period: the conditions reach the index. (Made again after
-- migrations/0018_current_tables.)

CREATE OR REPLACE VIEW mart.outcome_warning AS
-- A share that leaves 0-100 where the indicator itself next to never does.
SELECT r.indicator_key, f.period_key, f.gender_key, f.municipality_key, 'outside-own-range' AS warning_code,
    f.value AS found, NULL::numeric AS expected
FROM (
    SELECT o.indicator_key
    FROM mart.outcome_now AS o
    JOIN dw.dim_indicator_version AS v ON v.indicator_key = o.indicator_key AND upper_inf(v.recorded)
    WHERE o.value IS NOT NULL AND v.value_kind = 'share'
    GROUP BY o.indicator_key
    HAVING count(*) FILTER (WHERE o.value NOT BETWEEN 0 AND 100) BETWEEN 1 AND count(*) * 0.01
) AS r
JOIN mart.outcome_now AS f ON f.indicator_key = r.indicator_key
WHERE f.value NOT BETWEEN 0 AND 100
UNION ALL
-- A total outside of what women and men have, where both are known and it must lie between.
SELECT t.indicator_key, t.period_key, t.gender_key, t.municipality_key, 'total-outside-genders', t.value,
    CASE WHEN t.value < least(k.value, m.value) THEN least(k.value, m.value) ELSE greatest(k.value, m.value) END
FROM mart.outcome_now AS t
JOIN mart.outcome_now AS k ON k.indicator_key = t.indicator_key AND k.period_key = t.period_key AND k.gender_key = 1
    AND k.municipality_key = t.municipality_key AND k.document_key = t.document_key
JOIN mart.outcome_now AS m ON m.indicator_key = t.indicator_key AND m.period_key = t.period_key AND m.gender_key = 2
    AND m.municipality_key = t.municipality_key AND m.document_key = t.document_key
JOIN dw.dim_indicator_version AS v ON v.indicator_key = t.indicator_key AND upper_inf(v.recorded)
WHERE t.gender_key = 0 AND v.value_kind IN ('share', 'rate', 'mean', 'median')
    AND k.value IS NOT NULL AND m.value IS NOT NULL
    AND (t.value < least(k.value, m.value) - 0.5 * power(10::numeric, -v.decimals)
        OR t.value > greatest(k.value, m.value) + 0.5 * power(10::numeric, -v.decimals))
UNION ALL
-- Far fewer units with a value than the year before, or the nation gone.
SELECT n.indicator_key, n.period_key, n.gender_key, NULL, n.warning_code, n.found, n.expected
FROM (
    SELECT c.indicator_key, c.period_key, c.gender_key, w.warning_code, w.found, w.expected
    FROM (
        SELECT o.indicator_key, o.period_key, o.gender_key, count(DISTINCT o.municipality_key) AS units,
            count(*) FILTER (WHERE u.kind = 'nation') AS nations
        FROM mart.outcome_now AS o
        JOIN dw.dim_municipality AS u ON u.municipality_key = o.municipality_key
        WHERE o.value IS NOT NULL
        GROUP BY o.indicator_key, o.period_key, o.gender_key
    ) AS c
    CROSS JOIN LATERAL (
        SELECT count(DISTINCT o.municipality_key) AS units, count(*) FILTER (WHERE u.kind = 'nation') AS nations
        FROM mart.outcome_now AS o
        JOIN dw.dim_municipality AS u ON u.municipality_key = o.municipality_key
        WHERE o.indicator_key = c.indicator_key AND o.period_key = c.period_key - 10000 AND o.gender_key = c.gender_key
            AND o.value IS NOT NULL
    ) AS b
    CROSS JOIN LATERAL (VALUES
        ('coverage-fallen', c.units::numeric, b.units::numeric, b.units >= 20 AND c.units < 0.7 * b.units),
        ('nation-absent', 0::numeric, 1::numeric, c.units >= 20 AND b.nations > 0 AND c.nations = 0)
    ) AS w (warning_code, found, expected, holds)
    WHERE w.holds AND c.period_key BETWEEN 100000000 AND 199999999
) AS n;
COMMENT ON VIEW mart.outcome_warning IS 'Plausibility of current outcomes: what looks odd and is shown beside the figure, never held back; grain: warning x outcome, or warning x indicator x period x gender.';
COMMENT ON COLUMN mart.outcome_warning.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.outcome_warning.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_warning.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_warning.municipality_key IS 'Surrogate key of the unit; NULL when the whole period is meant.';
COMMENT ON COLUMN mart.outcome_warning.warning_code IS 'outside-own-range, total-outside-genders, coverage-fallen or nation-absent.';
COMMENT ON COLUMN mart.outcome_warning.found IS 'The value, or how many units have one.';
COMMENT ON COLUMN mart.outcome_warning.expected IS 'The nearer limit, or how many units had one the year before.';

CREATE OR REPLACE VIEW mart.kept_warning AS
-- It rests on every figure, so nothing is told of internal ones, nor to a reader's own condition (see
-- mart.outcome_public).
SELECT w.indicator_key, w.period_key, w.gender_key, w.municipality_key, w.warning_code,
    CASE WHEN i.disclosure = 'public' THEN w.found END AS found,
    CASE WHEN i.disclosure = 'public' THEN w.expected END AS expected
FROM dw.outcome_warning AS w
JOIN mart.indicator AS i ON i.indicator_key = w.indicator_key AND i.disclosure = 'public';
COMMENT ON VIEW mart.kept_warning IS 'mart.outcome_warning as it was found after the last load that changed the slice: quick; grain: warning x outcome, or warning x indicator x period x gender.';
COMMENT ON COLUMN mart.kept_warning.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.kept_warning.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.kept_warning.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.kept_warning.municipality_key IS 'Surrogate key of the unit; NULL when the whole period is meant.';
COMMENT ON COLUMN mart.kept_warning.warning_code IS 'outside-own-range, total-outside-genders, coverage-fallen or nation-absent.';
COMMENT ON COLUMN mart.kept_warning.found IS 'The value, or how many units have one.';
COMMENT ON COLUMN mart.kept_warning.expected IS 'The nearer limit, or how many units had one the year before.';

-- No trigger does this: the statements that find warnings read mart.indicator themselves.
CREATE OR REPLACE FUNCTION etl.publish_warnings() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM dw.write_current('indicator');
END
$$;
COMMENT ON FUNCTION etl.publish_warnings() IS 'Lets readers know in which periods something looks odd, after dw.outcome_warning has changed.';
REVOKE ALL ON FUNCTION etl.publish_warnings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.publish_warnings() TO riktmarke_etl;

GRANT SELECT ON mart.kept_warning TO riktmarke_read, riktmarke_etl;
GRANT SELECT ON mart.outcome_warning TO riktmarke_read, riktmarke_etl;

-- Kept before it was asked whether one document has both.
DO $$
BEGIN
    DELETE FROM dw.outcome_warning AS w
    WHERE w.warning_code = 'total-outside-genders' AND NOT EXISTS (
        SELECT FROM dw.fact_outcome AS f
        WHERE f.indicator_key = w.indicator_key AND f.period_key = w.period_key AND f.gender_key IN (1, 2)
            AND f.municipality_key = w.municipality_key AND f.value IS NOT NULL
        GROUP BY f.document_key
        HAVING count(*) = 2);
    IF FOUND THEN
        PERFORM etl.publish_warnings();
    END IF;
END
$$;
