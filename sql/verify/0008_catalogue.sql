-- Raises unless catalogues have their tables and descriptions say where they come from.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['dw.indicator_catalogue_version', 'etl.catalogue_load']) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0008_catalogue: %', missing;
    END IF;
    IF NOT EXISTS (
        SELECT FROM pg_catalog.pg_attribute
        WHERE attrelid = 'dw.dim_indicator_version'::regclass AND attname = 'origin' AND attnotnull) THEN
        RAISE EXCEPTION 'descriptions of indicators do not say where they come from';
    END IF;
    IF has_table_privilege('riktmarke_etl', 'dw.indicator_catalogue_version', 'DELETE') THEN
        RAISE EXCEPTION 'riktmarke_etl must not delete what a catalogue has said';
    END IF;
END
$$;
