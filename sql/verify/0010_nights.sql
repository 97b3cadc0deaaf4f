-- Raises unless nights are accounted for by source and by what was asked.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['etl.run_source', 'etl.sweep']) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0010_nights: %', missing;
    END IF;
    IF NOT EXISTS (
        SELECT FROM pg_catalog.pg_attribute
        WHERE attrelid = 'etl.reject'::regclass AND attname = 'position' AND NOT attisdropped) THEN
        RAISE EXCEPTION 'rejects do not say where in a text without lines they stood';
    END IF;
    IF has_table_privilege('riktmarke_etl', 'etl.run_source', 'UPDATE, DELETE') THEN
        RAISE EXCEPTION 'riktmarke_etl must not change what became of a source';
    END IF;
END
$$;
