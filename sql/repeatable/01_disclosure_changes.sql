-- What follows from a change in what an indicator is said to be. The trigger of migrations/0012_clearance
-- calls this; here because the catalogue of a first load adds thousands of indicators while the facts have
-- no index: only those that were not public before may have facts nobody has kept places of, and a new
-- indicator has none at all. The tools add versions; who updates one in place is looked at in any case.

CREATE OR REPLACE FUNCTION etl.note_changed_disclosure() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    closed int[];
    published int[];
BEGIN
    SELECT array_agg(v.indicator_key) FILTER (WHERE v.disclosure <> 'public'),
        array_agg(v.indicator_key) FILTER (
            WHERE v.disclosure = 'public' AND (TG_OP = 'UPDATE' OR EXISTS (
                SELECT FROM dw.dim_indicator_version AS e
                WHERE e.indicator_key = v.indicator_key AND e.disclosure <> 'public')))
    INTO closed, published
    FROM dw.dim_indicator_version AS v
    WHERE upper_inf(v.recorded) AND v.indicator_key IN (SELECT c.indicator_key FROM changed AS c);
    IF closed IS NOT NULL THEN
        INSERT INTO etl.unchecked_indicator (indicator_key)
        SELECT unnest(closed)
        ON CONFLICT DO NOTHING;
        DELETE FROM dw.cleared_outcome WHERE indicator_key = ANY (closed);
        -- Places and quartiles are kept of public indicators only.
        DELETE FROM dw.outcome_distribution WHERE indicator_key = ANY (closed);
        DELETE FROM dw.latest_outcome WHERE indicator_key = ANY (closed);
    END IF;
    IF published IS NOT NULL THEN
        INSERT INTO etl.changed_slice (indicator_key, period_key, gender_key)
        SELECT DISTINCT f.indicator_key, f.period_key, f.gender_key
        FROM unnest(published) AS p (indicator_key)
        JOIN dw.fact_outcome AS f ON f.indicator_key = p.indicator_key AND f.value IS NOT NULL
        WHERE NOT EXISTS (SELECT FROM dw.outcome_distribution AS d WHERE d.indicator_key = p.indicator_key)
        ON CONFLICT DO NOTHING;
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION etl.note_changed_disclosure() IS 'Takes back what was cleared, and what is kept, of indicators that are not public; notes the slices of those that have become so.';
