-- What a bulk load has left to be kept (06_rankings), computed for readers meanwhile: by the same
-- queries, for indicators of which nothing is kept though they have facts. Otherwise there is none, and
-- to see that costs a look into an empty table.

CREATE OR REPLACE FUNCTION etl.pending_indicators() RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT array_agg(DISTINCT c.indicator_key)
    FROM etl.changed_slice AS c
    JOIN dw.dim_indicator_version AS v ON v.indicator_key = c.indicator_key AND upper_inf(v.recorded) AND v.disclosure = 'public'
    WHERE NOT EXISTS (SELECT FROM dw.outcome_distribution AS d WHERE d.indicator_key = c.indicator_key)
$$;
COMMENT ON FUNCTION etl.pending_indicators() IS 'Indicators of which nothing is kept yet though they have facts; NULL if there are none.';

CREATE OR REPLACE FUNCTION dw.pending_distributions() RETURNS SETOF dw.outcome_distribution
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp
SET work_mem = '128MB' SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
DECLARE
    pending int[] := etl.pending_indicators();
    contested int[];
BEGIN
    IF pending IS NOT NULL THEN
        contested := etl.contested_indicators(pending);
        pending := ARRAY(SELECT unnest(pending) EXCEPT SELECT unnest(contested));
        RETURN QUERY EXECUTE 'SELECT ' || etl.distribution_columns() || ' FROM (' || etl.distribution_query(false) || ') AS d'
            USING pending, etl.unit_kinds(), etl.no_units();
        RETURN QUERY EXECUTE 'SELECT ' || etl.distribution_columns() || ' FROM (' || etl.distribution_query(true) || ') AS d'
            USING contested, etl.unit_kinds(), etl.no_units();
    END IF;
END
$$;
COMMENT ON FUNCTION dw.pending_distributions() IS 'The distributions that the next load will keep, computed now; none, but after a bulk load of files.';

CREATE OR REPLACE FUNCTION dw.pending_latest_outcomes() RETURNS SETOF dw.latest_outcome
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 1 SET search_path = pg_catalog, pg_temp
SET work_mem = '128MB' SET enable_seqscan = off SET enable_bitmapscan = off SET enable_mergejoin = off SET enable_nestloop = off SET jit = off AS $$
DECLARE
    pending int[] := etl.pending_indicators();
    contested int[];
BEGIN
    IF pending IS NOT NULL THEN
        contested := etl.contested_indicators(pending);
        pending := ARRAY(SELECT unnest(pending) EXCEPT SELECT unnest(contested));
        RETURN QUERY EXECUTE 'WITH ' || etl.every_slice_queries(false) || etl.latest_query(false)
            USING pending, etl.unit_kinds(), etl.no_units();
        RETURN QUERY EXECUTE 'WITH ' || etl.every_slice_queries(true) || etl.latest_query(true)
            USING contested, etl.unit_kinds(), etl.no_units();
    END IF;
END
$$;
COMMENT ON FUNCTION dw.pending_latest_outcomes() IS 'The latest values with their places that the next load will keep, computed now; none, but after a bulk load of files.';

-- The condition is looked at once, before the function: in a new session the first call of one costs as much
-- as the whole question.
CREATE OR REPLACE VIEW dw.current_distribution AS
SELECT * FROM dw.outcome_distribution
UNION ALL
SELECT * FROM dw.pending_distributions() WHERE EXISTS (SELECT FROM etl.changed_slice);
COMMENT ON VIEW dw.current_distribution IS 'How the values of all units of a kind are spread, kept or computed now; grain: indicator x period x gender x kind of unit.';

CREATE OR REPLACE VIEW dw.current_latest_outcome AS
SELECT * FROM dw.latest_outcome
UNION ALL
SELECT * FROM dw.pending_latest_outcomes() WHERE EXISTS (SELECT FROM etl.changed_slice);
COMMENT ON VIEW dw.current_latest_outcome IS 'The latest value of each unit with its place among all of its kind, kept or computed now; grain: unit x gender x indicator.';

-- Their columns are what those of the tables are.
DO $$
DECLARE
    described record;
BEGIN
    FOR described IN
        SELECT v.view_name, a.attname, col_description(v.kept, a.attnum) AS description
        FROM (VALUES ('current_distribution', 'dw.outcome_distribution'::regclass),
            ('current_latest_outcome', 'dw.latest_outcome'::regclass)) AS v (view_name, kept)
        JOIN pg_attribute AS a ON a.attrelid = v.kept AND a.attnum > 0 AND NOT a.attisdropped
    LOOP
        EXECUTE format('COMMENT ON COLUMN dw.%I.%I IS %L', described.view_name, described.attname, described.description);
    END LOOP;
END
$$;

REVOKE ALL ON FUNCTION etl.pending_indicators(), dw.pending_distributions(), dw.pending_latest_outcomes() FROM PUBLIC;
GRANT SELECT ON dw.current_distribution, dw.current_latest_outcome TO riktmarke_etl;
-- What a view calls is called by its reader.
GRANT EXECUTE ON FUNCTION dw.pending_distributions(), dw.pending_latest_outcomes() TO riktmarke_read, riktmarke_etl;
