-- Removes what was found odd in slices that have changed since the last check, and in the years after
-- them, whose coverage is compared with theirs.
-- returns removed int8
WITH touched AS MATERIALIZED (
    SELECT DISTINCT c.indicator_key, c.period_key
    FROM mart.changed_slice AS c
    WHERE c.load_key > (SELECT coalesce(max(k.load_key), 0) FROM etl.warning_check AS k)
), removed AS (
    DELETE FROM dw.outcome_warning AS w
    USING touched AS t
    WHERE w.indicator_key = t.indicator_key AND w.period_key IN (t.period_key, t.period_key + 10000)
    RETURNING 1
)
SELECT count(*) AS removed FROM removed;
