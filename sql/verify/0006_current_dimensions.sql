-- Raises unless the current dimensions are materialized (0018 makes them tables) and equal to what they are made of.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY['mart.municipality', 'mart.indicator', 'mart.schema_version']) AS name
    WHERE NOT EXISTS (
        SELECT FROM pg_class AS c
        WHERE c.oid = to_regclass(name) AND c.relkind IN ('m', 'r') AND c.relispopulated);
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'not materialized after migration 0006_current_dimensions: %', missing;
    END IF;
    IF (SELECT count(*) FROM pg_trigger WHERE tgname LIKE 'refresh_after_%' AND NOT tgisinternal) <> 13 THEN
        RAISE EXCEPTION 'triggers are missing after migration 0006_current_dimensions';
    END IF;
    IF (SELECT count(*) FROM mart.municipality)
        <> (SELECT count(*) FROM dw.dim_municipality_version WHERE upper_inf(valid))
    THEN
        RAISE EXCEPTION 'mart.municipality is stale after migration 0006_current_dimensions';
    END IF;
    IF EXISTS (
        SELECT FROM dw.dim_document AS d JOIN dw.dim_source AS s ON s.source_key = d.source_key
        WHERE d.precedence <> s.precedence)
    THEN
        RAISE EXCEPTION 'a document has another precedence than its source after migration 0006_current_dimensions';
    END IF;
END
$$;
