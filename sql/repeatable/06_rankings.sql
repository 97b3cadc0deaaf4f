-- Refreshes the distributions and places of migrations/0011_rankings within the loader's transaction.
-- Public indicators only: what is kept of others would rest on figures that may have to be hidden.
-- Owned by the schema's owner: the loader may read these tables and write none of them. The facts are
-- always read by their key, whose order is that of the work; after a bulk load there are no statistics
-- to tell the planner so, hence the settings: look-ups are LATERAL, which is a nested loop whatever they
-- say, and everything else is hashed.
-- The queries themselves are in 06_ranking_queries.

DROP FUNCTION IF EXISTS etl.refresh_distributions(int[], boolean, boolean), etl.refresh_latest_outcomes(int[], boolean),
    etl.refresh_rankings(), etl.refresh_rankings(int[]), etl.refresh_indicators(int[], boolean, boolean),
    etl.refresh_indicators(int[], int[], boolean, boolean);

CREATE OR REPLACE FUNCTION etl.index_latest_outcomes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF to_regclass('dw.latest_outcome_by_indicator') IS NULL THEN
        -- Two sessions may come here at once: the second finds it built.
        PERFORM pg_advisory_xact_lock(1919971169);
    END IF;
    IF to_regclass('dw.latest_outcome_by_indicator') IS NULL THEN
        CREATE INDEX latest_outcome_by_indicator ON dw.latest_outcome (indicator_key, gender_key);
        COMMENT ON INDEX dw.latest_outcome_by_indicator IS 'For what a changed slice may have moved; a bulk load builds it last.';
    END IF;
END
$$;
COMMENT ON FUNCTION etl.index_latest_outcomes() IS 'Builds the index of kept places by indicator unless it is there: kept up row by row it costs a bulk load five times as much.';

CREATE OR REPLACE FUNCTION etl.refresh_indicators(indicators int[], is_contested boolean, is_first boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_mergejoin = off SET enable_nestloop = off SET jit = off AS $$
DECLARE
    kinds smallint[] := etl.unit_kinds();
    nobody varbit := etl.no_units();
    insert_distributions text := 'INSERT INTO dw.outcome_distribution (' || etl.distribution_columns() || ') ';
    insert_latest text := 'INSERT INTO dw.latest_outcome (
        indicator_key, period_key, document_key, municipality_key, gender_key, status_key, units, higher, lower, value,
        lower_quartile, median, upper_quartile, previous_value, numerator, denominator, numerator_sum, denominator_sum,
        previous_numerator, previous_denominator) ';
