-- Staged slices that do not hold what was sent, by count and exact checksums.
-- returns indicator_key int4, period_key int4
SELECT s.indicator_key, s.period_key
FROM staging.slice AS s
LEFT JOIN (
    SELECT v.indicator_key, v.period_key, count(*) AS staged_rows,
        coalesce(sum(v.status_key::int8 * w.weight) FILTER (WHERE v.status_key <> 199), 0) AS status_sum,
        coalesce(sum(v.value * w.weight), 0) AS value_sum
    FROM staging.slice_value AS v
    CROSS JOIN LATERAL (SELECT 4 * v.municipality_key::int8 + v.gender_key + 1 AS weight) AS w
    GROUP BY v.indicator_key, v.period_key
) AS found ON found.indicator_key = s.indicator_key AND found.period_key = s.period_key
WHERE (s.staged_rows, s.status_sum, s.value_sum)
    IS DISTINCT FROM (coalesce(found.staged_rows, 0), coalesce(found.status_sum, 0), coalesce(found.value_sum, 0));
