-- The queries behind the distributions and places of 06_rankings and 06_rankings_pending: what is kept and
-- what is computed for readers meanwhile is the same.
--
-- They are texts, which differ in whose slices they read and in whether it must be decided who speaks: a value
-- before none, precedence, the newest document, as in mart.outcome. All of them take as $1 the indicators, as
-- $2 what etl.unit_kinds() says, and as $3 what etl.no_units() says.
--
-- A slice's values are sorted once, by themselves; where a value stands among them is then looked up. Who is in
-- a slice is a string of bits, one for each unit's key.

DROP FUNCTION IF EXISTS etl.latest_query(boolean, text), etl.latest_query(boolean, text, text),
    etl.distribution_query(boolean, boolean);

CREATE OR REPLACE FUNCTION etl.unit_kinds() RETURNS smallint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    -- By key, so that a million facts look a kind up without a join: 0 municipality, 1 region, 2 nation.
    SELECT array_agg((CASE m.kind WHEN 'region' THEN 1 WHEN 'nation' THEN 2 ELSE 0 END)::smallint ORDER BY k.key)
    FROM generate_series(1, (SELECT max(municipality_key) FROM dw.dim_municipality)) AS k (key)
    LEFT JOIN dw.dim_municipality AS m ON m.municipality_key = k.key
$$;
COMMENT ON FUNCTION etl.unit_kinds() IS 'The kind of every unit at the place of its key: 0 municipality, 1 region, 2 nation.';

CREATE OR REPLACE FUNCTION etl.no_units() RETURNS varbit
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT repeat('0', 1 + max(municipality_key))::varbit FROM dw.dim_municipality
$$;
COMMENT ON FUNCTION etl.no_units() IS 'The set without any unit: a bit for each key, counted from zero, all of them 0.';

CREATE OR REPLACE FUNCTION etl.distribution_columns() RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'indicator_key, period_key, gender_key, units, unit_kind, mean, lowest, lower_quartile, median, upper_quartile, highest,
        numerator_sum, denominator_sum'
$$;
COMMENT ON FUNCTION etl.distribution_columns() IS 'The columns of etl.distribution_query that dw.outcome_distribution keeps, in its order.';

