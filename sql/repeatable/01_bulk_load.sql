-- A load into facts that are empty, or nearly so beside it, builds the indexes at its end: twice as
-- fast and a third smaller than keeping them during the load. The loader may not alter tables, so
-- these two functions do it for it, as the owner, inside the loader's transaction.

CREATE OR REPLACE FUNCTION etl.drop_outcome_indexes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    ALTER TABLE dw.fact_outcome DROP CONSTRAINT fact_outcome_pkey;
    DROP INDEX dw.fact_outcome_by_period, dw.fact_outcome_by_own_load;
    -- A trigger that sees the rows keeps a copy of all of them; what it would note is done at the end.
    DROP TRIGGER note_inserted_slices ON dw.fact_outcome;
END
$$;
COMMENT ON FUNCTION etl.drop_outcome_indexes() IS 'Drops the indexes of dw.fact_outcome, and the trigger that notes changed slices, before a bulk load; build_outcome_indexes must follow in the same transaction.';

CREATE OR REPLACE FUNCTION etl.build_outcome_indexes() RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp
SET maintenance_work_mem = '256MB' AS $$
BEGIN
    ALTER TABLE dw.fact_outcome ADD CONSTRAINT fact_outcome_pkey
        PRIMARY KEY (indicator_key, period_key, gender_key, municipality_key, document_key)
        INCLUDE (value, status_key);
    CREATE INDEX fact_outcome_by_period
        ON dw.fact_outcome (period_key, gender_key, indicator_key, municipality_key) INCLUDE (value);
    COMMENT ON INDEX dw.fact_outcome_by_period IS 'For questions about every indicator of a period.';
    CREATE INDEX fact_outcome_by_own_load ON dw.fact_outcome (load_key) WHERE source_column > 0 OR source_file = 0;
    COMMENT ON INDEX dw.fact_outcome_by_own_load IS 'For what a load of a source without slices has changed; Kolada''s millions are not in it.';
    CREATE TRIGGER note_inserted_slices AFTER INSERT ON dw.fact_outcome
        REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION etl.note_changed_slices();
    PERFORM etl.note_every_slice();
END
$$;
COMMENT ON FUNCTION etl.build_outcome_indexes() IS 'Builds the indexes of dw.fact_outcome after a bulk load, and notes every slice, whose distributions and places are still to be computed.';

REVOKE ALL ON FUNCTION etl.drop_outcome_indexes(), etl.build_outcome_indexes() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION etl.drop_outcome_indexes(), etl.build_outcome_indexes() TO riktmarke_etl;
