-- Refreshes the distributions and places of migrations/0010_rankings within the loader's transaction.
-- Owned by the schema's owner: the loader may read these tables and write none of them.

CREATE OR REPLACE FUNCTION etl.refresh_distributions(indicators int[], every_slice boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- One text for both: what differs is where the slices come from, and that decides the plan.
    EXECUTE format($query$
        WITH speaking AS (
            -- A value before none, declared precedence, the newest document: as in mart.outcome.
            SELECT DISTINCT ON (f.indicator_key, f.period_key, f.gender_key, f.municipality_key)
                f.indicator_key, f.period_key, f.gender_key, m.kind, f.value, f.numerator, f.denominator
            FROM %s
            JOIN dw.dim_document AS d ON d.document_key = f.document_key
            JOIN dw.dim_municipality AS m ON m.municipality_key = f.municipality_key
            WHERE f.indicator_key = ANY ($1) AND f.value IS NOT NULL
            ORDER BY f.indicator_key, f.period_key, f.gender_key, f.municipality_key, d.precedence,
                d.published_on DESC NULLS LAST, f.document_key DESC
        ), spread AS (
            SELECT indicator_key, period_key, gender_key, kind, count(*)::int AS n, avg(value) AS mean,
                array_agg(value ORDER BY value) AS v,
                CASE WHEN bool_and(numerator IS NOT NULL AND denominator IS NOT NULL) THEN sum(numerator) END AS x,
                CASE WHEN bool_and(numerator IS NOT NULL AND denominator IS NOT NULL) THEN sum(denominator) END AS y
            FROM speaking
            GROUP BY indicator_key, period_key, gender_key, kind
        )
        INSERT INTO dw.outcome_distribution (
            indicator_key, period_key, gender_key, units, unit_kind, mean, lowest, lower_quartile, median,
            upper_quartile, highest, numerator_sum, denominator_sum)
        -- Type 7: at (n - 1) / 4 places above the lowest, linearly between neighbours, in exact numbers.
        SELECT indicator_key, period_key, gender_key, n, kind, trim_scale(round(mean, 10)), v[1],
            trim_scale(v[1 + (n - 1) / 4] + (n - 1) %% 4 * 0.25
                * (v[least(n, 2 + (n - 1) / 4)] - v[1 + (n - 1) / 4])),
            trim_scale(v[1 + (n - 1) / 2] + (n - 1) %% 2 * 0.5
                * (v[least(n, 2 + (n - 1) / 2)] - v[1 + (n - 1) / 2])),
            trim_scale(v[1 + 3 * (n - 1) / 4] + 3 * (n - 1) %% 4 * 0.25
                * (v[least(n, 2 + 3 * (n - 1) / 4)] - v[1 + 3 * (n - 1) / 4])),
            v[n], x, y
        FROM spread
        $query$,
        CASE WHEN every_slice THEN 'dw.fact_outcome AS f'
            ELSE 'etl.changed_slice AS c JOIN dw.fact_outcome AS f USING (indicator_key, period_key, gender_key)' END)
    USING indicators;
END
$$;
COMMENT ON FUNCTION etl.refresh_distributions(int[], boolean) IS 'Computes the distributions of every slice of some indicators, or of the changed ones; rows of these must have been removed.';

CREATE OR REPLACE FUNCTION etl.refresh_latest_outcomes(indicators int[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    WITH stated AS MATERIALIZED (
        -- Nothing but what the index holds: most of these rows are of earlier years.
        SELECT DISTINCT ON (f.indicator_key, f.period_key, f.gender_key, f.municipality_key)
            f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.value, f.status_key
        FROM dw.fact_outcome AS f
        JOIN dw.dim_document AS d ON d.document_key = f.document_key
        WHERE f.indicator_key = ANY (indicators) AND f.value IS NOT NULL
        ORDER BY f.indicator_key, f.period_key, f.gender_key, f.municipality_key, d.precedence,
            d.published_on DESC NULLS LAST, f.document_key DESC
    ), latest AS MATERIALIZED (
        SELECT DISTINCT ON (s.indicator_key, s.gender_key, s.municipality_key) s.*, m.kind
        FROM stated AS s
        JOIN dw.dim_period AS p ON p.period_key = s.period_key
        JOIN dw.dim_municipality AS m ON m.municipality_key = s.municipality_key
        ORDER BY s.indicator_key, s.gender_key, s.municipality_key, s.status_key,
            p.kind IN ('tertial', 'quarter', 'month'), p.end_date DESC, p.start_date, s.period_key
    ), placed AS (
        -- Everybody with a value in a slice that is somebody's latest has a place in it.
        SELECT s.indicator_key, s.period_key, s.gender_key, s.municipality_key, rank() OVER slice - 1 AS higher,
            count(*) OVER slice AS at_least
        FROM stated AS s
        JOIN dw.dim_municipality AS m ON m.municipality_key = s.municipality_key
        WHERE (s.indicator_key, s.period_key, s.gender_key) IN (SELECT indicator_key, period_key, gender_key FROM latest)
        WINDOW slice AS (PARTITION BY s.indicator_key, s.period_key, s.gender_key, m.kind ORDER BY s.value DESC)
    ), fresh AS MATERIALIZED (
        SELECT l.indicator_key, l.period_key, l.document_key, l.municipality_key, l.gender_key, l.status_key,
            d.units, r.higher, d.units - r.at_least AS lower, l.value, d.lower_quartile, d.median, d.upper_quartile,
            b.value AS previous_value, f.numerator, f.denominator, d.numerator_sum, d.denominator_sum,
            CASE WHEN f.numerator IS NOT NULL THEN bf.numerator END AS previous_numerator,
            CASE WHEN f.numerator IS NOT NULL THEN bf.denominator END AS previous_denominator
        FROM latest AS l
        JOIN placed AS r USING (indicator_key, period_key, gender_key, municipality_key)
        JOIN dw.outcome_distribution AS d ON d.indicator_key = l.indicator_key AND d.period_key = l.period_key
            AND d.gender_key = l.gender_key AND d.unit_kind = l.kind
        JOIN dw.fact_outcome AS f ON f.indicator_key = l.indicator_key AND f.period_key = l.period_key
            AND f.gender_key = l.gender_key AND f.municipality_key = l.municipality_key AND f.document_key = l.document_key
        LEFT JOIN stated AS b ON b.indicator_key = l.indicator_key AND b.period_key = l.period_key - 10000
            AND b.gender_key = l.gender_key AND b.municipality_key = l.municipality_key
        LEFT JOIN dw.fact_outcome AS bf ON f.numerator IS NOT NULL AND bf.indicator_key = b.indicator_key
            AND bf.period_key = b.period_key AND bf.gender_key = b.gender_key
            AND bf.municipality_key = b.municipality_key AND bf.document_key = b.document_key
    ), gone AS (
        DELETE FROM dw.latest_outcome AS o
        USING unnest(indicators) AS i (indicator_key), dw.dim_municipality AS m, dw.dim_gender AS g
        WHERE o.indicator_key = i.indicator_key AND o.municipality_key = m.municipality_key AND o.gender_key = g.gender_key
            AND NOT EXISTS (
                SELECT FROM fresh AS n
                WHERE n.indicator_key = o.indicator_key AND n.gender_key = o.gender_key
                    AND n.municipality_key = o.municipality_key)
    )
    INSERT INTO dw.latest_outcome AS o (
        indicator_key, period_key, document_key, municipality_key, gender_key, status_key, units, higher, lower, value,
        lower_quartile, median, upper_quartile, previous_value, numerator, denominator, numerator_sum, denominator_sum,
        previous_numerator, previous_denominator)
    SELECT * FROM fresh
    ON CONFLICT (municipality_key, gender_key, indicator_key) DO UPDATE
    SET period_key = excluded.period_key, document_key = excluded.document_key, status_key = excluded.status_key,
        units = excluded.units, higher = excluded.higher, lower = excluded.lower, value = excluded.value,
        lower_quartile = excluded.lower_quartile, median = excluded.median, upper_quartile = excluded.upper_quartile,
        previous_value = excluded.previous_value, numerator = excluded.numerator, denominator = excluded.denominator,
        numerator_sum = excluded.numerator_sum, denominator_sum = excluded.denominator_sum,
        previous_numerator = excluded.previous_numerator, previous_denominator = excluded.previous_denominator
    WHERE (o.*) IS DISTINCT FROM (excluded.*)
$$;
COMMENT ON FUNCTION etl.refresh_latest_outcomes(int[]) IS 'Computes the latest values of some indicators and their places; writes only what differs. The distributions must be fresh.';

CREATE OR REPLACE FUNCTION etl.rebuild_rankings() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET work_mem = '128MB' SET maintenance_work_mem = '256MB' AS $$
DECLARE
    batch int[];
BEGIN
    TRUNCATE dw.outcome_distribution, dw.latest_outcome, etl.changed_slice;
    FOR batch IN
        SELECT array_agg(i.indicator_key ORDER BY i.indicator_key)
        FROM (SELECT indicator_key, (row_number() OVER (ORDER BY indicator_key) - 1) / 50 AS batch FROM dw.dim_indicator) AS i
        GROUP BY i.batch
        ORDER BY i.batch
    LOOP
        PERFORM etl.refresh_distributions(batch, true);
        PERFORM etl.refresh_latest_outcomes(batch);
    END LOOP;
END
$$;
COMMENT ON FUNCTION etl.rebuild_rankings() IS 'Computes every distribution and place anew, some indicators at a time, so that memory does not grow.';

CREATE OR REPLACE FUNCTION etl.refresh_rankings() RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '128MB' AS $$
DECLARE
    changed int := (SELECT count(*) FROM etl.changed_slice);
    batch int[];
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
            SELECT indicator_key, (row_number() OVER (ORDER BY indicator_key) - 1) / 50 AS batch
            FROM (SELECT DISTINCT indicator_key FROM etl.changed_slice) AS c
        ) AS i
        GROUP BY i.batch
        ORDER BY i.batch
    LOOP
        PERFORM etl.refresh_distributions(batch, false);
        PERFORM etl.refresh_latest_outcomes(batch);
    END LOOP;
    DELETE FROM etl.changed_slice;
    RETURN changed;
END
$$;
COMMENT ON FUNCTION etl.refresh_rankings() IS 'Brings the distributions and places of changed slices up to date; the loader calls it before a load is complete. Returns how many slices had changed.';

REVOKE ALL ON FUNCTION etl.refresh_distributions(int[], boolean), etl.refresh_latest_outcomes(int[]), etl.rebuild_rankings(),
    etl.refresh_rankings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.refresh_rankings(), etl.rebuild_rankings() TO riktmarke_etl;

-- A warehouse that was filled before places were kept.
SELECT etl.rebuild_rankings()
WHERE EXISTS (SELECT FROM dw.fact_outcome WHERE value IS NOT NULL) AND NOT EXISTS (SELECT FROM dw.outcome_distribution);