BEGIN
    IF cardinality(indicators) = 0 THEN
        RETURN;
    END IF;
    IF is_first THEN
        EXECUTE 'WITH ' || etl.every_slice_queries(is_contested) || ', written AS (' || insert_distributions || '
                SELECT ' || etl.distribution_columns() || ' FROM distribution) '
            || insert_latest || etl.latest_query(is_contested)
        USING indicators, kinds, nobody;
        RETURN;
    END IF;
    EXECUTE insert_distributions || 'SELECT ' || etl.distribution_columns() || '
        FROM (' || etl.distribution_query(is_contested, 'etl.changed_slice') || ') AS d'
    USING indicators, kinds, nobody;
    -- Only one load writes at a time, so a kept row stays in its place until this statement moves it. By that it is
    -- updated or removed: ON CONFLICT would look for it again, and lock, and so write, what stays as it is.
    EXECUTE 'WITH ' || etl.kept_queries() || ', '
        || CASE WHEN is_contested THEN etl.every_slice_queries(true) ELSE etl.moved_slice_queries() END
        || ', now AS MATERIALIZED (' || etl.latest_query(is_contested) || '), revised AS (
            UPDATE dw.latest_outcome AS l
            SET period_key = n.period_key, document_key = n.document_key, status_key = n.status_key, units = n.units,
                higher = n.higher, lower = n.lower, value = n.value, lower_quartile = n.lower_quartile, median = n.median,
                upper_quartile = n.upper_quartile, previous_value = n.previous_value, numerator = n.numerator,
                denominator = n.denominator, numerator_sum = n.numerator_sum, denominator_sum = n.denominator_sum,
                previous_numerator = n.previous_numerator, previous_denominator = n.previous_denominator
            FROM now AS n
            JOIN kept AS k ON k.municipality_key = n.municipality_key AND k.gender_key = n.gender_key
                AND k.indicator_key = n.indicator_key
            WHERE l.ctid = k.place AND (l.*) IS DISTINCT FROM (n.*)
        ), added AS (' || insert_latest || '
            SELECT n.*
            FROM now AS n
            WHERE EXISTS (SELECT FROM changed AS c WHERE c.indicator_key = n.indicator_key AND c.gender_key = n.gender_key)
                AND NOT EXISTS (
                    SELECT FROM kept AS k
                    WHERE k.municipality_key = n.municipality_key AND k.gender_key = n.gender_key
                        AND k.indicator_key = n.indicator_key)
        )
        -- Only a changed slice can have lost a value, and with it somebody the only one.
        DELETE FROM dw.latest_outcome
        WHERE ctid = ANY (ARRAY(
            SELECT k.place
            FROM kept AS k
            JOIN changed AS c ON c.indicator_key = k.indicator_key AND c.period_key = k.period_key AND c.gender_key = k.gender_key
            WHERE NOT EXISTS (
                SELECT FROM now AS n
                WHERE n.municipality_key = k.municipality_key AND n.gender_key = k.gender_key
                    AND n.indicator_key = k.indicator_key)))'
    USING indicators, kinds, nobody;
END
$$;
COMMENT ON FUNCTION etl.refresh_indicators(int[], boolean, boolean) IS 'Computes the distributions of the changed slices of some indicators, whose rows must have been removed, then the latest values and places that may have moved with them, and writes only what differs; or, where nothing is kept yet, all of theirs, without looking for what is there.';

CREATE OR REPLACE FUNCTION etl.refresh_rankings(parts int[] DEFAULT '{0,1,2,3,4,5,6,7,8,9,10,11}') RETURNS int
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp SET work_mem = '128MB' AS $$
DECLARE
    mine int[];
    changed int;
    is_first boolean;
    batch int[];
    contested int[];
BEGIN
    -- Two sessions may share the work. Who comes second to a part waits, and then finds it done.
    PERFORM pg_advisory_xact_lock(1919971168, p.part) FROM unnest(parts) AS p (part) ORDER BY p.part;
    mine := ARRAY(
        SELECT DISTINCT indicator_key FROM etl.changed_slice
        WHERE indicator_key % 12 = ANY (parts) ORDER BY indicator_key);
    IF cardinality(mine) = 0 THEN
        RETURN 0;
    END IF;
    is_first := NOT EXISTS (SELECT FROM dw.outcome_distribution WHERE indicator_key = ANY (mine));
    IF NOT is_first THEN
        PERFORM etl.index_latest_outcomes();
        DELETE FROM dw.outcome_distribution AS d
        USING etl.changed_slice AS c
        WHERE c.indicator_key = ANY (mine) AND d.indicator_key = c.indicator_key AND d.period_key = c.period_key
            AND d.gender_key = c.gender_key;
    END IF;
    contested := etl.contested_indicators(mine);
    -- Some indicators at a time, so that memory does not grow. Within each the rows come unit by unit:
    -- a profile of thousands of indicators then reads a few pages for every batch.
    FOR batch IN
        SELECT array_agg(m.indicator_key ORDER BY m.place)
        FROM (
            SELECT v.indicator_key, row_number() OVER (ORDER BY v.indicator_key) AS place
            FROM dw.dim_indicator_version AS v
            WHERE v.indicator_key = ANY (mine) AND upper_inf(v.recorded) AND v.disclosure = 'public'
        ) AS m
        GROUP BY (m.place - 1) / 200
        ORDER BY (m.place - 1) / 200
    LOOP
        PERFORM etl.refresh_indicators(ARRAY(SELECT unnest(batch) EXCEPT SELECT unnest(contested)), false, is_first),
            etl.refresh_indicators(ARRAY(SELECT unnest(batch) INTERSECT SELECT unnest(contested)), true, is_first);
    END LOOP;
    DELETE FROM etl.changed_slice WHERE indicator_key = ANY (mine);
    GET DIAGNOSTICS changed = ROW_COUNT;
    RETURN changed;
