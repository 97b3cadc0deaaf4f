-- What a change of facts can move among the places that are kept; asked by 06_rankings, which computes them.
-- After a bulk load there are no statistics, hence the settings and the OFFSET 0.

CREATE OR REPLACE FUNCTION etl.contested_indicators(indicators int[]) RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET jit = off AS $$
    WITH candidate AS (
        -- A source that comes in slices has one document: only what other sources have can meet it.
        SELECT f.indicator_key
        FROM dw.fact_outcome AS f
        WHERE (f.source_column > 0 OR f.source_file = 0) AND f.value IS NOT NULL AND f.indicator_key = ANY (indicators)
            AND cardinality(indicators) <= 100 AND (SELECT count(DISTINCT source_key) FROM etl.scope) < 2
        UNION
        -- After a bulk load nobody can tell the planner that these are few; OFFSET 0 does.
        SELECT f.indicator_key
        FROM (
            SELECT o.indicator_key FROM dw.fact_outcome AS o
            WHERE (o.source_column > 0 OR o.source_file = 0) AND o.value IS NOT NULL
            OFFSET 0) AS f
        WHERE f.indicator_key = ANY (indicators)
            AND cardinality(indicators) > 100 AND (SELECT count(DISTINCT source_key) FROM etl.scope) < 2
        UNION
        SELECT unnest(indicators)
        WHERE (SELECT count(DISTINCT source_key) FROM etl.scope) > 1
    )
    SELECT coalesce(array_agg(c.indicator_key), '{}')
    FROM candidate AS c
    -- OFFSET 0 keeps this a look-up an indicator: without statistics all facts might be read instead.
    CROSS JOIN LATERAL (
        SELECT min(f.document_key) AS least, max(f.document_key) AS greatest
        FROM dw.fact_outcome AS f
        WHERE f.indicator_key = c.indicator_key AND f.value IS NOT NULL
        OFFSET 0
    ) AS d
    WHERE d.least <> d.greatest
$$;
COMMENT ON FUNCTION etl.contested_indicators(int[]) IS 'Which of some indicators have values of more than one document, so that it must be decided who speaks.';

CREATE OR REPLACE FUNCTION etl.period_lateness() RETURNS TABLE (period_key int, lateness int)
LANGUAGE sql STABLE SECURITY DEFINER ROWS 100 SET search_path = pg_catalog, pg_temp AS $$
    SELECT p.period_key, (p.kind NOT IN ('tertial', 'quarter', 'month'))::int * 1000000
        + (row_number() OVER (ORDER BY p.end_date, p.start_date DESC, p.period_key DESC))::int
    FROM dw.dim_period AS p
$$;
COMMENT ON FUNCTION etl.period_lateness() IS 'One number for every period that says which of two is the later one, by the rule for latest values.';

CREATE OR REPLACE FUNCTION etl.overtaken_indicators(indicators int[]) RETURNS int[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET enable_seqscan = off SET enable_bitmapscan = off SET jit = off AS $$
    WITH period AS MATERIALIZED (
        SELECT period_key, lateness FROM etl.period_lateness()
    ), changed AS MATERIALIZED (
        SELECT c.indicator_key, c.period_key, c.gender_key, p.lateness
        FROM etl.changed_slice AS c
        JOIN period AS p ON p.period_key = c.period_key
        WHERE c.indicator_key = ANY (indicators)
    ), latest AS MATERIALIZED (
        SELECT t.indicator_key, t.gender_key, t.municipality_key, o.period_key, o.status_key, p.lateness
        FROM (
            SELECT c.indicator_key, c.gender_key, m.municipality_key
            FROM (SELECT DISTINCT indicator_key, gender_key FROM changed) AS c
            CROSS JOIN dw.dim_municipality AS m
        ) AS t
        -- OFFSET 0 keeps this a look-up a unit.
        LEFT JOIN LATERAL (
            SELECT l.period_key, l.status_key
            FROM dw.latest_outcome AS l
            WHERE l.municipality_key = t.municipality_key AND l.gender_key = t.gender_key AND l.indicator_key = t.indicator_key
            OFFSET 0) AS o ON true
        LEFT JOIN period AS p ON p.period_key = o.period_key
    )
    SELECT coalesce(array_agg(DISTINCT c.indicator_key), '{}')
    FROM changed AS c
    JOIN latest AS o ON o.indicator_key = c.indicator_key AND o.gender_key = c.gender_key
    WHERE CASE WHEN o.period_key IS NULL
        THEN EXISTS (
            SELECT FROM dw.fact_outcome AS f
            WHERE f.indicator_key = c.indicator_key AND f.period_key = c.period_key AND f.gender_key = c.gender_key
                AND f.municipality_key = o.municipality_key AND f.value IS NOT NULL)
        -- An older final value goes before a later one that is not final.
        ELSE o.status_key <> 0 OR o.lateness <= c.lateness OR o.period_key - 10000 = c.period_key END
$$;
COMMENT ON FUNCTION etl.overtaken_indicators(int[]) IS 'Those of some indicators whose latest values, their places or the values of the year before may be others than the kept ones, since one of the changed slices is as late, the year before, or all there is; asked before lost values are removed.';

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

REVOKE ALL ON FUNCTION etl.contested_indicators(int[]), etl.period_lateness(), etl.overtaken_indicators(int[]),
    etl.remove_lost_outcomes(int[]) FROM PUBLIC;
