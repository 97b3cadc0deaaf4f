-- Comparison for readers: places, quartiles, means and coverage with the receipt of every figure, for
-- psql, Excel, Power BI, R and the query tool alike; none of them while a year is being collected. Among all units of a kind they are kept (see
-- 06_rankings); over a group of the reader's own they are computed. Values are numeric throughout.
-- (Made again after migrations/0018_current_tables.)

CREATE OR REPLACE FUNCTION mart.quartile(sorted numeric[], quarter int) RETURNS numeric
LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT AS $$
    SELECT trim_scale(sorted[1 + quarter * (cardinality(sorted) - 1) / 4]
        + quarter * (cardinality(sorted) - 1) % 4 * 0.25
            * (sorted[least(cardinality(sorted), 2 + quarter * (cardinality(sorted) - 1) / 4)]
                - sorted[1 + quarter * (cardinality(sorted) - 1) / 4]))
$$;
COMMENT ON FUNCTION mart.quartile(numeric[], int) IS 'A quartile (1, 2 or 3) of values in ascending order: type 7, in exact numbers; NULL of no value.';

CREATE OR REPLACE FUNCTION mart.place(polarity text, value_kind text, higher bigint, lower bigint) RETURNS int
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE WHEN value_kind = 'boolean' THEN NULL
        WHEN polarity = 'high' THEN higher::int + 1
        WHEN polarity = 'low' THEN lower::int + 1 END
$$;
COMMENT ON FUNCTION mart.place(text, text, bigint, bigint) IS 'The place of a value by how many are higher and lower: 1 is best, ties share the lower number; NULL without a direction that is good, and for yes or no.';

CREATE OR REPLACE FUNCTION mart.quartile_colour(
    polarity text, value_kind text, value numeric, lower_quartile numeric, upper_quartile numeric, higher bigint,
    lower bigint, units bigint
) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN value IS NULL OR value_kind = 'boolean' OR units < 4 OR higher + lower = 0 THEN NULL
        WHEN polarity = 'high' THEN
            CASE WHEN value >= upper_quartile THEN 'green' WHEN value >= lower_quartile THEN 'yellow' ELSE 'red' END
        WHEN polarity = 'low' THEN
            CASE WHEN value <= lower_quartile THEN 'green' WHEN value <= upper_quartile THEN 'yellow' ELSE 'red' END
    END
$$;
COMMENT ON FUNCTION mart.quartile_colour(text, text, numeric, numeric, numeric, bigint, bigint, bigint) IS 'Colour by quartile, own computation: green the best quarter, yellow the middle half, red the worst quarter; a value on a limit belongs to the better side, so equal values never part. NULL without a direction that is good, for yes or no, below four values, and where all are equal.';

CREATE OR REPLACE VIEW mart.distribution AS
SELECT
    i.indicator_code, i.title AS indicator, p.period_code AS period, p.year, g.gender_code AS gender, i.unit, d.unit_kind,
    d.units AS with_value, d.mean, d.lowest, d.lower_quartile, d.median, d.upper_quartile, d.highest, d.numerator_sum,
    d.denominator_sum, d.indicator_key, d.period_key, d.gender_key,
    mart.publication_state(
        p.kind, p.year, i.publication_year, i.preliminary_date, i.publication_date, i.collects_in_autumn, current_date)
        AS publication_state