END
$$;
COMMENT ON FUNCTION etl.refresh_rankings(int[]) IS 'Brings the distributions and places of changed slices up to date, all of them or those of some twelfths of the indicators (by the remainder of the key); the loader calls it before a load is complete. Returns how many slices had changed.';

CREATE OR REPLACE FUNCTION etl.analyze_rankings() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM etl.index_latest_outcomes();
    ANALYZE dw.latest_outcome;
    ANALYZE dw.outcome_distribution;
END
$$;
COMMENT ON FUNCTION etl.analyze_rankings() IS 'Builds the index that a bulk load has left out and tells the planner what is kept.';

CREATE OR REPLACE FUNCTION etl.note_every_slice() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off SET client_min_messages = warning AS $$
    TRUNCATE dw.outcome_distribution, dw.latest_outcome, etl.changed_slice;
    DROP INDEX IF EXISTS dw.latest_outcome_by_indicator;
    -- A bulk load has no trigger that takes back what was cleared.
    DELETE FROM dw.cleared_outcome;
    INSERT INTO etl.unchecked_indicator (indicator_key)
    SELECT v.indicator_key FROM dw.dim_indicator_version AS v WHERE upper_inf(v.recorded) AND v.disclosure <> 'public'
    ON CONFLICT DO NOTHING;
    -- From slice to slice by the key: some ten thousand look-ups instead of ten million facts.
    WITH RECURSIVE slice AS (
        (SELECT indicator_key, period_key, gender_key FROM dw.fact_outcome
        ORDER BY indicator_key, period_key, gender_key LIMIT 1)
        UNION ALL
        SELECT n.indicator_key, n.period_key, n.gender_key
        FROM slice AS s
        CROSS JOIN LATERAL (
            SELECT f.indicator_key, f.period_key, f.gender_key
            FROM dw.fact_outcome AS f
            WHERE (f.indicator_key, f.period_key, f.gender_key) > (s.indicator_key, s.period_key, s.gender_key)
            ORDER BY f.indicator_key, f.period_key, f.gender_key
            LIMIT 1) AS n
    )
    INSERT INTO etl.changed_slice (indicator_key, period_key, gender_key)
    SELECT indicator_key, period_key, gender_key FROM slice;
$$;
COMMENT ON FUNCTION etl.note_every_slice() IS 'Forgets every distribution, place and clearance and notes every slice as changed, so that the next refresh computes all of them.';

CREATE OR REPLACE FUNCTION etl.rebuild_rankings() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT etl.note_every_slice();
    SELECT etl.refresh_rankings();
    SELECT etl.analyze_rankings();
$$;
COMMENT ON FUNCTION etl.rebuild_rankings() IS 'Computes every distribution and place anew.';

REVOKE ALL ON FUNCTION etl.refresh_indicators(int[], boolean, boolean), etl.index_latest_outcomes(), etl.note_every_slice(),
    etl.rebuild_rankings(), etl.refresh_rankings(int[]), etl.analyze_rankings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.refresh_rankings(int[]), etl.analyze_rankings(), etl.rebuild_rankings() TO riktmarke_etl;

-- A warehouse that was filled before places were kept. Not a SELECT: its own look at the table would
-- forbid the function to empty it.
DO $$
BEGIN
    IF EXISTS (SELECT FROM dw.fact_outcome WHERE value IS NOT NULL) AND NOT EXISTS (SELECT FROM dw.outcome_distribution) THEN
        PERFORM etl.rebuild_rankings();
    END IF;
    PERFORM etl.index_latest_outcomes();
END
$$;
