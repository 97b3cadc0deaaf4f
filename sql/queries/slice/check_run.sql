-- Slices merged by a run whose facts are not what was loaded with their digests; there must be none.
-- The same as checks/slice_content.sql, but reading only what the run has touched.
-- param 1 run_key int4 the run
-- param 2 proved_load_keys int4[] loads that were proved before they were committed (check_filled)
-- returns subject text, problem text
SELECT concat_ws(' ', 'indicator_key', s.indicator_key, 'period_key', s.period_key, 'scope_key', s.scope_key) AS subject,
    format('loaded were %s figures with the sums %s and %s, the facts hold %s with %s and %s',
        s.row_count, s.status_sum, s.value_sum, w.rows, w.status_sum, w.value_sum) AS problem
FROM etl.load AS l
JOIN etl.load_slice AS m ON m.load_key = l.load_key
JOIN etl.slice AS s ON s.source_key = l.source_key AND s.indicator_key = m.indicator_key AND s.period_key = m.period_key
JOIN etl.scope AS c ON c.scope_key = s.scope_key
CROSS JOIN LATERAL (
    SELECT count(*) AS rows,
        coalesce(sum(f.status_key * (4 * f.municipality_key::int + f.gender_key + 1)), 0) AS status_sum,
        coalesce(sum(f.value * (4 * f.municipality_key::int + f.gender_key + 1)), 0) AS value_sum
    FROM dw.fact_outcome AS f
    WHERE f.indicator_key = s.indicator_key AND f.period_key = s.period_key AND f.status_key <> 199
        AND f.document_key = ANY (ARRAY(SELECT d.document_key FROM dw.dim_document AS d WHERE d.source_key = s.source_key))
        AND (c.municipality_keys IS NULL OR f.municipality_key = ANY (c.municipality_keys))
) AS w
WHERE l.run_key = $1 AND l.load_key <> ALL ($2) AND s.digest IS NOT NULL
    AND (s.row_count, s.status_sum, s.value_sum) IS DISTINCT FROM (w.rows, w.status_sum, w.value_sum);
