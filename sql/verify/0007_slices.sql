-- Raises unless slices have their tables and their ledger must balance.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY[
        'etl.scope',
        'etl.slice',
        'etl.load_slice',
        'etl.held_slice',
        'etl.held_slice_open',
        'etl.run_stage',
        'staging.slice',
        'staging.slice_value'
    ]) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0007_slices: %', missing;
    END IF;
    IF (SELECT count(*) FROM pg_catalog.pg_constraint WHERE conname IN ('load_balances', 'load_slice_balances')) <> 2 THEN
        RAISE EXCEPTION 'the ledger does not have its balance constraints';
    END IF;
    IF has_table_privilege('riktmarke_etl', 'etl.load_slice', 'UPDATE, DELETE') THEN
        RAISE EXCEPTION 'riktmarke_etl must not change the ledger of slices';
    END IF;
END
$$;
