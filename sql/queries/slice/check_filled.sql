-- Whether a first load has written what was sent: every slice by count and exact checksums, and no other.
-- Asked before the commit, so that check_run need not ask of these slices again.
-- param 1 load_key int4 the load
-- returns intact bool
SELECT NOT EXISTS (
    SELECT
    FROM staging.slice AS s
    FULL JOIN (
        SELECT o.indicator_key, o.period_key, count(*) AS rows, sum(o.status_key * w.weight) AS status_sum,
            coalesce(sum(o.value * w.weight), 0) AS value_sum
        FROM dw.fact_outcome AS o
        CROSS JOIN LATERAL (SELECT 4 * o.municipality_key::int + o.gender_key + 1 AS weight) AS w
        -- None is later. Without statistics equality is taken to mean a few rows, which are then sorted.
        WHERE o.load_key >= $1
        GROUP BY o.indicator_key, o.period_key
    ) AS f ON f.indicator_key = s.indicator_key AND f.period_key = s.period_key
    WHERE (s.staged_rows - s.deletion_rows, s.status_sum, s.value_sum)
        IS DISTINCT FROM (coalesce(f.rows, 0), coalesce(f.status_sum, 0), coalesce(f.value_sum, 0))
) AS intact;