FROM dw.current_distribution AS d
JOIN mart.indicator AS i ON i.indicator_key = d.indicator_key AND i.disclosure = 'public'
LEFT JOIN dw.dim_period AS p ON p.period_key = d.period_key
LEFT JOIN dw.dim_gender AS g ON g.gender_key = d.gender_key;
COMMENT ON VIEW mart.distribution IS 'How the values of all municipalities (or regions) are spread, kept per slice; public indicators only, for others see mart.compare; grain: indicator x period x gender x kind of unit.';
COMMENT ON COLUMN mart.distribution.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.distribution.indicator IS 'Title of the indicator.';
COMMENT ON COLUMN mart.distribution.period IS 'Period in its written form.';
COMMENT ON COLUMN mart.distribution.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.distribution.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.distribution.unit IS 'Unit of the values.';
COMMENT ON COLUMN mart.distribution.unit_kind IS 'municipality, region or nation.';
COMMENT ON COLUMN mart.distribution.with_value IS 'How many units have a value.';
COMMENT ON COLUMN mart.distribution.mean IS 'Unweighted mean, to ten decimals.';
COMMENT ON COLUMN mart.distribution.lowest IS 'The lowest value.';
COMMENT ON COLUMN mart.distribution.lower_quartile IS 'First quartile: type 7, exact, of unrounded values.';
COMMENT ON COLUMN mart.distribution.median IS 'The median, exact.';
COMMENT ON COLUMN mart.distribution.upper_quartile IS 'Third quartile, likewise.';
COMMENT ON COLUMN mart.distribution.highest IS 'The highest value.';
COMMENT ON COLUMN mart.distribution.numerator_sum IS 'Sum of the numerators, where every value comes with both.';
COMMENT ON COLUMN mart.distribution.denominator_sum IS 'Sum of the denominators, likewise.';
COMMENT ON COLUMN mart.distribution.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.distribution.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.distribution.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.distribution.publication_state IS 'final, preliminary or collecting today, by the catalogue; collecting: mean and quartiles are of those who have reported so far, and commands show none.';

CREATE OR REPLACE VIEW mart.distribution_public WITH (security_barrier) AS
SELECT
    d.indicator_key, d.period_key, d.gender_key, d.unit_kind, d.units AS with_value, d.mean, d.lowest, d.lower_quartile,
    d.median, d.upper_quartile, d.highest
FROM dw.current_distribution AS d
WHERE EXISTS (SELECT FROM mart.indicator AS i WHERE i.indicator_key = d.indicator_key AND i.disclosure = 'public');
COMMENT ON VIEW mart.distribution_public IS 'The same by keys alone, without names: quickest for a program that knows them; grain: indicator x period x gender x kind of unit.';
COMMENT ON COLUMN mart.distribution_public.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.distribution_public.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.distribution_public.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.distribution_public.unit_kind IS 'municipality, region or nation.';
COMMENT ON COLUMN mart.distribution_public.with_value IS 'How many units have a value.';
COMMENT ON COLUMN mart.distribution_public.mean IS 'Unweighted mean, to ten decimals.';
COMMENT ON COLUMN mart.distribution_public.lowest IS 'The lowest value.';
COMMENT ON COLUMN mart.distribution_public.lower_quartile IS 'First quartile: type 7, exact, of unrounded values.';
COMMENT ON COLUMN mart.distribution_public.median IS 'The median, exact.';
COMMENT ON COLUMN mart.distribution_public.upper_quartile IS 'Third quartile, likewise.';
COMMENT ON COLUMN mart.distribution_public.highest IS 'The highest value.';

CREATE OR REPLACE VIEW mart.profile AS
SELECT
    m.municipality_code, m.name AS municipality, i.indicator_code, i.title AS indicator, i.operating_area,
    p.period_code AS period, p.year, g.gender_code AS gender, l.value, i.unit,
    CASE WHEN l.status_key = 0 AND q.state = 'final' THEN 'ok' ELSE 'preliminary' END AS status, i.polarity,
    CASE WHEN q.state <> 'collecting' THEN mart.place(i.polarity, i.value_kind, l.higher, l.lower) END AS rank,
    l.units AS with_value,
    CASE WHEN q.state <> 'collecting' THEN
        mart.quartile_colour(i.polarity, i.value_kind, l.value, l.lower_quartile, l.upper_quartile, l.higher, l.lower, l.units)
    END AS quartile_colour,
    CASE WHEN q.state <> 'collecting' THEN l.lower_quartile END AS lower_quartile,
    CASE WHEN q.state <> 'collecting' THEN l.median END AS median,
    CASE WHEN q.state <> 'collecting' THEN l.upper_quartile END AS upper_quartile,
    l.previous_value, l.value - l.previous_value AS change, d.document_code AS source,
    d.title AS source_title,
    l.numerator, l.denominator, l.numerator_sum, l.denominator_sum, l.previous_numerator, l.previous_denominator,
    l.higher, l.lower, i.decimals, i.value_kind, i.uncertainty, i.disclosure, l.status_key, l.municipality_key, l.indicator_key,
    l.period_key, l.gender_key, l.document_key, q.state AS publication_state, p.year = ANY (i.break_years) AS is_break
