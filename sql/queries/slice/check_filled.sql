-- Whether a first load has written what was sent, by count and exact checksums.
-- param 1 load_key int4 the load
-- returns intact bool
SELECT (f.rows, f.status_sum, f.value_sum) IS NOT DISTINCT FROM (s.rows, s.status_sum, s.value_sum) AS intact
FROM (
    SELECT count(*) AS rows, coalesce(sum(o.status_key::int8 * w.weight), 0) AS status_sum,
        coalesce(sum(o.value * w.weight), 0) AS value_sum
    FROM dw.fact_outcome AS o
    CROSS JOIN LATERAL (SELECT 4 * o.municipality_key::int8 + o.gender_key + 1 AS weight) AS w
    WHERE o.load_key = $1
) AS f
CROSS JOIN (
    SELECT coalesce(sum(n.staged_rows - n.deletion_rows), 0) AS rows, coalesce(sum(n.status_sum), 0) AS status_sum,
        coalesce(sum(n.value_sum), 0) AS value_sum
    FROM staging.slice AS n
) AS s;
