-- Raises unless the facts, their revisions and the indexes are there.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY[
        'dw.fact_outcome',
        'dw.fact_outcome_revision',
        'dw.fact_target',
        'dw.fact_target_revision',
        'staging.observation',
        'dw.fact_outcome_pkey',
        'dw.fact_outcome_by_period'
    ]) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0004_facts: %', missing;
    END IF;
    IF has_table_privilege('riktmarke_etl', 'dw.fact_outcome', 'DELETE')
        OR has_table_privilege('riktmarke_etl', 'dw.fact_outcome_revision', 'UPDATE') THEN
        RAISE EXCEPTION 'riktmarke_etl must not delete facts or change revisions';
    END IF;
END
$$;
