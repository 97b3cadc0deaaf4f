-- What a change of facts can move among the places that are kept; asked by 06_ranking_queries.
-- After a bulk load there are no statistics, hence the settings and the OFFSET 0.

DROP FUNCTION IF EXISTS etl.overtaken_indicators(int[]), etl.remove_lost_outcomes(int[]), etl.latest_target_query(boolean);

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

CREATE OR REPLACE FUNCTION etl.speaker_clauses(is_contested boolean) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT CASE WHEN is_contested THEN ARRAY[
        'DISTINCT ON (f.indicator_key, f.period_key, f.gender_key, f.municipality_key)',
        'JOIN dw.dim_document AS d ON d.document_key = f.document_key',
        'ORDER BY f.indicator_key, f.period_key, f.gender_key, f.municipality_key, d.precedence,
            d.published_on DESC NULLS LAST, f.document_key DESC'] END
$$;
COMMENT ON FUNCTION etl.speaker_clauses(boolean) IS 'What lets one statement of each figure speak where several documents may make one, for a query of facts f: behind SELECT, FROM and WHERE; NULL where none is contested.';

CREATE OR REPLACE FUNCTION etl.kept_queries() RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT $queries$
        changed AS MATERIALIZED (
            SELECT c.indicator_key, c.period_key, c.gender_key FROM etl.changed_slice AS c WHERE c.indicator_key = ANY ($1)
        ), kept AS MATERIALIZED (
            SELECT c.indicator_key, c.gender_key, k.municipality_key, k.period_key, k.status_key, k.place
            FROM (SELECT DISTINCT indicator_key, gender_key FROM changed) AS c
            -- OFFSET 0 keeps this a look-up an indicator and gender.
            CROSS JOIN LATERAL (
                SELECT l.municipality_key, l.period_key, l.status_key, l.ctid AS place
                FROM dw.latest_outcome AS l
                WHERE l.indicator_key = c.indicator_key AND l.gender_key = c.gender_key
                OFFSET 0) AS k
        )
        $queries$
$$;
COMMENT ON FUNCTION etl.kept_queries() IS 'WITH queries: the changed slices of some indicators ($1), and where the latest values of these lie that are kept, with their periods.';

CREATE OR REPLACE FUNCTION etl.moved_target_query() RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT $query$
        WITH stated AS (
            SELECT f.indicator_key, f.gender_key, f.municipality_key, max((f.status_key = 0)::int * 10000000 + p.lateness) AS turn
            FROM changed AS c
            JOIN period AS p ON p.period_key = c.period_key
            CROSS JOIN LATERAL (
                SELECT * FROM dw.fact_outcome AS o
                WHERE o.indicator_key = c.indicator_key AND o.period_key = c.period_key AND o.gender_key = c.gender_key
                OFFSET 0) AS f
            WHERE f.value IS NOT NULL
            GROUP BY f.indicator_key, f.gender_key, f.municipality_key
        ), moved AS MATERIALIZED (
            -- The latest value, its place or the year before it lies in a changed slice, or one of these has overtaken it.
            -- Every other value had an earlier turn than the kept one; only if that one is worth less than it was,
            -- or nothing is kept, all periods must be gone through.
            SELECT indicator_key, gender_key, municipality_key, greatest(k.turn, s.turn) % 10000000 AS lateness,
                k.turn IS NULL OR k.is_changed AND coalesce(s.turn < k.turn, true) AS is_open
            FROM (
                SELECT o.indicator_key, o.gender_key, o.municipality_key, (o.status_key = 0)::int * 10000000 + p.lateness AS turn,
                    c.indicator_key IS NOT NULL AS is_changed, b.indicator_key IS NOT NULL AS is_followed
                FROM kept AS o
                JOIN period AS p ON p.period_key = o.period_key
                LEFT JOIN changed AS c ON c.indicator_key = o.indicator_key AND c.period_key = o.period_key
                    AND c.gender_key = o.gender_key
                LEFT JOIN changed AS b ON b.indicator_key = o.indicator_key AND b.period_key = o.period_key - 10000
                    AND b.gender_key = o.gender_key) AS k
            FULL JOIN stated AS s USING (indicator_key, gender_key, municipality_key)
            WHERE k.turn IS NULL OR k.is_changed OR k.is_followed OR s.turn > k.turn
        )
        SELECT indicator_key, gender_key, municipality_key, lateness FROM moved WHERE NOT is_open
        UNION ALL
        SELECT m.indicator_key, m.gender_key, m.municipality_key,
            max((f.status_key = 0)::int * 10000000 + p.lateness) % 10000000
        FROM (SELECT DISTINCT indicator_key FROM moved WHERE is_open) AS i
        CROSS JOIN LATERAL (
            SELECT * FROM dw.fact_outcome AS o
            WHERE o.indicator_key = i.indicator_key AND o.value IS NOT NULL
            OFFSET 0) AS f
        JOIN moved AS m ON m.indicator_key = f.indicator_key AND m.gender_key = f.gender_key
            AND m.municipality_key = f.municipality_key AND m.is_open
        JOIN period AS p ON p.period_key = f.period_key
        GROUP BY m.indicator_key, m.gender_key, m.municipality_key
        $query$
$$;
COMMENT ON FUNCTION etl.moved_target_query() IS 'The query that finds how late the latest value is of every unit whose latest value, its place or the value of the year before may have moved with the changed slices; for indicators that no two documents state, as part of etl.moved_slice_queries behind etl.kept_queries.';

REVOKE ALL ON FUNCTION etl.contested_indicators(int[]), etl.period_lateness(), etl.speaker_clauses(boolean),
    etl.kept_queries(), etl.moved_target_query() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.contested_indicators(int[]) TO riktmarke_etl;
