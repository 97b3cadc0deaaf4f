-- Raises unless the conformed dimensions are there with their fixed members.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY[
        'dw.dim_municipality',
        'dw.dim_municipality_version',
        'dw.municipality_alias',
        'dw.dim_indicator',
        'dw.dim_indicator_version',
        'dw.indicator_alias',
        'dw.indicator_series_break',
        'dw.dim_period',
        'dw.dim_gender',
        'dw.dim_outcome_status',
        'dw.dim_organisation',
        'dw.dim_source',
        'dw.dim_document'
    ]) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0002_dimensions: %', missing;
    END IF;
    IF (SELECT count(*) FROM dw.dim_gender) <> 3
        OR (SELECT count(*) FROM dw.dim_outcome_status) <> 8
        OR NOT EXISTS (SELECT FROM dw.dim_organisation WHERE organisation_key = 0) THEN
        RAISE EXCEPTION 'fixed members of a dimension are missing';
    END IF;
END
$$;