FROM dw.current_latest_outcome AS l
JOIN mart.indicator AS i ON i.indicator_key = l.indicator_key AND i.disclosure = 'public'
LEFT JOIN mart.municipality AS m ON m.municipality_key = l.municipality_key
LEFT JOIN dw.dim_period AS p ON p.period_key = l.period_key
LEFT JOIN dw.dim_gender AS g ON g.gender_key = l.gender_key
LEFT JOIN dw.dim_document AS d ON d.document_key = l.document_key
CROSS JOIN LATERAL (
    SELECT CASE WHEN d.document_code = i.catalogue_source THEN
        mart.publication_state(
            p.kind, p.year, i.publication_year, i.preliminary_date, i.publication_date, i.collects_in_autumn, current_date)
    ELSE 'final' END AS state
    -- Worked out once a row instead of in each column that asks for it.
    OFFSET 0
) AS q;
COMMENT ON VIEW mart.profile IS 'The latest value of every indicator with its place among all units of the kind: a final value before a preliminary one, a whole year before a part of one, then the newest; public indicators only, for others see mart.compare; grain: unit x indicator x gender.';
COMMENT ON COLUMN mart.profile.municipality_code IS 'Code of the unit.';
COMMENT ON COLUMN mart.profile.municipality IS 'Name of the unit.';
COMMENT ON COLUMN mart.profile.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.profile.indicator IS 'Title of the indicator.';
COMMENT ON COLUMN mart.profile.operating_area IS 'Area of work.';
COMMENT ON COLUMN mart.profile.period IS 'The latest period with a value.';
COMMENT ON COLUMN mart.profile.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.profile.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.profile.value IS 'The value.';
COMMENT ON COLUMN mart.profile.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.profile.status IS 'ok or preliminary.';
COMMENT ON COLUMN mart.profile.polarity IS 'Which direction is good.';
COMMENT ON COLUMN mart.profile.rank IS 'Place by polarity, 1 = best, ties share the lower number; NULL without a direction.';
COMMENT ON COLUMN mart.profile.with_value IS 'Among how many with a value, itself among them.';
COMMENT ON COLUMN mart.profile.quartile_colour IS 'green, yellow or red: own computation, see mart.quartile_colour.';
COMMENT ON COLUMN mart.profile.lower_quartile IS 'First quartile of the period.';
COMMENT ON COLUMN mart.profile.median IS 'Median of the period.';
COMMENT ON COLUMN mart.profile.upper_quartile IS 'Third quartile of the period.';
COMMENT ON COLUMN mart.profile.previous_value IS 'Value of the same period the year before.';
COMMENT ON COLUMN mart.profile.change IS 'value - previous_value.';
COMMENT ON COLUMN mart.profile.source IS 'Code of the document that speaks.';
COMMENT ON COLUMN mart.profile.source_title IS 'Title of that document.';
COMMENT ON COLUMN mart.profile.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN mart.profile.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN mart.profile.numerator_sum IS 'Sum of the numerators of all, where every value comes with both.';
COMMENT ON COLUMN mart.profile.denominator_sum IS 'Sum of the denominators of all, likewise.';
COMMENT ON COLUMN mart.profile.previous_numerator IS 'Numerator of the year before.';
COMMENT ON COLUMN mart.profile.previous_denominator IS 'Denominator of the year before.';
COMMENT ON COLUMN mart.profile.higher IS 'How many have a higher value.';
COMMENT ON COLUMN mart.profile.lower IS 'How many have a lower value.';
COMMENT ON COLUMN mart.profile.decimals IS 'Decimals that the publisher prints.';
COMMENT ON COLUMN mart.profile.value_kind IS 'What kind of number the value is.';
COMMENT ON COLUMN mart.profile.uncertainty IS 'How an interval may be computed.';
COMMENT ON COLUMN mart.profile.disclosure IS 'public or internal.';
COMMENT ON COLUMN mart.profile.status_key IS 'Key of the status.';
COMMENT ON COLUMN mart.profile.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.profile.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.profile.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.profile.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.profile.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.profile.publication_state IS 'final, preliminary or collecting today, by the catalogue of its source; collecting figures have no place, colour or quartiles yet.';
COMMENT ON COLUMN mart.profile.is_break IS 'Whether the series begins anew in this year, so that the change says nothing.';

