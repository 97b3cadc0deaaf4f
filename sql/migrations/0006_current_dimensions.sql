-- What every reading process asks for, so that it is one small relation each: a process that lives for
-- some milliseconds spends them on looking up and planning relations, not on reading rows.
--
-- The current municipalities and indicators and the schema's version are materialized views. Triggers
-- on what they are made of refresh them within the same transaction, so they are never stale.
-- The views that stand on them are made again by repeatable/02 and 03; they are named one by one
-- below, so that a view of somebody else's stops the migration rather than vanish with them.

DROP VIEW IF EXISTS
    mart.target, mart.target_all_sources, mart.outcome, mart.outcome_all_sources,
    mart.peer_group_member, mart.indicator_series_break, mart.indicator_alias;
DROP VIEW IF EXISTS mart.indicator, mart.municipality, mart.schema_version;

CREATE MATERIALIZED VIEW mart.municipality AS
SELECT
    m.municipality_key, m.municipality_code, v.name, m.kind, v.county_code, v.county,
    (SELECT p.skr_group FROM dw.dim_municipality_version AS p
        WHERE p.municipality_key = m.municipality_key AND p.valid @> date '2017-01-01') AS skr_group_2017,
    v.skr_group AS skr_group_2023, v.sort_order
FROM dw.dim_municipality AS m
JOIN dw.dim_municipality_version AS v ON v.municipality_key = m.municipality_key AND upper_inf(v.valid);
COMMENT ON MATERIALIZED VIEW mart.municipality IS 'Municipalities, regions and the nation with their current names and groups; grain: unit.';
COMMENT ON COLUMN mart.municipality.municipality_key IS 'Surrogate key, for joins within mart.';
COMMENT ON COLUMN mart.municipality.municipality_code IS 'Four digits.';
COMMENT ON COLUMN mart.municipality.name IS 'Swedish name.';
COMMENT ON COLUMN mart.municipality.kind IS 'municipality, region or nation.';
COMMENT ON COLUMN mart.municipality.county_code IS 'Code of the county (län).';
COMMENT ON COLUMN mart.municipality.county IS 'Name of the county (län).';
COMMENT ON COLUMN mart.municipality.skr_group_2017 IS 'Group in SKR''s classification of 2017.';
COMMENT ON COLUMN mart.municipality.skr_group_2023 IS 'Group in SKR''s classification of 2023.';
COMMENT ON COLUMN mart.municipality.sort_order IS 'Place in Swedish alphabetical order.';

CREATE UNIQUE INDEX municipality_key ON mart.municipality (municipality_key);
COMMENT ON INDEX mart.municipality_key IS 'For joins; one row a unit.';

CREATE MATERIALIZED VIEW mart.indicator AS
SELECT
    i.indicator_key, i.indicator_code, v.title, v.definition, v.unit, v.decimals, v.value_kind, v.polarity,
    v.polarity_reason, v.complement_title, v.publisher, v.operating_area, v.discontinued_year, v.frequency,
    v.reference_window, v.publication_rule, v.uncertainty, v.disclosure,
    ARRAY(SELECT b.year FROM dw.indicator_series_break AS b
        WHERE b.indicator_key = i.indicator_key ORDER BY b.year) AS break_years,
    ARRAY(SELECT b.reason FROM dw.indicator_series_break AS b
        WHERE b.indicator_key = i.indicator_key ORDER BY b.year) AS break_reasons
FROM dw.dim_indicator AS i
JOIN dw.dim_indicator_version AS v ON v.indicator_key = i.indicator_key AND upper_inf(v.recorded)
WHERE v.disclosure <> 'secret';
COMMENT ON MATERIALIZED VIEW mart.indicator IS 'Indicators with their current description; grain: indicator.';
COMMENT ON COLUMN mart.indicator.indicator_key IS 'Surrogate key, for joins within mart.';
COMMENT ON COLUMN mart.indicator.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.indicator.title IS 'Official Swedish title.';
COMMENT ON COLUMN mart.indicator.definition IS 'What is counted.';
COMMENT ON COLUMN mart.indicator.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.indicator.decimals IS 'Decimals that the publisher prints.';
COMMENT ON COLUMN mart.indicator.value_kind IS 'What kind of number the value is.';
COMMENT ON COLUMN mart.indicator.polarity IS 'Which direction is good.';
COMMENT ON COLUMN mart.indicator.polarity_reason IS 'Why the polarity was set so.';
COMMENT ON COLUMN mart.indicator.complement_title IS 'Title of 100 - value, where that is meaningful.';
COMMENT ON COLUMN mart.indicator.publisher IS 'Who publishes it.';
COMMENT ON COLUMN mart.indicator.operating_area IS 'Area of work.';
COMMENT ON COLUMN mart.indicator.discontinued_year IS 'Last year, if it has ended.';
COMMENT ON COLUMN mart.indicator.frequency IS 'How often it is measured.';
COMMENT ON COLUMN mart.indicator.reference_window IS 'Which cases a year speaks of.';
COMMENT ON COLUMN mart.indicator.publication_rule IS 'When a figure is preliminary or final.';
COMMENT ON COLUMN mart.indicator.uncertainty IS 'How an interval may be computed.';
COMMENT ON COLUMN mart.indicator.disclosure IS 'public or internal.';
COMMENT ON COLUMN mart.indicator.break_years IS 'Years from which it is not comparable with the years before, rising.';
COMMENT ON COLUMN mart.indicator.break_reasons IS 'What changed in each of those years, in the same order.';
CREATE UNIQUE INDEX indicator_key ON mart.indicator (indicator_key);
COMMENT ON INDEX mart.indicator_key IS 'For joins; one row an indicator.';
CREATE UNIQUE INDEX indicator_code ON mart.indicator (indicator_code);
COMMENT ON INDEX mart.indicator_code IS 'For looking an indicator up.';

