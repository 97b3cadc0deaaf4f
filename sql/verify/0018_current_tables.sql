-- Raises unless what every reader asks for are tables that hold what the views in dw say.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['mart.municipality', 'mart.indicator', 'mart.schema_version']) AS name
    WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_class AS c WHERE c.oid = to_regclass(name) AND c.relkind = 'r');
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'not a table after migration 0018_current_tables: %', missing;
    END IF;
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['mart.municipality_key', 'mart.indicator_key', 'mart.indicator_code']) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0018_current_tables: %', missing;
    END IF;
    IF EXISTS (
        SELECT FROM (TABLE dw.current_municipality EXCEPT TABLE mart.municipality) AS m
        UNION ALL SELECT FROM (TABLE mart.municipality EXCEPT TABLE dw.current_municipality) AS m
        UNION ALL SELECT FROM (TABLE dw.current_indicator EXCEPT TABLE mart.indicator) AS i
        UNION ALL SELECT FROM (TABLE mart.indicator EXCEPT TABLE dw.current_indicator) AS i)
    THEN
        RAISE EXCEPTION 'a table in mart is stale after migration 0018_current_tables';
    END IF;
    IF has_table_privilege('riktmarke_etl', 'mart.indicator', 'INSERT, UPDATE, DELETE, TRUNCATE') THEN
        RAISE EXCEPTION 'riktmarke_etl must not write to mart';
    END IF;
    IF has_table_privilege('riktmarke_read', 'dw.current_indicator', 'SELECT') THEN
        RAISE EXCEPTION 'riktmarke_read must not look into dw';
    END IF;
END
$$;
