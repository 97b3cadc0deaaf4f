-- Refreshes the distributions and places of migrations/0011_rankings within the loader's transaction.
-- Public indicators only: what is kept of others would rest on figures that may have to be hidden.
-- Owned by the schema's owner: the loader may read these tables and write none of them. The facts are
-- always read by their key, whose order is that of the work; after a bulk load there are no statistics
-- to tell the planner so, hence the settings: look-ups are LATERAL, which is a nested loop whatever they
-- say, and everything else is hashed.
--
-- The two queries are texts, which differ in where slices come from, in whose latest values are wanted
-- (06_ranking_changes) and in whether it must be decided who speaks: a value before none, precedence, the
-- newest document, as in mart.outcome. What is kept and what is computed for readers meanwhile is thus the
-- same query.

DROP FUNCTION IF EXISTS etl.refresh_distributions(int[], boolean, boolean), etl.refresh_latest_outcomes(int[], boolean),
    etl.refresh_rankings(), etl.refresh_rankings(int[]), etl.refresh_indicators(int[], boolean, boolean),
    etl.refresh_indicators(int[], int[], boolean, boolean), etl.latest_query(boolean, text);

CREATE OR REPLACE FUNCTION etl.unit_kinds() RETURNS smallint[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    -- By key, so that a million facts look a kind up without a join: 0 municipality, 1 region, 2 nation.
    SELECT array_agg((CASE m.kind WHEN 'region' THEN 1 WHEN 'nation' THEN 2 ELSE 0 END)::smallint ORDER BY k.key)
    FROM generate_series(1, (SELECT max(municipality_key) FROM dw.dim_municipality)) AS k (key)
    LEFT JOIN dw.dim_municipality AS m ON m.municipality_key = k.key
$$;
COMMENT ON FUNCTION etl.unit_kinds() IS 'The kind of every unit at the place of its key: 0 municipality, 1 region, 2 nation.';

CREATE OR REPLACE FUNCTION etl.distribution_query(is_contested boolean, every_slice boolean) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    -- $1 the indicators, $2 what etl.unit_kinds() says.
    SELECT format($query$
        WITH speaking AS (
            SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.value, f.numerator, f.denominator
            FROM %4$s
            %2$s
            WHERE f.indicator_key = ANY ($1) AND f.value IS NOT NULL
            %3$s
        ), spread AS (
            -- Facts come by their key, so that only one slice at a time is sorted, by the unit's kind; and the values
            -- of a kind by themselves, as numbers of one column are compared: by rows it takes twice as long.
            -- To twenty decimals: avg gives a number above 10^10 fewer than ten.
            SELECT indicator_key, period_key, gender_key, kind, count(*)::int AS n,
                (sum(value) + 0.00000000000000000000) / count(*) AS mean, array_agg(value ORDER BY value) AS v,
                CASE WHEN count(*) = count(numerator) AND count(*) = count(denominator) THEN sum(numerator) END AS x,
                CASE WHEN count(*) = count(numerator) AND count(*) = count(denominator) THEN sum(denominator) END AS y
            FROM (SELECT *, ($2::smallint[])[municipality_key] AS kind FROM speaking) AS s
            GROUP BY indicator_key, period_key, gender_key, kind
        )
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
            v[n] AS highest, x AS numerator_sum, y AS denominator_sum
        FROM spread
        $query$,
        s[1], s[2], s[3],
        CASE WHEN every_slice THEN 'dw.fact_outcome AS f'
            -- OFFSET 0 keeps this a look-up a slice: without statistics all facts might be read instead.
            ELSE 'etl.changed_slice AS c
                CROSS JOIN LATERAL (
                    SELECT * FROM dw.fact_outcome AS o
                    WHERE o.indicator_key = c.indicator_key AND o.period_key = c.period_key AND o.gender_key = c.gender_key
                    OFFSET 0) AS f' END)
    FROM etl.speaker_clauses(is_contested) AS s
$$;
COMMENT ON FUNCTION etl.distribution_query(boolean, boolean) IS 'The query that computes the distributions of some indicators ($1) by the kinds of units ($2): of every slice, or of the changed ones.';

CREATE OR REPLACE FUNCTION etl.latest_query(is_contested boolean, distribution text, target text) RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    -- $1 the indicators, $2 what etl.unit_kinds() says.
    SELECT format($query$
        WITH period AS MATERIALIZED (
            SELECT period_key, lateness FROM etl.period_lateness()
        ), target AS MATERIALIZED (
            %5$s
        ), latest_slice AS (
            SELECT DISTINCT t.indicator_key, p.period_key, t.gender_key
            FROM target AS t
            JOIN period AS p ON p.lateness = t.lateness
        ), speaking AS (
            -- Everybody with a value in a slice that is somebody's latest has a place in it.
            SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.status_key,
                f.value, f.numerator, f.denominator, ($2::smallint[])[f.municipality_key] AS kind
            FROM latest_slice AS s
            -- OFFSET 0 keeps this a look-up a slice: without statistics all facts might be read instead.
            CROSS JOIN LATERAL (
                SELECT * FROM dw.fact_outcome AS o
                WHERE o.indicator_key = s.indicator_key AND o.period_key = s.period_key AND o.gender_key = s.gender_key
                OFFSET 0) AS f
            %2$s
            WHERE f.value IS NOT NULL
            %3$s
        ), before AS (
            -- A period's key holds its year times 10 000.
            SELECT %1$s f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.value, f.numerator, f.denominator
            FROM latest_slice AS s
            CROSS JOIN LATERAL (
                SELECT * FROM dw.fact_outcome AS o
                WHERE o.indicator_key = s.indicator_key AND o.period_key = s.period_key - 10000 AND o.gender_key = s.gender_key
                OFFSET 0) AS f
            %2$s
            WHERE f.value IS NOT NULL
            %3$s
        ), placed AS (
            SELECT s.*, rank() OVER slice - 1 AS higher, count(*) OVER slice AS at_least
            FROM (
                SELECT *, (indicator_key::int8 << 34) + (period_key::int8 << 4) + (gender_key::int8 << 2) + kind AS slice
                FROM speaking) AS s
            WINDOW slice AS (PARTITION BY s.slice ORDER BY s.value DESC)
        ), latest AS MATERIALIZED (
            SELECT (s.municipality_key::int8 << 34) + (s.gender_key::int8 << 32) + s.indicator_key AS figure, s.*
            FROM placed AS s
            JOIN period AS p ON p.period_key = s.period_key
            JOIN target AS t ON t.indicator_key = s.indicator_key AND t.gender_key = s.gender_key
                AND t.municipality_key = s.municipality_key AND t.lateness = p.lateness
        )
        SELECT l.indicator_key, l.period_key, l.document_key, l.municipality_key, l.gender_key, l.status_key,
            d.units, l.higher::smallint AS higher, (d.units - l.at_least)::smallint AS lower, l.value,
            d.lower_quartile, d.median, d.upper_quartile, b.value AS previous_value, l.numerator, l.denominator,
            d.numerator_sum, d.denominator_sum, b.numerator AS previous_numerator, b.denominator AS previous_denominator
        FROM latest AS l
        JOIN %4$s AS d ON d.indicator_key = l.indicator_key AND d.period_key = l.period_key
            AND d.gender_key = l.gender_key AND d.unit_kind = (ARRAY['municipality', 'region', 'nation'])[1 + l.kind]
            AND d.indicator_key = ANY ($1)
        LEFT JOIN before AS b ON b.indicator_key = l.indicator_key AND b.period_key = l.period_key - 10000
            AND b.gender_key = l.gender_key AND b.municipality_key = l.municipality_key
        -- Whichever side a join hashes, unit by unit.
        ORDER BY l.figure
        $query$,
        s[1], s[2], s[3], distribution, target)
    FROM etl.speaker_clauses(is_contested) AS s
$$;
COMMENT ON FUNCTION etl.latest_query(boolean, text, text) IS 'The query that computes latest values of some indicators ($1) and their places by the kinds of units ($2); the second argument is where their distributions are, the third a query for how late the latest value of each wanted unit is.';

CREATE OR REPLACE FUNCTION etl.refresh_indicators(indicators int[], is_contested boolean, is_first boolean) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET enable_mergejoin = off SET enable_nestloop = off SET jit = off AS $$
DECLARE
    kinds smallint[] := etl.unit_kinds();
    latest text := etl.latest_query(is_contested, 'dw.outcome_distribution',
        CASE WHEN is_contested OR is_first THEN etl.latest_target_query(is_contested) ELSE etl.moved_target_query() END);
    insert_latest text := 'INSERT INTO dw.latest_outcome (
        indicator_key, period_key, document_key, municipality_key, gender_key, status_key, units, higher, lower, value,
        lower_quartile, median, upper_quartile, previous_value, numerator, denominator, numerator_sum, denominator_sum,
        previous_numerator, previous_denominator) ';
BEGIN
    IF cardinality(indicators) = 0 THEN
        RETURN;
    END IF;
    EXECUTE 'INSERT INTO dw.outcome_distribution (
        indicator_key, period_key, gender_key, units, unit_kind, mean, lowest, lower_quartile, median, upper_quartile,
        highest, numerator_sum, denominator_sum) ' || etl.distribution_query(is_contested, is_first)
    USING indicators, kinds;
    IF is_first THEN
        EXECUTE insert_latest || latest USING indicators, kinds;
        RETURN;
    END IF;
    -- What is kept as it is must not even be met: ON CONFLICT would lock, and so write, every row.
    EXECUTE 'WITH ' || etl.kept_queries() || ', now AS MATERIALIZED (' || latest || '), written AS (' || insert_latest || '
        SELECT n.*
        FROM now AS n
        LEFT JOIN kept AS k ON k.municipality_key = n.municipality_key AND k.gender_key = n.gender_key
            AND k.indicator_key = n.indicator_key
        WHERE (k.*) IS DISTINCT FROM (n.*)
            AND EXISTS (SELECT FROM changed AS c WHERE c.indicator_key = n.indicator_key AND c.gender_key = n.gender_key)
        ON CONFLICT (municipality_key, gender_key, indicator_key) DO UPDATE
        SET period_key = excluded.period_key, document_key = excluded.document_key, status_key = excluded.status_key,
            units = excluded.units, higher = excluded.higher, lower = excluded.lower, value = excluded.value,
            lower_quartile = excluded.lower_quartile, median = excluded.median, upper_quartile = excluded.upper_quartile,
            previous_value = excluded.previous_value, numerator = excluded.numerator, denominator = excluded.denominator,
            numerator_sum = excluded.numerator_sum, denominator_sum = excluded.denominator_sum,
            previous_numerator = excluded.previous_numerator, previous_denominator = excluded.previous_denominator
        ), lost AS (
            -- Only a changed slice can have lost a value, and with it somebody the only one.
            SELECT k.municipality_key, k.gender_key, k.indicator_key
            FROM kept AS k
            JOIN changed AS c ON c.indicator_key = k.indicator_key AND c.period_key = k.period_key AND c.gender_key = k.gender_key
            WHERE NOT EXISTS (
                SELECT FROM now AS n
                WHERE n.municipality_key = k.municipality_key AND n.gender_key = k.gender_key
                    AND n.indicator_key = k.indicator_key)
        )
        -- By their places: a join might read all that is kept.
        DELETE FROM dw.latest_outcome
        WHERE ctid = ANY (ARRAY(
            SELECT o.place
            FROM lost AS l
            CROSS JOIN LATERAL (
                SELECT k.ctid AS place FROM dw.latest_outcome AS k
                WHERE k.municipality_key = l.municipality_key AND k.gender_key = l.gender_key
                    AND k.indicator_key = l.indicator_key
                OFFSET 0) AS o))'
    USING indicators, kinds;
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
    ANALYZE dw.latest_outcome;
    ANALYZE dw.outcome_distribution;
END
$$;
COMMENT ON FUNCTION etl.analyze_rankings() IS 'Tells the planner what is kept, after a bulk load.';

CREATE OR REPLACE FUNCTION etl.note_every_slice() RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
    TRUNCATE dw.outcome_distribution, dw.latest_outcome, etl.changed_slice;
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

REVOKE ALL ON FUNCTION etl.unit_kinds(), etl.distribution_query(boolean, boolean),
    etl.latest_query(boolean, text, text), etl.refresh_indicators(int[], boolean, boolean),
    etl.note_every_slice(), etl.rebuild_rankings(), etl.refresh_rankings(int[]), etl.analyze_rankings() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.refresh_rankings(int[]), etl.analyze_rankings(), etl.rebuild_rankings() TO riktmarke_etl;

-- A warehouse that was filled before places were kept. Not a SELECT: its own look at the table would
-- forbid the function to empty it.
DO $$
BEGIN
    IF EXISTS (SELECT FROM dw.fact_outcome WHERE value IS NOT NULL) AND NOT EXISTS (SELECT FROM dw.outcome_distribution) THEN
        PERFORM etl.rebuild_rankings();
    END IF;
END
$$;
