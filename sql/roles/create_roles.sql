-- Creates the group roles of the warehouse, where the session may; safe to run again.
-- None of them can log in: a person or job logs in as itself and takes a role on start.
--   riktmarke_owner       owns every object but case data; only `riktmarke-etl migrate` takes it
--   riktmarke_etl         loads: writes facts, dimensions and the ledger, changes no structure
--   riktmarke_read        reads the schema mart and nothing else
-- Case data are personal data, and none of the three above reaches them:
--   riktmarke_case_owner  owns the schema case_data; only `riktmarke-etl migrate` takes it
--   riktmarke_case_load   delivers, computes from and purges case data, by functions that log it
--   riktmarke_case_read   reads the log of accesses, and cases by a function that logs it
-- The last two are given to nobody here: whoever works with case data is made a member by name.
DO $$
DECLARE
    wanted text;
BEGIN
    FOREACH wanted IN ARRAY ARRAY['riktmarke_owner', 'riktmarke_etl', 'riktmarke_read',
        'riktmarke_case_owner', 'riktmarke_case_load', 'riktmarke_case_read'] LOOP
        IF NOT EXISTS (SELECT FROM pg_catalog.pg_roles WHERE rolname = wanted) THEN
            BEGIN
                EXECUTE format('CREATE ROLE %I NOLOGIN NOINHERIT', wanted);
            EXCEPTION WHEN duplicate_object OR unique_violation THEN
                NULL; -- another database of the same server was migrated at the same moment
            END;
        END IF;
        IF wanted NOT IN ('riktmarke_case_load', 'riktmarke_case_read')
            AND NOT pg_catalog.pg_has_role(current_user, wanted, 'MEMBER') THEN
            EXECUTE format('GRANT %I TO %I', wanted, current_user);
        END IF;
    END LOOP;
    EXECUTE format('GRANT CONNECT, CREATE ON DATABASE %I TO riktmarke_owner, riktmarke_case_owner', current_database());
    EXECUTE format('GRANT CONNECT ON DATABASE %I TO riktmarke_etl, riktmarke_read, riktmarke_case_load, riktmarke_case_read', current_database());
END
$$;
