-- Which figures of internal indicators may be shown. The rule (Warehouse.Concealment) needs everything
-- stated of an indicator at once, so it is applied when facts change, not when they are read: the loader
-- writes down what passes, and the views of mart show nothing else.
--
-- Closed unless opened: a change of a fact, or of what an indicator is said to be, takes back every
-- clearance of that indicator in the same statement, and notes it for the loader, which looks at it again
-- before it commits (OutcomeClearance). Whoever forgets to, hides too much, never too little.

CREATE TABLE dw.cleared_outcome (
    indicator_key    int NOT NULL,
    period_key       int NOT NULL,
    municipality_key smallint NOT NULL,
    gender_key       smallint NOT NULL,
    PRIMARY KEY (municipality_key, indicator_key, period_key, gender_key)
);
COMMENT ON TABLE dw.cleared_outcome IS 'Outcomes of internal indicators that may be shown, in every document and version; grain: unit x indicator x period x gender.';
COMMENT ON COLUMN dw.cleared_outcome.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.cleared_outcome.period_key IS 'The period.';
COMMENT ON COLUMN dw.cleared_outcome.municipality_key IS 'The unit.';
COMMENT ON COLUMN dw.cleared_outcome.gender_key IS 'The gender.';

CREATE TABLE etl.unchecked_indicator (
    indicator_key int PRIMARY KEY
);
COMMENT ON TABLE etl.unchecked_indicator IS 'Indicators that are not public and of which nothing is shown until the loader has looked at their figures again; empty after every load; grain: indicator.';
COMMENT ON COLUMN etl.unchecked_indicator.indicator_key IS 'The indicator.';

CREATE OR REPLACE FUNCTION etl.note_changed_slices() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO etl.changed_slice (indicator_key, period_key, gender_key)
    SELECT DISTINCT indicator_key, period_key, gender_key FROM changed
    ON CONFLICT DO NOTHING;
    INSERT INTO etl.unchecked_indicator (indicator_key)
    SELECT v.indicator_key
    FROM dw.dim_indicator_version AS v
    WHERE upper_inf(v.recorded) AND v.disclosure <> 'public'
        AND EXISTS (SELECT FROM etl.changed_slice AS s WHERE s.indicator_key = v.indicator_key)
    ON CONFLICT DO NOTHING;
    DELETE FROM dw.cleared_outcome AS c
    USING etl.unchecked_indicator AS u
    WHERE c.indicator_key = u.indicator_key;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION etl.note_changed_slices() IS 'Notes the slices of the rows that a statement has written, and takes back what was cleared of internal ones.';

CREATE FUNCTION etl.note_changed_disclosure() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    closed int[];
    published int[];
BEGIN
    SELECT array_agg(v.indicator_key) FILTER (WHERE v.disclosure <> 'public'),
        array_agg(v.indicator_key) FILTER (WHERE v.disclosure = 'public')
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
    INSERT INTO etl.changed_slice (indicator_key, period_key, gender_key)
    SELECT DISTINCT f.indicator_key, f.period_key, f.gender_key
    FROM unnest(published) AS p (indicator_key)
    JOIN dw.fact_outcome AS f ON f.indicator_key = p.indicator_key AND f.value IS NOT NULL
    WHERE NOT EXISTS (SELECT FROM dw.outcome_distribution AS d WHERE d.indicator_key = p.indicator_key)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION etl.note_changed_disclosure() IS 'Takes back what was cleared, and what is kept, of indicators that are not public; notes the slices of those that have become so.';
REVOKE ALL ON FUNCTION etl.note_changed_slices(), etl.note_changed_disclosure() FROM PUBLIC;

CREATE TRIGGER note_disclosure_after_insert AFTER INSERT ON dw.dim_indicator_version
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION etl.note_changed_disclosure();
CREATE TRIGGER note_disclosure_after_update AFTER UPDATE ON dw.dim_indicator_version
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION etl.note_changed_disclosure();

-- What is there already: nothing internal is shown until the next load or the end of this migration
-- has looked at it, and nothing is kept of it.
INSERT INTO etl.unchecked_indicator (indicator_key)
SELECT v.indicator_key
FROM dw.dim_indicator_version AS v
WHERE upper_inf(v.recorded) AND v.disclosure <> 'public';
DELETE FROM dw.outcome_distribution AS d
USING etl.unchecked_indicator AS u
WHERE d.indicator_key = u.indicator_key;
DELETE FROM dw.latest_outcome AS l
USING etl.unchecked_indicator AS u
WHERE l.indicator_key = u.indicator_key;

GRANT SELECT, INSERT, DELETE ON dw.cleared_outcome TO riktmarke_etl; -- derived from the facts
GRANT SELECT, DELETE ON etl.unchecked_indicator TO riktmarke_etl;