CREATE OR REPLACE FUNCTION etl.distribution_query(is_contested boolean, slices text DEFAULT NULL) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format($query$
        -- Type 7: at (n - 1) / 4 places above the lowest, linearly between neighbours, in exact numbers.
        SELECT indicator_key, period_key, gender_key, n::smallint AS units,
            (ARRAY['municipality', 'region', 'nation'])[1 + kind] AS unit_kind, trim_scale(round(mean, 10)) AS mean,
            v[1] AS lowest,
            trim_scale(v[1 + (n - 1) / 4] + (n - 1) %% 4 * 0.25
                * (v[least(n, 2 + (n - 1) / 4)] - v[1 + (n - 1) / 4])) AS lower_quartile,
            trim_scale(v[1 + (n - 1) / 2] + (n - 1) %% 2 * 0.5
                * (v[least(n, 2 + (n - 1) / 2)] - v[1 + (n - 1) / 2])) AS median,
            trim_scale(v[1 + 3 * (n - 1) / 4] + 3 * (n - 1) %% 4 * 0.25
                * (v[least(n, 2 + 3 * (n - 1) / 4)] - v[1 + 3 * (n - 1) / 4])) AS upper_quartile,
            v[n] AS highest, x AS numerator_sum, y AS denominator_sum, kind, v AS ordered, final_units, other_units
        FROM (
            -- Facts come by their key, so that only one slice at a time is sorted, by the unit's kind; and the values
            -- of a kind by themselves, as numbers of one column are compared: by rows it takes twice as long.
            -- To twenty decimals: avg gives a number above 10^10 fewer than ten.
            SELECT indicator_key, period_key, gender_key, kind, count(*)::int AS n,
                (sum(value) + 0.00000000000000000000) / count(*) AS mean, array_agg(value ORDER BY value) AS v,
                CASE WHEN count(*) = count(numerator) AND count(*) = count(denominator) THEN sum(numerator) END AS x,
                CASE WHEN count(*) = count(numerator) AND count(*) = count(denominator) THEN sum(denominator) END AS y,
                bit_or(set_bit($3, municipality_key, 1)) FILTER (WHERE status_key = 0) AS final_units,
                bit_or(set_bit($3, municipality_key, 1)) FILTER (WHERE status_key <> 0) AS other_units
            FROM (
                SELECT *, ($2::smallint[])[municipality_key] AS kind
                FROM (
                    SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.status_key, f.value,
                        f.numerator, f.denominator
                    FROM %4$s
                    %2$s
                    WHERE f.indicator_key = ANY ($1) AND f.value IS NOT NULL
                    %3$s) AS speaking) AS s
            GROUP BY indicator_key, period_key, gender_key, kind) AS spread
        $query$,
        s[1], s[2], s[3],
        CASE WHEN slices IS NULL THEN 'dw.fact_outcome AS f'
            -- OFFSET 0 keeps this a look-up a slice: without statistics all facts might be read instead.
            ELSE '(SELECT * FROM ' || slices || ' WHERE indicator_key = ANY ($1)) AS c
                CROSS JOIN LATERAL (
                    SELECT * FROM dw.fact_outcome AS o
                    WHERE o.indicator_key = c.indicator_key AND o.period_key = c.period_key AND o.gender_key = c.gender_key
                    OFFSET 0) AS f' END)
    FROM etl.speaker_clauses(is_contested) AS s
$$;
COMMENT ON FUNCTION etl.distribution_query(boolean, text) IS 'The query that computes the distributions of some indicators by the kinds of units: of every slice, or of those in a table or query of that name; and beside what is kept of them the kind, the values in order, and who has a final one and who another.';

CREATE OR REPLACE FUNCTION etl.every_slice_queries(is_contested boolean) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'distribution AS MATERIALIZED (' || etl.distribution_query(is_contested) || $queries$
        ), latest_slice AS MATERIALIZED (
            -- Gone through from the latest slice back, first those with final values: whose latest value one holds is
            -- who has not been met before.
            SELECT indicator_key, period_key, gender_key, bit_or(units) AS units
            FROM (
                SELECT s.indicator_key, s.period_key, s.gender_key, s.units & ~ coalesce(bit_or(s.units) OVER (
                    PARTITION BY s.indicator_key, s.gender_key ORDER BY s.is_final DESC, p.lateness DESC
                    ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), $3) AS units
                FROM (
                    SELECT indicator_key, period_key, gender_key, true AS is_final, final_units AS units FROM distribution
                    UNION ALL
                    SELECT indicator_key, period_key, gender_key, false, other_units FROM distribution) AS s
                JOIN etl.period_lateness() AS p ON p.period_key = s.period_key
                WHERE s.units IS NOT NULL) AS n
            WHERE units <> $3
            GROUP BY indicator_key, period_key, gender_key
        ) $queries$
$$;
COMMENT ON FUNCTION etl.every_slice_queries(boolean) IS 'WITH queries: the distributions of some indicators, and the slices that hold somebody''s latest value, with whose.';

CREATE OR REPLACE FUNCTION etl.moved_slice_queries() RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT 'period AS MATERIALIZED (
            SELECT period_key, lateness FROM etl.period_lateness()
        ), target AS (' || etl.moved_target_query() || '
        ), latest_slice AS MATERIALIZED (
            SELECT t.indicator_key, p.period_key, t.gender_key, bit_or(set_bit($3, t.municipality_key, 1)) AS units
            FROM target AS t
            JOIN period AS p ON p.lateness = t.lateness
            GROUP BY t.indicator_key, p.period_key, t.gender_key
        ), distribution AS MATERIALIZED (' || etl.distribution_query(false, 'latest_slice') || ')'
