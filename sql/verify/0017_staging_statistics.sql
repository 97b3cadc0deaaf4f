-- Raises unless autovacuum leaves every table of staging alone.
DO $$
BEGIN
    IF EXISTS (
        SELECT FROM pg_class
        WHERE relnamespace = 'staging'::regnamespace AND relkind = 'r'
            AND NOT coalesce(reloptions @> '{autovacuum_enabled=off}', false))
    THEN
        RAISE EXCEPTION 'missing after migration 0017_staging_statistics: a table of staging that autovacuum looks at';
    END IF;
END
$$;
