-- Raises unless the ledger of runs is there and must balance.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY[
        'etl.run',
        'etl.load',
        'etl.load_file',
        'etl.reject',
        'etl.document',
        'etl.reference_load'
    ]) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0003_runs: %', missing;
    END IF;
    IF NOT EXISTS (SELECT FROM pg_catalog.pg_constraint WHERE conname = 'load_balances') THEN
        RAISE EXCEPTION 'the ledger does not have its balance constraint';
    END IF;
END
$$;