CREATE OR REPLACE FUNCTION mart.compare(
    indicator_code text, period text, municipalities text[] DEFAULT NULL, gender text DEFAULT 'T'
) RETURNS TABLE (
    municipality_code text, municipality text, value numeric, unit text, status text, numerator numeric, denominator numeric,
    rank int, with_value int, members int, quartile_colour text, mean numeric, weighted_mean numeric, lowest numeric,
    lower_quartile numeric, median numeric, upper_quartile numeric, highest numeric, source text, source_title text,
    file_name text, file_line int, sha256 bytea, recorded_at timestamptz
)
LANGUAGE sql STABLE AS $$
    WITH subject AS (
        SELECT i.indicator_key, i.unit, i.polarity, i.value_kind, i.uncertainty, p.period_key, g.gender_key, i.catalogue_source,
            mart.publication_state(
                p.kind, p.year, i.publication_year, i.preliminary_date, i.publication_date, i.collects_in_autumn,
                current_date) AS state
        FROM mart.indicator AS i, mart.period AS p, mart.gender AS g
        WHERE i.indicator_code = upper($1) AND p.period_code = $2 AND g.gender_code = $4
    ), member AS (
        SELECT m.municipality_key, m.municipality_code, m.name, m.kind, m.sort_order
        FROM mart.municipality AS m
        WHERE CASE WHEN $3 IS NULL THEN m.kind = 'municipality' ELSE m.municipality_code = ANY ($3) OR m.name = ANY ($3) END
    ), stated AS (
        SELECT DISTINCT ON (o.municipality_key) o.*
        FROM subject AS s
        JOIN mart.outcome_stated AS o USING (indicator_key, period_key, gender_key)
        WHERE o.municipality_key IN (SELECT m.municipality_key FROM member AS m)
        ORDER BY o.municipality_key, o.value IS NULL, o.status_key = 199, o.precedence, o.published_on DESC NULLS LAST,
            o.document_key DESC
    ), counted AS (
        -- The cases behind each value. Of a survey those who answered are the base where they are fewer than
        -- the denominator, which then counts those asked; its cases are value x base where none are stated.
        SELECT o.municipality_key, o.value, b.base,
            coalesce(o.numerator, CASE WHEN b.is_survey AND b.base = trunc(b.base) THEN round(o.value * b.base / 100, 10) END)
                AS cases
        FROM stated AS o
        CROSS JOIN subject AS s
        CROSS JOIN LATERAL (
            SELECT s.uncertainty = 'survey' AND o.respondents IS NOT NULL AS is_survey,
                CASE WHEN s.uncertainty = 'survey' THEN least(o.respondents, o.denominator) ELSE o.denominator END AS base
        ) AS b
    ), figures AS (
        -- Divided to twenty decimals, then rounded to ten: of a large number there would be fewer.
        SELECT m.kind, count(*)::int AS members, count(o.value)::int AS with_value,
            trim_scale(round((sum(o.value) + 0.00000000000000000000) / nullif(count(o.value), 0), 10)) AS mean,
            array_agg(o.value ORDER BY o.value) FILTER (WHERE o.value IS NOT NULL) AS v,
            CASE WHEN bool_and(o.cases IS NOT NULL AND o.base IS NOT NULL) FILTER (WHERE o.value IS NOT NULL)
                THEN trim_scale(round((100 * sum(o.cases) FILTER (WHERE o.value IS NOT NULL) + 0.00000000000000000000)
                    / nullif(sum(o.base) FILTER (WHERE o.value IS NOT NULL), 0), 10)) END AS weighted_mean
        FROM member AS m
        LEFT JOIN counted AS o ON o.municipality_key = m.municipality_key
        GROUP BY m.kind
    ), collection AS (
        -- While the year is collected there is nothing across municipalities: some have not reported yet.
        SELECT s.state <> 'final' AS is_preliminary,
            s.state = 'collecting' AND EXISTS (
                SELECT FROM stated AS o WHERE o.value IS NOT NULL AND o.source = s.catalogue_source) AS is_open
        FROM subject AS s
    ), placed AS (
        SELECT m.*, o.value, o.status_key, o.numerator, o.denominator, o.source, o.source_title, o.load_key, o.source_file,
            o.source_line, rank() OVER slice - 1 AS higher, count(*) OVER slice AS at_least
        FROM member AS m
        LEFT JOIN stated AS o ON o.municipality_key = m.municipality_key
        WINDOW slice AS (PARTITION BY m.kind, o.value IS NULL ORDER BY o.value DESC)
    )
    SELECT
        p.municipality_code, p.name, p.value, s.unit,
        CASE WHEN p.status_key = 0 AND c.is_preliminary AND p.source = s.catalogue_source THEN 'preliminary'
            ELSE st.status_code END,
        p.numerator, p.denominator,
        CASE WHEN p.value IS NOT NULL AND NOT c.is_open THEN
            mart.place(s.polarity, s.value_kind, p.higher, f.with_value - p.at_least) END,
        f.with_value, f.members,
        CASE WHEN NOT c.is_open THEN
            mart.quartile_colour(s.polarity, s.value_kind, p.value, mart.quartile(f.v, 1), mart.quartile(f.v, 3), p.higher,
                f.with_value - p.at_least, f.with_value) END,
        CASE WHEN NOT c.is_open THEN f.mean END,
        CASE WHEN NOT c.is_open AND s.value_kind = 'share' THEN f.weighted_mean END,
        CASE WHEN NOT c.is_open THEN f.v[1] END, CASE WHEN NOT c.is_open THEN mart.quartile(f.v, 1) END,
        CASE WHEN NOT c.is_open THEN mart.quartile(f.v, 2) END, CASE WHEN NOT c.is_open THEN mart.quartile(f.v, 3) END,
        CASE WHEN NOT c.is_open THEN f.v[f.with_value] END, p.source, p.source_title, l.file_name, p.source_line, l.sha256,
        l.recorded_at
    FROM placed AS p
    CROSS JOIN subject AS s
    CROSS JOIN collection AS c
    JOIN figures AS f ON f.kind = p.kind
    LEFT JOIN mart.outcome_status AS st ON st.status_key = p.status_key
    LEFT JOIN mart.load_file AS l ON l.load_key = p.load_key AND l.file_no = p.source_file
    ORDER BY p.value IS NULL AND NOT c.is_open,
        CASE WHEN c.is_open THEN NULL WHEN s.polarity = 'low' THEN p.value ELSE -p.value END, p.sort_order
