-- Raises unless case data have a schema, an owner and roles of their own.
DO $$
DECLARE
    missing text;
    reached text;
BEGIN
    SELECT string_agg(wanted, ', ') INTO missing
    FROM unnest(ARRAY['delivery', 'fact_case', 'fact_case_revision', 'pseudonym_key', 'access_log']) AS wanted
    WHERE NOT EXISTS (
        SELECT FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE n.nspname = 'case_data' AND c.relname = wanted
            AND pg_catalog.pg_get_userbyid(c.relowner) = 'riktmarke_case_owner');
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0015_cases, or owned by another: %', missing;
    END IF;
    SELECT string_agg(r.rolname, ', ') INTO reached
    FROM pg_catalog.pg_roles AS r
    CROSS JOIN pg_catalog.pg_namespace AS n
    WHERE r.rolname IN ('riktmarke_owner', 'riktmarke_etl', 'riktmarke_read') AND n.nspname = 'case_data'
        AND has_schema_privilege(r.oid, n.oid, 'USAGE, CREATE');
    IF reached IS NOT NULL THEN
        RAISE EXCEPTION 'roles that must not reach case data do: %', reached;
    END IF;
END
$$;
