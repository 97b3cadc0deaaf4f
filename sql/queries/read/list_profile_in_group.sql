-- The latest value of every indicator of a unit, with its place in a group of the reader's own.
-- param 1 municipality_key int2 the unit
-- param 2 gender_key int2 the gender
-- param 3 indicator_keys int4[] only these indicators, or NULL for all
-- param 4 municipality_keys int2[] the group, the unit among them
-- returns indicator_key int4, indicator_code text, title text, unit text, decimals int2, value_kind text, polarity text, uncertainty text, disclosure text, operating_area text, period_key int4, status_key int2, value numeric, units int2, higher int2, lower int2, lower_quartile numeric, median numeric, upper_quartile numeric, previous_value numeric, numerator numeric, denominator numeric, numerator_sum numeric, denominator_sum numeric, previous_numerator numeric, previous_denominator numeric, source_title text, source text, publication_state text, is_break bool
WITH mine AS MATERIALIZED (
    SELECT * FROM mart.profile
    WHERE municipality_key = $1 AND gender_key = $2 AND ($3::int4[] IS NULL OR indicator_key = ANY ($3))
), stated AS (
    SELECT DISTINCT ON (m.indicator_key, o.municipality_key)
        m.indicator_key, m.value AS own_value, o.value, o.numerator, o.denominator
    FROM mine AS m
    JOIN mart.outcome_public AS o ON o.indicator_key = m.indicator_key AND o.period_key = m.period_key
        AND o.gender_key = m.gender_key AND o.municipality_key = ANY ($4)
    WHERE o.value IS NOT NULL
    ORDER BY m.indicator_key, o.municipality_key, o.precedence, o.published_on DESC NULLS LAST, o.document_key DESC
), spread AS (
    SELECT indicator_key, count(*)::int2 AS units, (count(*) FILTER (WHERE value > own_value))::int2 AS higher,
        (count(*) FILTER (WHERE value < own_value))::int2 AS lower, array_agg(value ORDER BY value) AS sorted,
        CASE WHEN bool_and(numerator IS NOT NULL AND denominator IS NOT NULL) THEN sum(numerator) END AS numerator_sum,
        CASE WHEN bool_and(numerator IS NOT NULL AND denominator IS NOT NULL) THEN sum(denominator) END AS denominator_sum
    FROM stated
    GROUP BY indicator_key
)
SELECT
    m.indicator_key, m.indicator_code, m.indicator AS title, m.unit, m.decimals, m.value_kind, m.polarity, m.uncertainty,
    m.disclosure, m.operating_area, m.period_key, m.status_key, m.value, s.units, s.higher, s.lower,
    mart.quartile(s.sorted, 1) AS lower_quartile, mart.quartile(s.sorted, 2) AS median,
    mart.quartile(s.sorted, 3) AS upper_quartile, m.previous_value, m.numerator, m.denominator, s.numerator_sum,
    s.denominator_sum, m.previous_numerator, m.previous_denominator,
    m.source_title, m.source, m.publication_state, m.is_break
FROM mine AS m
JOIN spread AS s ON s.indicator_key = m.indicator_key;
