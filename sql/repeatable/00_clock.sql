-- The one clock from which recorded time is taken.

CREATE OR REPLACE FUNCTION etl.clock() RETURNS timestamptz
LANGUAGE sql VOLATILE PARALLEL UNSAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT coalesce(nullif(current_setting('riktmarke.clock', true), '')::timestamptz, clock_timestamp())
$$;
COMMENT ON FUNCTION etl.clock() IS 'The time that is recorded: the setting riktmarke.clock if the session has one, else the server''s clock; tests set it to live through a year.';

REVOKE ALL ON FUNCTION etl.clock() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.clock() TO riktmarke_etl;
