-- Raises unless money and absence have their stars, and readers stay out of them.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['dw.committee_activity', 'dw.dim_economy_subject', 'dw.dim_economy_measure', 'dw.fact_economy',
        'dw.fact_economy_revision', 'dw.dim_workplace', 'dw.dim_workplace_version', 'dw.dim_absence_measure',
        'dw.fact_staff_absence', 'dw.fact_staff_absence_revision', 'staging.economy', 'staging.absence']) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0014_economy_absence: %', missing;
    END IF;
    IF (SELECT count(*) FROM dw.dim_economy_measure) <> 9 OR (SELECT count(*) FROM dw.dim_absence_measure) <> 4 THEN
        RAISE EXCEPTION 'the measures of money or absence are not all there';
    END IF;
    IF has_table_privilege('riktmarke_read', 'dw.fact_staff_absence', 'SELECT')
        OR has_table_privilege('riktmarke_read', 'dw.fact_staff_absence_revision', 'SELECT')
        OR has_table_privilege('riktmarke_read', 'staging.absence', 'SELECT') THEN
        RAISE EXCEPTION 'riktmarke_read must not reach absence by unit';
    END IF;
    IF has_table_privilege('riktmarke_etl', 'dw.fact_economy', 'DELETE')
        OR has_table_privilege('riktmarke_etl', 'dw.fact_staff_absence_revision', 'UPDATE, DELETE') THEN
        RAISE EXCEPTION 'riktmarke_etl must neither delete facts nor change revisions';
    END IF;
END
$$;
