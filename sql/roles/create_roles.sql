-- Creates the three group roles of the warehouse, where the session may; safe to run again.
-- None of them can log in: a person or job logs in as itself and takes a role on start.
--   riktmarke_owner  owns every object; only `riktmarke-etl migrate` takes it
--   riktmarke_etl    loads: writes facts, dimensions and the ledger, changes no structure
--   riktmarke_read   reads the schema mart and nothing else
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['riktmarke_owner', 'riktmarke_etl', 'riktmarke_read'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another database of the same server was migrated at the same moment
            END;
        END IF;
        IF NOT pg_catalog.pg_has_role(current_user, wanted, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO %I', wanted, current_user);
        END IF;
    END LOOP;
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO riktmarke_owner', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO riktmarke_etl, riktmarke_read', current_database());
END
$$;