$$;
COMMENT ON FUNCTION mart.compare(text, text, text[], text) IS 'One indicator in one period among municipalities named by code or name (all kommuner when none are named): values, places, quartiles, means, coverage and receipts, best first. Places, quartiles and means are among units of one kind; there is none while the year is being collected.';

CREATE OR REPLACE FUNCTION mart.compare_group(
    indicator_code text, period text, group_code text, gender text DEFAULT 'T'
) RETURNS TABLE (
    municipality_code text, municipality text, value numeric, unit text, status text, numerator numeric, denominator numeric,
    rank int, with_value int, members int, quartile_colour text, mean numeric, weighted_mean numeric, lowest numeric,
    lower_quartile numeric, median numeric, upper_quartile numeric, highest numeric, source text, source_title text,
    file_name text, file_line int, sha256 bytea, recorded_at timestamptz
)
LANGUAGE sql STABLE AS $$
    SELECT c.*
    FROM mart.compare($1, $2, coalesce((
        SELECT array_agg(g.municipality_code)
        FROM mart.peer_group_member AS g
        JOIN mart.period AS p ON p.period_code = $2
        WHERE g.group_code = $3 AND g.valid @> p.end_date AND upper_inf(g.recorded)), '{}'), $4) AS c
$$;
COMMENT ON FUNCTION mart.compare_group(text, text, text, text) IS 'The same for the members of a peer group by its list of the period''s last day, as now recorded.';