$$;
COMMENT ON FUNCTION etl.moved_slice_queries() IS 'The same WITH queries for the slices in which a latest value, its place or the year before may have moved, with whose; behind etl.kept_queries.';

CREATE OR REPLACE FUNCTION etl.latest_query(is_contested boolean) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT format($query$
        SELECT l.indicator_key, l.period_key, l.document_key, l.municipality_key, l.gender_key, l.status_key, l.units,
            l.higher, l.lower, l.value, l.lower_quartile, l.median, l.upper_quartile, b.value AS previous_value,
            l.numerator, l.denominator, l.numerator_sum, l.denominator_sum, b.numerator AS previous_numerator,
            b.denominator AS previous_denominator
        FROM (
            -- How many values are at most this one is found by halving; how many lie below it is one less, but for ties.
            -- OFFSET 0 keeps the values in order out of the joins around.
            SELECT s.*, d.units, (d.units - w.at_most)::smallint AS higher,
                (CASE WHEN w.at_most = 1 OR d.ordered[w.at_most - 1] <> s.value THEN w.at_most
                    ELSE array_position(d.ordered, s.value) END - 1)::smallint AS lower,
                d.lower_quartile, d.median, d.upper_quartile, d.numerator_sum, d.denominator_sum
            FROM (
                SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.status_key,
                    f.value, f.numerator, f.denominator, ($2::smallint[])[f.municipality_key] AS kind, s.units AS wanted
                FROM latest_slice AS s
                -- OFFSET 0 keeps this a look-up a slice: without statistics all facts might be read instead.
                CROSS JOIN LATERAL (
                    SELECT * FROM dw.fact_outcome AS o
                    WHERE o.indicator_key = s.indicator_key AND o.period_key = s.period_key AND o.gender_key = s.gender_key
                    OFFSET 0) AS f
                %2$s
                WHERE f.value IS NOT NULL
                %3$s) AS s
            JOIN distribution AS d ON d.indicator_key = s.indicator_key AND d.period_key = s.period_key
                AND d.gender_key = s.gender_key AND d.kind = s.kind
            CROSS JOIN LATERAL (SELECT width_bucket(s.value, d.ordered) AS at_most OFFSET 0) AS w
            WHERE get_bit(s.wanted, s.municipality_key) = 1
            OFFSET 0) AS l
        LEFT JOIN (
            -- A period's key holds its year times 10 000.
            SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.value, f.numerator, f.denominator
            FROM latest_slice AS s
            CROSS JOIN LATERAL (
                SELECT * FROM dw.fact_outcome AS o
                WHERE o.indicator_key = s.indicator_key AND o.period_key = s.period_key - 10000 AND o.gender_key = s.gender_key
                OFFSET 0) AS f
            %2$s
            WHERE f.value IS NOT NULL
            %3$s) AS b ON b.indicator_key = l.indicator_key AND b.period_key = l.period_key - 10000
            AND b.gender_key = l.gender_key AND b.municipality_key = l.municipality_key
        -- Whichever side a join hashes, unit by unit.
        ORDER BY (l.municipality_key::int8 << 34) + (l.gender_key::int8 << 32) + l.indicator_key
        $query$,
        s[1], s[2], s[3])
    FROM etl.speaker_clauses(is_contested) AS s
$$;
COMMENT ON FUNCTION etl.latest_query(boolean) IS 'The query that computes latest values with their places by the kinds of units, behind etl.every_slice_queries or etl.moved_slice_queries.';

REVOKE ALL ON FUNCTION etl.unit_kinds(), etl.no_units(), etl.distribution_columns(), etl.distribution_query(boolean, text),
    etl.every_slice_queries(boolean), etl.moved_slice_queries(), etl.latest_query(boolean) FROM PUBLIC;
