-- Raises unless internal figures are hidden until they have been cleared.
DO $$
BEGIN
    IF to_regclass('dw.cleared_outcome') IS NULL OR to_regclass('etl.unchecked_indicator') IS NULL THEN
        RAISE EXCEPTION 'missing after migration 0012_clearance: dw.cleared_outcome or etl.unchecked_indicator';
    END IF;
    IF (SELECT count(*) FROM pg_catalog.pg_trigger
        WHERE tgrelid = 'dw.dim_indicator_version'::regclass AND tgname ~ '^note_disclosure_after_(insert|update)$') <> 2 THEN
        RAISE EXCEPTION 'changes of disclosure are not noted';
    END IF;
    IF EXISTS (
        SELECT FROM dw.latest_outcome AS l
        JOIN dw.dim_indicator_version AS v ON v.indicator_key = l.indicator_key AND upper_inf(v.recorded)
        WHERE v.disclosure <> 'public') THEN
        RAISE EXCEPTION 'places of an indicator that is not public are still kept';
    END IF;
    IF has_table_privilege('riktmarke_read', 'dw.cleared_outcome', 'SELECT, INSERT') THEN
        RAISE EXCEPTION 'riktmarke_read must not reach dw.cleared_outcome itself';
    END IF;
END
$$;
