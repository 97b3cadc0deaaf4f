-- Staged slices that lost more of their values than is allowed, or whose values are typically many
-- times larger or smaller than those that the warehouse has.
-- param 1 document_key int4 the document that the source's figures belong to
-- param 2 max_lost_share float8 largest share of values that may be lost, 0 to 1
-- param 3 max_factor float8 largest typical factor between new and old values, above 1
-- param 4 minimum_values int4 slices with fewer values than this are not judged
-- returns indicator_key int4, period_key int4, reason_code text, stated_values int4, lost_values int4, typical_factor float8
WITH stated AS MATERIALIZED (
    SELECT f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.value, s.is_complete
    FROM staging.slice AS s
    JOIN etl.scope AS c ON c.scope_key = s.scope_key
    JOIN dw.fact_outcome AS f ON f.indicator_key = s.indicator_key AND f.period_key = s.period_key
        AND f.document_key = $1
    WHERE f.value IS NOT NULL
        AND (c.municipality_keys IS NULL OR f.municipality_key = ANY (c.municipality_keys))
), judged AS (
    SELECT o.indicator_key, o.period_key, count(*) AS stated_values,
        count(*) FILTER (WHERE v.value IS NULL AND (o.is_complete OR v.indicator_key IS NOT NULL)) AS lost_values,
        percentile_cont(0.5) WITHIN GROUP (
            ORDER BY CASE WHEN o.value <> 0 AND v.value <> 0 THEN abs(v.value::float8 / o.value::float8) END
        ) AS typical_factor,
        count(*) FILTER (WHERE o.value <> 0 AND v.value <> 0) AS compared_values
    FROM stated AS o
    LEFT JOIN staging.slice_value AS v ON v.indicator_key = o.indicator_key AND v.period_key = o.period_key
        AND v.gender_key = o.gender_key AND v.municipality_key = o.municipality_key
    GROUP BY o.indicator_key, o.period_key
), suspicious AS (
    SELECT *,
        lost_values > $2::float8 * stated_values AS has_lost,
        compared_values >= $4::int4 AND (typical_factor >= $3::float8 OR typical_factor <= 1 / $3::float8) AS has_jumped
    FROM judged
    WHERE stated_values >= $4::int4
)
SELECT indicator_key, period_key, CASE WHEN has_lost THEN 'lost-values' ELSE 'jumped-values' END AS reason_code,
    stated_values::int4 AS stated_values, lost_values::int4 AS lost_values, typical_factor
FROM suspicious
WHERE has_lost OR has_jumped
ORDER BY indicator_key, period_key;
