-- Raises unless places and quartiles are kept, and a change of facts is noted.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['dw.outcome_distribution', 'dw.latest_outcome', 'etl.changed_slice']) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0011_rankings: %', missing;
    END IF;
    IF (SELECT count(*) FROM pg_catalog.pg_trigger
        WHERE tgrelid = 'dw.fact_outcome'::regclass AND tgname ~ '^note_(inserted|updated|deleted)_slices$') <> 3 THEN
        RAISE EXCEPTION 'changes of outcomes are not noted';
    END IF;
    IF has_table_privilege('riktmarke_etl', 'dw.latest_outcome', 'INSERT, UPDATE, DELETE') THEN
        RAISE EXCEPTION 'riktmarke_etl must not write places itself';
    END IF;
END
$$;
