-- Raises unless groups of indicators have their tables and mart.indicator tells of publication.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY[
        'dw.dim_indicator_group', 'dw.indicator_group_version', 'dw.bridge_indicator_group', 'dw.outcome_warning',
        'etl.warning_check', 'mart.indicator',
        'mart.indicator_key', 'mart.indicator_code', 'dw.fact_outcome_by_own_load']) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0009_indicator_groups: %', missing;
    END IF;
    IF (SELECT count(*) FROM pg_catalog.pg_attribute
        WHERE attrelid = 'mart.indicator'::regclass
            AND attname IN ('origin', 'catalogue_source', 'publication_year', 'preliminary_date', 'publication_date', 'collects_in_autumn',
                'warning_periods')) <> 7
    THEN
        RAISE EXCEPTION 'mart.indicator does not tell of publication';
    END IF;
    IF (SELECT count(*) FROM pg_catalog.pg_trigger
        WHERE tgrelid = 'dw.indicator_catalogue_version'::regclass AND tgname LIKE 'indicator_after_%') <> 2
    THEN
        RAISE EXCEPTION 'mart.indicator is not refreshed when a catalogue changes';
    END IF;
    IF NOT (SELECT relispopulated FROM pg_catalog.pg_class WHERE oid = 'mart.indicator'::regclass) THEN
        RAISE EXCEPTION 'mart.indicator is empty after migration 0009_indicator_groups';
    END IF;
    IF (SELECT count(*) FROM mart.indicator)
        <> (SELECT count(*) FROM dw.dim_indicator_version WHERE upper_inf(recorded) AND disclosure <> 'secret')
    THEN
        RAISE EXCEPTION 'mart.indicator is stale after migration 0009_indicator_groups';
    END IF;
    IF has_table_privilege('riktmarke_etl', 'dw.bridge_indicator_group', 'DELETE') THEN
        RAISE EXCEPTION 'riktmarke_etl must not delete memberships';
    END IF;
END
$$;
