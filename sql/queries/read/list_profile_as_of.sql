-- The latest value of every indicator of a unit, or that of one period, with its place in a group, as known
-- at a time.
-- param 1 municipality_key int2 the unit
-- param 2 gender_key int2 the gender
-- param 3 indicator_keys int4[] only these indicators, or NULL for all
-- param 4 municipality_keys int2[] the group, the unit among them
-- param 5 as_of timestamptz time of knowledge, or NULL for now
-- param 6 period_key int4 only this period, or NULL for the latest
-- returns indicator_key int4, indicator_code text, title text, unit text, decimals int2, value_kind text, polarity text, uncertainty text, disclosure text, operating_area text, period_key int4, status_key int2, value numeric, units int2, higher int2, lower int2, lower_quartile numeric, median numeric, upper_quartile numeric, previous_value numeric, numerator numeric, denominator numeric, numerator_sum numeric, denominator_sum numeric, previous_numerator numeric, previous_denominator numeric, source_title text, source text, publication_state text, is_break bool
WITH plan AS MATERIALIZED (
    SELECT DISTINCT ON (c.indicator_key)
        c.indicator_key, c.source_code, c.preliminary_date, c.publication_date, c.collects_in_autumn,
        CASE WHEN c.publication_period ~ '^[0-9]{4}$' THEN c.publication_period::int2 END AS publication_year
    FROM mart.indicator_catalogue AS c
    WHERE CASE WHEN $5::timestamptz IS NULL THEN c.is_current
        ELSE c.recorded_from <= $5::timestamptz AND (c.recorded_to IS NULL OR c.recorded_to > $5::timestamptz) END
    ORDER BY c.indicator_key, c.precedence, c.source_code
), own AS MATERIALIZED (
    SELECT DISTINCT ON (v.indicator_key, v.period_key) v.indicator_key, v.period_key, v.status_key, v.value, v.numerator, v.denominator,
        d.title AS source_title, d.document_code AS source, d.source_code
    FROM mart.outcome_version AS v
    JOIN mart.document AS d ON d.document_key = v.document_key
    WHERE v.municipality_key = $1 AND v.gender_key = $2 AND ($3::int4[] IS NULL OR v.indicator_key = ANY ($3))
        AND ($6::int4 IS NULL OR v.period_key IN ($6, $6 - 10000))
        AND v.recorded_from <= coalesce($5::timestamptz, 'infinity')
        AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($5::timestamptz, 'infinity')) AND v.value IS NOT NULL
    ORDER BY v.indicator_key, v.period_key, d.speaks_before
), mine AS MATERIALIZED (
    SELECT DISTINCT ON (o.indicator_key) o.*
    FROM own AS o
    JOIN mart.period AS p ON p.period_key = o.period_key
    WHERE $6::int4 IS NULL OR o.period_key = $6
    ORDER BY o.indicator_key, o.status_key, p.kind IN ('tertial', 'quarter', 'month'), p.end_date DESC, p.start_date, o.period_key
), stated AS (
    SELECT DISTINCT ON (m.indicator_key, v.municipality_key)
        m.indicator_key, m.value AS own_value, v.value, v.numerator, v.denominator
    FROM mine AS m
    JOIN mart.outcome_version AS v ON v.indicator_key = m.indicator_key AND v.period_key = m.period_key
        AND v.gender_key = $2 AND v.municipality_key = ANY ($4)
    JOIN mart.document AS d ON d.document_key = v.document_key
    WHERE v.value IS NOT NULL AND v.recorded_from <= coalesce($5::timestamptz, 'infinity')
        AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($5::timestamptz, 'infinity'))
    ORDER BY m.indicator_key, v.municipality_key, d.speaks_before
), spread AS (
    SELECT indicator_key, count(*)::int2 AS units, (count(*) FILTER (WHERE value > own_value))::int2 AS higher,
        (count(*) FILTER (WHERE value < own_value))::int2 AS lower, array_agg(value ORDER BY value) AS sorted,
        CASE WHEN bool_and(numerator IS NOT NULL AND denominator IS NOT NULL) THEN sum(numerator) END AS numerator_sum,
        CASE WHEN bool_and(numerator IS NOT NULL AND denominator IS NOT NULL) THEN sum(denominator) END AS denominator_sum
    FROM stated
    GROUP BY indicator_key
)
SELECT
    m.indicator_key, i.indicator_code, i.title, i.unit, i.decimals, i.value_kind, i.polarity, i.uncertainty, i.disclosure,
    i.operating_area, m.period_key, m.status_key, m.value, s.units, s.higher, s.lower,
    mart.quartile(s.sorted, 1) AS lower_quartile, mart.quartile(s.sorted, 2) AS median,
    mart.quartile(s.sorted, 3) AS upper_quartile, b.value AS previous_value, m.numerator, m.denominator, s.numerator_sum,
    s.denominator_sum, b.numerator AS previous_numerator, b.denominator AS previous_denominator,
    m.source_title, m.source,
    coalesce(mart.publication_state(
        p.kind, p.year, n.publication_year, n.preliminary_date, n.publication_date, n.collects_in_autumn,
        (coalesce($5::timestamptz, now()) AT TIME ZONE 'UTC')::date), 'final') AS publication_state,
    p.year = ANY (i.break_years) AS is_break
FROM mine AS m
JOIN mart.indicator AS i ON i.indicator_key = m.indicator_key
JOIN spread AS s ON s.indicator_key = m.indicator_key
JOIN mart.period AS p ON p.period_key = m.period_key
LEFT JOIN plan AS n ON n.indicator_key = m.indicator_key AND n.source_code = m.source_code
LEFT JOIN own AS b ON b.indicator_key = m.indicator_key AND b.period_key = m.period_key - 10000;
