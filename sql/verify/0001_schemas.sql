-- Raises unless the schemas and the ledger of migrations are there.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY[
        'etl.schema_migration',
        'etl.schema_repeatable'
    ]) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0001_schemas: %', missing;
    END IF;
    IF NOT has_schema_privilege('riktmarke_read', 'mart', 'USAGE')
        OR has_schema_privilege('riktmarke_read', 'dw', 'USAGE') THEN
        RAISE EXCEPTION 'riktmarke_read must see the schema mart and not dw';
    END IF;
END
$$;
