-- Outcomes in long form, in a stable order: indicator, municipality, period, gender, document.
-- Each document's statement is a row with its place; place 1 is the one that speaks for the key. A value
-- is preliminary when its source says so, or its catalogue did for the year: as known, and on the day of it.
-- param 1 indicator_keys int4[] the indicators, or NULL for all
-- param 2 municipality_keys int2[] the municipalities, or NULL for all
-- param 3 first_day date periods that end on this day or later, or NULL
-- param 4 last_day date periods that end on this day or earlier, or NULL
-- param 5 gender_keys int2[] the genders, or NULL for all
-- param 6 as_of timestamptz time of knowledge, or NULL for now
-- param 7 all_sources bool whether every document's statement is wanted
-- returns indicator_code text, indicator text, municipality_code text, municipality text, period text, gender text, value numeric, status text, numerator numeric, denominator numeric, unit text, source text, recorded_at timestamptz
WITH plan AS MATERIALIZED (
    SELECT DISTINCT ON (c.indicator_key)
        c.indicator_key, c.source_code, c.preliminary_date, c.publication_date, c.collects_in_autumn,
        CASE WHEN c.publication_period ~ '^[0-9]{4}$' THEN c.publication_period::int2 END AS publication_year
    FROM mart.indicator_catalogue AS c
    WHERE CASE WHEN $6::timestamptz IS NULL THEN c.is_current
        ELSE c.recorded_from <= $6::timestamptz AND (c.recorded_to IS NULL OR c.recorded_to > $6::timestamptz) END
    ORDER BY c.indicator_key, c.precedence, c.source_code
), statement AS (
    SELECT
        v.indicator_key, v.municipality_key, v.period_key, v.gender_key, v.value, v.status_key, v.numerator, v.denominator,
        v.document_key, v.recorded_from, d.speaks_before, d.document_code, d.source_code,
        row_number() OVER (
            PARTITION BY v.indicator_key, v.municipality_key, v.period_key, v.gender_key
            ORDER BY v.value IS NULL, v.status_key = 199, d.speaks_before) AS place
    FROM mart.outcome_version AS v
    JOIN mart.document AS d ON d.document_key = v.document_key
    WHERE ($1::int4[] IS NULL OR v.indicator_key = ANY ($1))
        AND ($2::int2[] IS NULL OR v.municipality_key = ANY ($2))
        AND ($5::int2[] IS NULL OR v.gender_key = ANY ($5))
        AND v.recorded_from <= coalesce($6::timestamptz, 'infinity')
        AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($6::timestamptz, 'infinity'))
)
SELECT
    i.indicator_code, i.title AS indicator, m.municipality_code, m.name AS municipality, p.period_code AS period,
    g.gender_code AS gender, s.value,
    CASE WHEN s.status_key = 0 AND mart.publication_state(
        p.kind, p.year, n.publication_year, n.preliminary_date, n.publication_date, n.collects_in_autumn,
        (coalesce($6::timestamptz, now()) AT TIME ZONE 'UTC')::date) <> 'final'
    THEN 'preliminary' ELSE t.status_code END AS status,
    s.numerator, s.denominator, i.unit, s.document_code AS source, s.recorded_from AS recorded_at
FROM statement AS s
JOIN mart.indicator AS i ON i.indicator_key = s.indicator_key
JOIN mart.municipality AS m ON m.municipality_key = s.municipality_key
JOIN mart.period AS p ON p.period_key = s.period_key
JOIN mart.gender AS g ON g.gender_key = s.gender_key
JOIN mart.outcome_status AS t ON t.status_key = s.status_key
LEFT JOIN plan AS n ON n.indicator_key = s.indicator_key AND n.source_code = s.source_code
WHERE ($7 OR s.place = 1)
    AND ($3::date IS NULL OR p.end_date >= $3)
    AND ($4::date IS NULL OR p.end_date <= $4)
ORDER BY i.indicator_code, m.municipality_code, p.end_date, p.start_date, p.period_key, g.gender_key, s.place;
