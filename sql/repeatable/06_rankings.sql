-- Refreshes the distributions and places of migrations/0011_rankings within the loader's transaction.
-- Public indicators only: what is kept of others would rest on figures that may have to be hidden.
-- Owned by the schema's owner: the loader may read these tables and write none of them. The facts are
-- always read by their key, whose order is that of the work; after a bulk load there are no statistics
-- to tell the planner so, hence the settings.

CREATE OR REPLACE FUNCTION etl.contested_indicators(indicators int[]) RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
    SELECT coalesce(array_agg(c.indicator_key), '{}')
    FROM (
        SELECT f.indicator_key
        FROM dw.fact_outcome AS f
        WHERE f.indicator_key = ANY (indicators) AND f.value IS NOT NULL
        GROUP BY f.indicator_key
        HAVING min(f.document_key) <> max(f.document_key)
    ) AS c
$$;
COMMENT ON FUNCTION etl.contested_indicators(int[]) IS 'Which of some indicators have values of more than one document, so that it must be decided who speaks.';

CREATE OR REPLACE FUNCTION etl.refresh_distributions(indicators int[], is_contested boolean, every_slice boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
BEGIN
    -- One text for all: what differs is where the slices come from, which decides the plan, and whether
    -- it must be decided who speaks: a value before none, precedence, the newest document, as in mart.outcome.
    EXECUTE format($query$
        WITH speaking AS (
            SELECT %1$s f.indicator_key, f.period_key, f.gender_key, m.kind, f.value, f.numerator, f.denominator
            FROM %2$s
            JOIN dw.dim_municipality AS m ON m.municipality_key = f.municipality_key
            %3$s
        ), sorted AS (
            -- A slice is one number here: sorting by four columns takes twice as long.
            SELECT (indicator_key::int8 << 34) + (period_key::int8 << 4) + (gender_key::int8 << 2)
                    + CASE kind WHEN 'municipality' THEN 0 WHEN 'region' THEN 1 ELSE 2 END AS slice,
                value, numerator, denominator
            FROM speaking
            ORDER BY 1, 2
        ), spread AS (
            SELECT slice, count(*)::int AS n, avg(value) AS mean, array_agg(value) AS v,
                CASE WHEN count(*) = count(numerator) AND count(*) = count(denominator) THEN sum(numerator) END AS x,
                CASE WHEN count(*) = count(numerator) AND count(*) = count(denominator) THEN sum(denominator) END AS y
            FROM sorted
            GROUP BY slice
        )
        INSERT INTO dw.outcome_distribution (
            indicator_key, period_key, gender_key, units, unit_kind, mean, lowest, lower_quartile, median,
            upper_quartile, highest, numerator_sum, denominator_sum)
        -- Type 7: at (n - 1) / 4 places above the lowest, linearly between neighbours, in exact numbers.
        SELECT slice >> 34, slice >> 4 & (1 << 30) - 1, slice >> 2 & 3, n,
            (ARRAY['municipality', 'region', 'nation'])[1 + (slice & 3)], trim_scale(round(mean, 10)), v[1],
            trim_scale(v[1 + (n - 1) / 4] + (n - 1) %% 4 * 0.25
                * (v[least(n, 2 + (n - 1) / 4)] - v[1 + (n - 1) / 4])),
            trim_scale(v[1 + (n - 1) / 2] + (n - 1) %% 2 * 0.5
                * (v[least(n, 2 + (n - 1) / 2)] - v[1 + (n - 1) / 2])),
            trim_scale(v[1 + 3 * (n - 1) / 4] + 3 * (n - 1) %% 4 * 0.25
                * (v[least(n, 2 + 3 * (n - 1) / 4)] - v[1 + 3 * (n - 1) / 4])),
            v[n], x, y
        FROM spread
        $query$,
        CASE WHEN is_contested THEN 'DISTINCT ON (f.indicator_key, f.period_key, f.gender_key, f.municipality_key)' END,
        CASE WHEN every_slice THEN 'dw.fact_outcome AS f'
            ELSE 'etl.changed_slice AS c
                CROSS JOIN LATERAL (
                    SELECT * FROM dw.fact_outcome AS o
                    WHERE o.indicator_key = c.indicator_key AND o.period_key = c.period_key AND o.gender_key = c.gender_key
                    OFFSET 0) AS f' END,
        CASE WHEN is_contested
            THEN 'JOIN dw.dim_document AS d ON d.document_key = f.document_key
                WHERE f.indicator_key = ANY ($1) AND f.value IS NOT NULL
                ORDER BY f.indicator_key, f.period_key, f.gender_key, f.municipality_key, d.precedence,
                    d.published_on DESC NULLS LAST, f.document_key DESC'
            ELSE 'WHERE f.indicator_key = ANY ($1) AND f.value IS NOT NULL' END)
    USING indicators;
END
$$;
COMMENT ON FUNCTION etl.refresh_distributions(int[], boolean, boolean) IS 'Computes the distributions of every slice of some indicators, or of the changed ones; rows of these must have been removed.';

CREATE OR REPLACE FUNCTION etl.refresh_latest_outcomes(indicators int[], is_contested boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_mergejoin = off SET jit = off AS $$
BEGIN
    EXECUTE format($query$
        WITH period AS MATERIALIZED (
            -- One number that says which of two periods is the later one, by the rule for latest values.
            SELECT period_key, (kind NOT IN ('tertial', 'quarter', 'month'))::int * 1000000
                + row_number() OVER (ORDER BY end_date, start_date DESC, period_key DESC) AS lateness
            FROM dw.dim_period
        ), stated AS (
            SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.status_key
            FROM dw.fact_outcome AS f
            %2$s
            WHERE f.indicator_key = ANY ($1) AND f.value IS NOT NULL
            %3$s
        ), latest_slice AS (
            SELECT DISTINCT u.indicator_key, p.period_key, u.gender_key
            FROM (
                SELECT s.indicator_key, s.gender_key, s.municipality_key,
                    max((s.status_key = 0)::int * 10000000 + p.lateness) %% 10000000 AS lateness
                FROM stated AS s
                JOIN period AS p ON p.period_key = s.period_key
                GROUP BY s.indicator_key, s.gender_key, s.municipality_key
            ) AS u
            JOIN period AS p ON p.lateness = u.lateness
        ), speaking AS (
            -- Everybody with a value in a slice that is somebody's latest has a place in it.
            SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.status_key,
                f.value, f.numerator, f.denominator, m.kind
            FROM latest_slice AS s
            -- OFFSET 0 keeps this a look-up a slice: without statistics all facts might be read instead.
            CROSS JOIN LATERAL (
                SELECT * FROM dw.fact_outcome AS o
                WHERE o.indicator_key = s.indicator_key AND o.period_key = s.period_key AND o.gender_key = s.gender_key
                OFFSET 0) AS f
            JOIN dw.dim_municipality AS m ON m.municipality_key = f.municipality_key
            %2$s
            WHERE f.value IS NOT NULL
            %3$s
        ), placed AS (
            SELECT s.*, rank() OVER slice - 1 AS higher, count(*) OVER slice AS at_least
            FROM speaking AS s
            WINDOW slice AS (PARTITION BY indicator_key, period_key, gender_key, kind COLLATE "C" ORDER BY value DESC)
        ), latest AS (
            -- Not joined with who has which latest slice: a planner without statistics of a WITH query
            -- would do that row by row.
            SELECT DISTINCT ON (s.indicator_key, s.gender_key, s.municipality_key) s.*
            FROM placed AS s
            JOIN period AS p ON p.period_key = s.period_key
            ORDER BY s.indicator_key, s.gender_key, s.municipality_key, s.status_key, p.lateness DESC
        )
        INSERT INTO dw.latest_outcome AS o (
            indicator_key, period_key, document_key, municipality_key, gender_key, status_key, units, higher, lower, value,
            lower_quartile, median, upper_quartile, previous_value, numerator, denominator, numerator_sum,
            denominator_sum, previous_numerator, previous_denominator)
        SELECT l.indicator_key, l.period_key, l.document_key, l.municipality_key, l.gender_key, l.status_key,
            d.units, l.higher, d.units - l.at_least, l.value, d.lower_quartile, d.median, d.upper_quartile,
            b.value, l.numerator, l.denominator, d.numerator_sum, d.denominator_sum, b.numerator, b.denominator
        FROM latest AS l
        JOIN dw.outcome_distribution AS d ON d.indicator_key = l.indicator_key AND d.period_key = l.period_key
            AND d.gender_key = l.gender_key AND d.unit_kind = l.kind
        -- A period's key holds its year times 10 000.
        LEFT JOIN LATERAL (
            SELECT f.value, f.numerator, f.denominator
            FROM dw.fact_outcome AS f
            %2$s
            WHERE f.indicator_key = l.indicator_key AND f.period_key = l.period_key - 10000
                AND f.gender_key = l.gender_key AND f.municipality_key = l.municipality_key AND f.value IS NOT NULL
            %4$s) AS b ON true
        ON CONFLICT (municipality_key, gender_key, indicator_key) DO UPDATE
        SET period_key = excluded.period_key, document_key = excluded.document_key, status_key = excluded.status_key,
            units = excluded.units, higher = excluded.higher, lower = excluded.lower, value = excluded.value,
            lower_quartile = excluded.lower_quartile, median = excluded.median, upper_quartile = excluded.upper_quartile,
            previous_value = excluded.previous_value, numerator = excluded.numerator, denominator = excluded.denominator,
            numerator_sum = excluded.numerator_sum, denominator_sum = excluded.denominator_sum,
            previous_numerator = excluded.previous_numerator, previous_denominator = excluded.previous_denominator
        WHERE (o.*) IS DISTINCT FROM (excluded.*)
        $query$,
        CASE WHEN is_contested THEN 'DISTINCT ON (f.indicator_key, f.period_key, f.gender_key, f.municipality_key)' END,
        CASE WHEN is_contested THEN 'JOIN dw.dim_document AS d ON d.document_key = f.document_key' END,
        CASE WHEN is_contested THEN 'ORDER BY f.indicator_key, f.period_key, f.gender_key, f.municipality_key, d.precedence,
            d.published_on DESC NULLS LAST, f.document_key DESC' END,
        CASE WHEN is_contested
            THEN 'ORDER BY d.precedence, d.published_on DESC NULLS LAST, f.document_key DESC LIMIT 1' ELSE 'OFFSET 0' END)
    USING indicators;
END
$$;
COMMENT ON FUNCTION etl.refresh_latest_outcomes(int[], boolean) IS 'Computes the latest values of some indicators and their places; writes only what differs. The distributions must be fresh.';

CREATE OR REPLACE FUNCTION etl.remove_lost_outcomes(indicators int[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
    DELETE FROM dw.latest_outcome AS o
    USING dw.dim_indicator AS i, dw.dim_municipality AS m, dw.dim_gender AS g
    WHERE i.indicator_key = ANY (indicators) AND o.indicator_key = i.indicator_key
        AND o.municipality_key = m.municipality_key AND o.gender_key = g.gender_key
        AND NOT EXISTS (
            SELECT FROM dw.fact_outcome AS f
            WHERE f.indicator_key = o.indicator_key AND f.period_key = o.period_key AND f.gender_key = o.gender_key
                AND f.municipality_key = o.municipality_key AND f.value IS NOT NULL)
$$;
COMMENT ON FUNCTION etl.remove_lost_outcomes(int[]) IS 'Removes latest values whose figure has no value any more; the refresh that follows adds the next latest, where there is one.';

CREATE OR REPLACE FUNCTION etl.rebuild_rankings() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET work_mem = '128MB' SET maintenance_work_mem = '256MB' AS $$
DECLARE
    batch int[];
    contested int[];
BEGIN
    TRUNCATE dw.outcome_distribution, dw.latest_outcome, etl.changed_slice;
    -- A bulk load has no trigger that takes back what was cleared.
    DELETE FROM dw.cleared_outcome;
    INSERT INTO etl.unchecked_indicator (indicator_key)
    SELECT v.indicator_key FROM dw.dim_indicator_version AS v WHERE upper_inf(v.recorded) AND v.disclosure <> 'public'
    ON CONFLICT DO NOTHING;
    FOR batch IN
        SELECT array_agg(i.indicator_key ORDER BY i.indicator_key)
        FROM (
            SELECT indicator_key, (row_number() OVER (ORDER BY indicator_key) - 1) / 100 AS batch
            FROM dw.dim_indicator_version
            WHERE upper_inf(recorded) AND disclosure = 'public'
        ) AS i
        GROUP BY i.batch
        ORDER BY i.batch
    LOOP
        contested := etl.contested_indicators(batch);
        batch := ARRAY(SELECT unnest(batch) EXCEPT SELECT unnest(contested));
        PERFORM etl.refresh_distributions(batch, false, true), etl.refresh_distributions(contested, true, true);
        PERFORM etl.refresh_latest_outcomes(batch, false), etl.refresh_latest_outcomes(contested, true);
    END LOOP;
    -- The rows of a unit came indicator by indicator; side by side they are some hundred pages to read
    -- instead of some thousand.
    CLUSTER dw.latest_outcome USING latest_outcome_pkey;
    ANALYZE dw.latest_outcome;
    ANALYZE dw.outcome_distribution;
END
$$;
COMMENT ON FUNCTION etl.rebuild_rankings() IS 'Computes every distribution and place anew, some indicators at a time, so that memory does not grow.';

CREATE OR REPLACE FUNCTION etl.refresh_rankings() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '128MB' AS $$
DECLARE
    changed int := (SELECT count(*) FROM etl.changed_slice);
    batch int[];
    contested int[];
BEGIN
    IF changed = 0 THEN
        RETURN 0;
    END IF;
    ANALYZE etl.changed_slice;
    DELETE FROM dw.outcome_distribution AS d
    USING etl.changed_slice AS c
    WHERE d.indicator_key = c.indicator_key AND d.period_key = c.period_key AND d.gender_key = c.gender_key;
    FOR batch IN
        SELECT array_agg(i.indicator_key ORDER BY i.indicator_key)
        FROM (
            SELECT indicator_key, (row_number() OVER (ORDER BY indicator_key) - 1) / 100 AS batch
            FROM (SELECT DISTINCT indicator_key FROM etl.changed_slice) AS c
            WHERE EXISTS (
                SELECT FROM dw.dim_indicator_version AS v
                WHERE v.indicator_key = c.indicator_key AND upper_inf(v.recorded) AND v.disclosure = 'public')
        ) AS i
        GROUP BY i.batch
        ORDER BY i.batch
    LOOP
        PERFORM etl.remove_lost_outcomes(batch);
        contested := etl.contested_indicators(batch);
        batch := ARRAY(SELECT unnest(batch) EXCEPT SELECT unnest(contested));
        PERFORM etl.refresh_distributions(batch, false, false), etl.refresh_distributions(contested, true, false);
        PERFORM etl.refresh_latest_outcomes(batch, false), etl.refresh_latest_outcomes(contested, true);
    END LOOP;
    DELETE FROM etl.changed_slice;
    RETURN changed;
END
$$;
COMMENT ON FUNCTION etl.refresh_rankings() IS 'Brings the distributions and places of changed slices up to date; the loader calls it before a load is complete. Returns how many slices had changed.';

REVOKE ALL ON FUNCTION etl.contested_indicators(int[]), etl.refresh_distributions(int[], boolean, boolean),
    etl.refresh_latest_outcomes(int[], boolean), etl.remove_lost_outcomes(int[]), etl.rebuild_rankings(),
    etl.refresh_rankings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.refresh_rankings(), etl.rebuild_rankings() TO riktmarke_etl;

-- A warehouse that was filled before places were kept.
SELECT etl.rebuild_rankings()
WHERE EXISTS (SELECT FROM dw.fact_outcome WHERE value IS NOT NULL) AND NOT EXISTS (SELECT FROM dw.outcome_distribution);