CREATE MATERIALIZED VIEW mart.schema_version AS
SELECT max(migration_no) AS migration_no FROM etl.schema_migration;
COMMENT ON MATERIALIZED VIEW mart.schema_version IS 'The newest migration applied; one row.';
COMMENT ON COLUMN mart.schema_version.migration_no IS 'Its number.';

CREATE FUNCTION dw.refresh_current_dimension() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- A statement that changed nothing leaves readers alone: a refresh locks them out for a moment.
    IF EXISTS (SELECT FROM changed) THEN
        EXECUTE format('REFRESH MATERIALIZED VIEW mart.%I', TG_ARGV[0]);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION dw.refresh_current_dimension() IS 'Refreshes the materialized view in mart that the trigger names, if its statement changed any row.';
REVOKE ALL ON FUNCTION dw.refresh_current_dimension() FROM PUBLIC;

CREATE TRIGGER refresh_after_insert AFTER INSERT ON dw.dim_municipality_version
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('municipality');
CREATE TRIGGER refresh_after_update AFTER UPDATE ON dw.dim_municipality_version
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('municipality');
CREATE TRIGGER refresh_after_delete AFTER DELETE ON dw.dim_municipality_version
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('municipality');
CREATE TRIGGER refresh_after_update AFTER UPDATE ON dw.dim_municipality
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('municipality');

CREATE TRIGGER refresh_after_insert AFTER INSERT ON dw.dim_indicator_version
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER refresh_after_update AFTER UPDATE ON dw.dim_indicator_version
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER refresh_after_delete AFTER DELETE ON dw.dim_indicator_version
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER refresh_after_update AFTER UPDATE ON dw.dim_indicator
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER refresh_after_insert AFTER INSERT ON dw.indicator_series_break
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER refresh_after_update AFTER UPDATE ON dw.indicator_series_break
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER refresh_after_delete AFTER DELETE ON dw.indicator_series_break
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');

CREATE TRIGGER refresh_after_insert AFTER INSERT ON etl.schema_migration
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('schema_version');
CREATE TRIGGER refresh_after_delete AFTER DELETE ON etl.schema_migration
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('schema_version');

GRANT SELECT ON mart.municipality, mart.indicator, mart.schema_version TO riktmarke_read, riktmarke_etl;

-- A document carries its source's precedence, so that choosing who speaks needs no further relation.
ALTER TABLE dw.dim_document ADD COLUMN precedence smallint;
COMMENT ON COLUMN dw.dim_document.precedence IS 'Precedence of its source, copied by triggers; the smallest number speaks.';
UPDATE dw.dim_document AS d SET precedence = s.precedence
FROM dw.dim_source AS s WHERE s.source_key = d.source_key;
ALTER TABLE dw.dim_document ALTER COLUMN precedence SET NOT NULL;

CREATE FUNCTION dw.take_source_precedence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    SELECT s.precedence INTO NEW.precedence FROM dw.dim_source AS s WHERE s.source_key = NEW.source_key;
    RETURN NEW;
END
$$;
COMMENT ON FUNCTION dw.take_source_precedence() IS 'Gives a document the precedence of its source.';

CREATE FUNCTION dw.pass_on_precedence() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    UPDATE dw.dim_document AS d SET precedence = NEW.precedence
    WHERE d.source_key = NEW.source_key AND d.precedence <> NEW.precedence;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION dw.pass_on_precedence() IS 'Gives the documents of a source its new precedence.';
REVOKE ALL ON FUNCTION dw.take_source_precedence(), dw.pass_on_precedence() FROM PUBLIC;

CREATE TRIGGER take_source_precedence BEFORE INSERT OR UPDATE OF source_key, precedence ON dw.dim_document
    FOR EACH ROW EXECUTE FUNCTION dw.take_source_precedence();
CREATE TRIGGER pass_on_precedence AFTER UPDATE OF precedence ON dw.dim_source
    FOR EACH ROW WHEN (OLD.precedence <> NEW.precedence) EXECUTE FUNCTION dw.pass_on_precedence();
