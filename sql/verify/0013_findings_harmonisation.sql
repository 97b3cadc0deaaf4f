-- Raises unless findings are kept, only the loader reaches them, and harmonisation can be declared.
DO $$
BEGIN
    IF to_regclass('etl.finding') IS NULL OR to_regclass('dw.harmonisation') IS NULL THEN
        RAISE EXCEPTION 'missing after migration 0013_findings_harmonisation: etl.finding or dw.harmonisation';
    END IF;
    IF has_table_privilege('riktmarke_read', 'dw.harmonisation', 'SELECT, INSERT') THEN
        RAISE EXCEPTION 'riktmarke_read must not reach dw.harmonisation itself';
    END IF;
    IF has_table_privilege('riktmarke_read', 'etl.finding', 'SELECT, INSERT')
        OR has_table_privilege('riktmarke_etl', 'etl.finding', 'UPDATE, DELETE') THEN
        RAISE EXCEPTION 'etl.finding may be read by others than the loader, or changed';
    END IF;
    IF NOT has_table_privilege('riktmarke_etl', 'etl.finding', 'INSERT') THEN
        RAISE EXCEPTION 'the loader must be allowed to write etl.finding';
    END IF;
END
$$;