CREATE OR REPLACE VIEW mart.ranking AS
SELECT
    o.indicator_code, o.indicator, o.period, o.year, o.gender, o.municipality_code, o.municipality, o.value, o.unit,
    CASE WHEN o.status = 'ok' AND o.publication_state <> 'final' THEN 'preliminary' ELSE o.status END AS status,
    CASE WHEN o.publication_state <> 'collecting' THEN
        mart.place(o.polarity, i.value_kind, rank() OVER slice - 1, d.units - count(*) OVER slice) END AS rank,
    d.units AS with_value,
    CASE WHEN o.publication_state <> 'collecting' THEN
        mart.quartile_colour(o.polarity, i.value_kind, o.value, d.lower_quartile, d.upper_quartile, rank() OVER slice - 1,
            d.units - count(*) OVER slice, d.units) END AS quartile_colour,
    CASE WHEN o.publication_state <> 'collecting' THEN d.mean END AS mean,
    CASE WHEN o.publication_state <> 'collecting' THEN d.lower_quartile END AS lower_quartile,
    CASE WHEN o.publication_state <> 'collecting' THEN d.median END AS median,
    CASE WHEN o.publication_state <> 'collecting' THEN d.upper_quartile END AS upper_quartile,
    o.source, o.source_title, o.recorded_at, o.indicator_key, o.period_key, o.gender_key, o.municipality_key
FROM mart.outcome AS o
JOIN mart.indicator AS i ON i.indicator_key = o.indicator_key AND i.disclosure = 'public'
JOIN dw.current_distribution AS d ON d.indicator_key = o.indicator_key AND d.period_key = o.period_key
    AND d.gender_key = o.gender_key AND d.unit_kind = o.municipality_kind
WHERE o.value IS NOT NULL AND o.municipality_kind = 'municipality'
WINDOW slice AS (PARTITION BY o.indicator_key, o.period_key, o.gender_key ORDER BY o.value DESC);
COMMENT ON VIEW mart.ranking IS 'Every value of every kommun with its place and quartiles among all kommuner; ask for one indicator at a time; public indicators only, for others see mart.compare; grain: indicator x kommun x period x gender.';
COMMENT ON COLUMN mart.ranking.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.ranking.indicator IS 'Title of the indicator.';
COMMENT ON COLUMN mart.ranking.period IS 'Period in its written form.';
COMMENT ON COLUMN mart.ranking.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.ranking.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.ranking.municipality_code IS 'Code of the kommun.';
COMMENT ON COLUMN mart.ranking.municipality IS 'Name of the kommun.';
COMMENT ON COLUMN mart.ranking.value IS 'The value.';
COMMENT ON COLUMN mart.ranking.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.ranking.status IS 'ok or preliminary.';
COMMENT ON COLUMN mart.ranking.rank IS 'Place by polarity, 1 = best, ties share the lower number; NULL without a direction.';
COMMENT ON COLUMN mart.ranking.with_value IS 'Among how many with a value.';
COMMENT ON COLUMN mart.ranking.quartile_colour IS 'green, yellow or red: own computation, see mart.quartile_colour.';
COMMENT ON COLUMN mart.ranking.mean IS 'Unweighted mean of all kommuner.';
COMMENT ON COLUMN mart.ranking.lower_quartile IS 'First quartile.';
COMMENT ON COLUMN mart.ranking.median IS 'Median.';
COMMENT ON COLUMN mart.ranking.upper_quartile IS 'Third quartile.';
COMMENT ON COLUMN mart.ranking.source IS 'Code of the document that speaks.';
COMMENT ON COLUMN mart.ranking.source_title IS 'Title of that document.';
COMMENT ON COLUMN mart.ranking.recorded_at IS 'When this version became the recorded truth.';
COMMENT ON COLUMN mart.ranking.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.ranking.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.ranking.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.ranking.municipality_key IS 'Surrogate key of the kommun.';

REVOKE ALL ON FUNCTION mart.compare(text, text, text[], text), mart.compare_group(text, text, text, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mart.compare(text, text, text[], text), mart.compare_group(text, text, text, text)
    TO riktmarke_read, riktmarke_etl;
GRANT SELECT ON mart.distribution, mart.distribution_public, mart.profile, mart.ranking TO riktmarke_read, riktmarke_etl;
