-- Places, quartiles and latest values that are not what the facts give when computed anew, in another
-- way than they were made; and slices whose change was noted and never dealt with, unless nothing at all
-- of their indicator is kept: readers then get what the next load will keep.
-- returns subject text, problem text
WITH outcome AS MATERIALIZED (
    SELECT f.indicator_key, f.period_key, f.gender_key, f.municipality_key, m.kind, f.value, f.status_key, f.document_key
    FROM (
        SELECT o.*, row_number() OVER (
            PARTITION BY o.indicator_key, o.period_key, o.gender_key, o.municipality_key
            ORDER BY d.precedence, d.published_on DESC NULLS LAST, d.document_key DESC) AS turn
        FROM dw.fact_outcome AS o
        JOIN dw.dim_document AS d ON d.document_key = o.document_key
        JOIN dw.dim_indicator_version AS v ON v.indicator_key = o.indicator_key AND upper_inf(v.recorded)
        WHERE o.value IS NOT NULL AND v.disclosure = 'public'
    ) AS f
    JOIN dw.dim_municipality AS m ON m.municipality_key = f.municipality_key
    WHERE f.turn = 1
), spread AS (
    SELECT indicator_key, period_key, gender_key, kind, count(*) AS units, avg(value + 0.00000000000000000000) AS mean, min(value) AS lowest,
        max(value) AS highest, percentile_cont(ARRAY[0.25, 0.5, 0.75]) WITHIN GROUP (ORDER BY value) AS quartiles
    FROM outcome
    GROUP BY indicator_key, period_key, gender_key, kind
), newest AS (
    SELECT o.*, row_number() OVER (
            PARTITION BY o.indicator_key, o.gender_key, o.municipality_key
            ORDER BY o.status_key <> 0, p.kind NOT IN ('year', 'school_year', 'point'), p.end_date DESC, p.start_date,
                p.period_key) AS turn,
        rank() OVER (PARTITION BY o.indicator_key, o.period_key, o.gender_key, o.kind ORDER BY o.value) AS from_bottom,
        rank() OVER (PARTITION BY o.indicator_key, o.period_key, o.gender_key, o.kind ORDER BY o.value DESC) AS from_top
    FROM outcome AS o
    JOIN dw.dim_period AS p ON p.period_key = o.period_key
)
SELECT concat_ws(' ', 'indicator_key', coalesce(d.indicator_key, s.indicator_key), 'period_key',
        coalesce(d.period_key, s.period_key), 'gender_key', coalesce(d.gender_key, s.gender_key)) AS subject,
    'the kept distribution is not that of the facts' AS problem
FROM dw.current_distribution AS d
FULL JOIN spread AS s ON s.indicator_key = d.indicator_key AND s.period_key = d.period_key
    AND s.gender_key = d.gender_key AND s.kind = d.unit_kind
WHERE (d.units, d.lowest, d.highest) IS DISTINCT FROM (s.units, s.lowest, s.highest)
    OR abs(d.mean - s.mean) > 1e-10
    OR abs(d.lower_quartile - s.quartiles[1]::numeric) > 1e-12 * (1 + abs(s.highest) + abs(s.lowest))
    OR abs(d.median - s.quartiles[2]::numeric) > 1e-12 * (1 + abs(s.highest) + abs(s.lowest))
    OR abs(d.upper_quartile - s.quartiles[3]::numeric) > 1e-12 * (1 + abs(s.highest) + abs(s.lowest))
UNION ALL
SELECT concat_ws(' ', 'indicator_key', coalesce(l.indicator_key, n.indicator_key), 'municipality_key',
        coalesce(l.municipality_key, n.municipality_key), 'gender_key', coalesce(l.gender_key, n.gender_key)),
    'the kept latest value or its place is not that of the facts'
FROM dw.current_latest_outcome AS l
FULL JOIN (SELECT * FROM newest WHERE turn = 1) AS n ON n.indicator_key = l.indicator_key
    AND n.municipality_key = l.municipality_key AND n.gender_key = l.gender_key
LEFT JOIN spread AS s ON s.indicator_key = n.indicator_key AND s.period_key = n.period_key
    AND s.gender_key = n.gender_key AND s.kind = n.kind
LEFT JOIN dw.current_distribution AS d ON d.indicator_key = n.indicator_key AND d.period_key = n.period_key
    AND d.gender_key = n.gender_key AND d.unit_kind = n.kind
LEFT JOIN outcome AS b ON b.indicator_key = n.indicator_key AND b.period_key = n.period_key - 10000
    AND b.gender_key = n.gender_key AND b.municipality_key = n.municipality_key
WHERE (l.period_key, l.document_key, l.status_key, l.value, l.units, l.higher + 1, l.lower + 1, l.previous_value,
        l.lower_quartile, l.median, l.upper_quartile)
    IS DISTINCT FROM (n.period_key, n.document_key, n.status_key, n.value, s.units, n.from_top, n.from_bottom, b.value,
        d.lower_quartile, d.median, d.upper_quartile)
UNION ALL
SELECT concat_ws(' ', 'indicator_key', indicator_key, 'period_key', period_key, 'gender_key', gender_key),
    'its facts changed and its distribution was not refreshed'
FROM etl.changed_slice AS c
WHERE EXISTS (SELECT FROM dw.outcome_distribution AS d WHERE d.indicator_key = c.indicator_key);
