-- Slices whose digest is held to be true while the facts are not what was loaded with it: the number
-- of figures, the statuses and the values within the slice's units must give the stored checksums.
-- returns subject text, problem text
WITH whole AS (
    SELECT d.source_key, f.indicator_key, f.period_key, count(*) AS rows,
        sum(f.status_key::int8 * w.weight) AS status_sum, coalesce(sum(f.value * w.weight), 0) AS value_sum
    FROM dw.fact_outcome AS f
    JOIN dw.dim_document AS d ON d.document_key = f.document_key
    CROSS JOIN LATERAL (SELECT 4 * f.municipality_key::int8 + f.gender_key + 1 AS weight) AS w
    WHERE f.status_key <> 199 AND d.source_key IN (SELECT s.source_key FROM etl.slice AS s)
    GROUP BY d.source_key, f.indicator_key, f.period_key
), found AS (
    SELECT s.*, w.rows AS found_rows, w.status_sum AS found_statuses, w.value_sum AS found_values
    FROM etl.slice AS s
    JOIN etl.scope AS c ON c.scope_key = s.scope_key
    LEFT JOIN whole AS w ON w.source_key = s.source_key AND w.indicator_key = s.indicator_key
        AND w.period_key = s.period_key
    WHERE s.digest IS NOT NULL AND c.municipality_keys IS NULL
    UNION ALL
    SELECT s.*, w.rows, w.status_sum, w.value_sum
    FROM etl.slice AS s
    JOIN etl.scope AS c ON c.scope_key = s.scope_key
    CROSS JOIN LATERAL (
        SELECT count(*) AS rows, sum(f.status_key::int8 * (4 * f.municipality_key::int8 + f.gender_key + 1)) AS status_sum,
            sum(f.value * (4 * f.municipality_key::int8 + f.gender_key + 1)) AS value_sum
        FROM dw.fact_outcome AS f
        JOIN dw.dim_document AS d ON d.document_key = f.document_key
        WHERE f.indicator_key = s.indicator_key AND f.period_key = s.period_key AND d.source_key = s.source_key
            AND f.municipality_key = ANY (c.municipality_keys) AND f.status_key <> 199
    ) AS w
    WHERE s.digest IS NOT NULL AND c.municipality_keys IS NOT NULL
)
SELECT concat_ws(' ', 'source_key', source_key, 'indicator_key', indicator_key, 'period_key', period_key, 'scope_key', scope_key),
    format('loaded were %s figures with the sums %s and %s, the facts hold %s with %s and %s',
        row_count, status_sum, value_sum, coalesce(found_rows, 0), coalesce(found_statuses, 0), coalesce(found_values, 0))
FROM found
WHERE (row_count, status_sum, value_sum)
    IS DISTINCT FROM (coalesce(found_rows, 0), coalesce(found_statuses, 0), coalesce(found_values, 0));
