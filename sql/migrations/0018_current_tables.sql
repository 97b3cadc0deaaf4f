-- What every reading process asks for becomes tables: of a materialized view a new session reads the stored
-- query first (35 kB for the indicators), which a comparison of some milliseconds pays for; and a refresh
-- locked readers out until the load's transaction ended. What the tables hold is now told by views in dw;
-- triggers write what differs within the same transaction, so the tables are never stale.
--
-- The views that stand on them are made again by repeatable/02 to 08; they are named one by one below, so
-- that a view of somebody else's stops the migration rather than vanish with them. What others were granted on
-- them must be granted anew.

DROP VIEW IF EXISTS
    mart.absence, mart.changed_slice, mart.committee_activity, mart.distribution, mart.distribution_public, mart.economy,
    mart.harmonisation, mart.held_slice, mart.indicator_alias, mart.indicator_group_member, mart.indicator_series_break,
    mart.kept_warning, mart.outcome, mart.outcome_all_sources, mart.outcome_current, mart.outcome_now, mart.outcome_public,
    mart.outcome_stated, mart.outcome_superseded, mart.outcome_version, mart.outcome_warning, mart.peer_group_member,
    mart.profile, mart.ranking, mart.target, mart.target_all_sources, mart.target_current;
DROP MATERIALIZED VIEW mart.municipality, mart.indicator, mart.schema_version;

CREATE VIEW dw.current_municipality AS
SELECT
    m.municipality_key, m.municipality_code, v.name, m.kind, v.county_code, v.county,
    (SELECT p.skr_group FROM dw.dim_municipality_version AS p
        WHERE p.municipality_key = m.municipality_key AND p.valid @> date '2017-01-01') AS skr_group_2017,
    v.skr_group AS skr_group_2023, v.sort_order
FROM dw.dim_municipality AS m
JOIN dw.dim_municipality_version AS v ON v.municipality_key = m.municipality_key AND upper_inf(v.valid);
COMMENT ON VIEW dw.current_municipality IS 'What mart.municipality holds; grain: unit.';
COMMENT ON COLUMN dw.current_municipality.municipality_key IS 'Surrogate key, for joins within mart.';
COMMENT ON COLUMN dw.current_municipality.municipality_code IS 'Four digits.';
COMMENT ON COLUMN dw.current_municipality.name IS 'Swedish name.';
COMMENT ON COLUMN dw.current_municipality.kind IS 'municipality, region or nation.';
COMMENT ON COLUMN dw.current_municipality.county_code IS 'Code of the county (län).';
COMMENT ON COLUMN dw.current_municipality.county IS 'Name of the county (län).';
COMMENT ON COLUMN dw.current_municipality.skr_group_2017 IS 'Group in SKR''s classification of 2017.';
COMMENT ON COLUMN dw.current_municipality.skr_group_2023 IS 'Group in SKR''s classification of 2023.';
COMMENT ON COLUMN dw.current_municipality.sort_order IS 'Place in Swedish alphabetical order.';

CREATE VIEW dw.current_indicator AS
SELECT
    i.indicator_key, i.indicator_code, v.title, v.definition, v.unit, v.decimals, v.value_kind, v.polarity,
    v.polarity_reason, v.complement_title, v.publisher, v.operating_area, v.discontinued_year, v.frequency,
    v.reference_window, v.publication_rule, v.uncertainty, v.disclosure,
    ARRAY(SELECT b.year FROM dw.indicator_series_break AS b
        WHERE b.indicator_key = i.indicator_key ORDER BY b.year) AS break_years,
    ARRAY(SELECT b.reason FROM dw.indicator_series_break AS b
        WHERE b.indicator_key = i.indicator_key ORDER BY b.year) AS break_reasons,
    v.origin, c.source_code AS catalogue_source, c.publication_year, c.preliminary_date, c.publication_date,
    coalesce(c.collects_in_autumn, false) AS collects_in_autumn,
    ARRAY(SELECT DISTINCT w.period_key FROM dw.outcome_warning AS w
        WHERE w.indicator_key = i.indicator_key ORDER BY w.period_key) AS warning_periods
FROM dw.dim_indicator AS i
JOIN dw.dim_indicator_version AS v ON v.indicator_key = i.indicator_key AND upper_inf(v.recorded)
LEFT JOIN LATERAL (
    SELECT
        s.source_code, k.preliminary_date, k.publication_date, k.collects_in_autumn,
        CASE WHEN k.publication_period ~ '^[0-9]{4}$' THEN k.publication_period::smallint END AS publication_year
    FROM dw.indicator_catalogue_version AS k
    JOIN dw.dim_source AS s ON s.source_key = k.source_key
    WHERE k.indicator_key = i.indicator_key AND upper_inf(k.recorded)
    ORDER BY s.precedence, s.source_key
    LIMIT 1
) AS c ON true
WHERE v.disclosure <> 'secret';
COMMENT ON VIEW dw.current_indicator IS 'What mart.indicator holds; grain: indicator.';
COMMENT ON COLUMN dw.current_indicator.indicator_key IS 'Surrogate key, for joins within mart.';
COMMENT ON COLUMN dw.current_indicator.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN dw.current_indicator.title IS 'Official Swedish title.';
COMMENT ON COLUMN dw.current_indicator.definition IS 'What is counted.';
COMMENT ON COLUMN dw.current_indicator.unit IS 'Unit of the value.';
COMMENT ON COLUMN dw.current_indicator.decimals IS 'Decimals that the publisher prints.';
COMMENT ON COLUMN dw.current_indicator.value_kind IS 'What kind of number the value is.';
COMMENT ON COLUMN dw.current_indicator.polarity IS 'Which direction is good.';
COMMENT ON COLUMN dw.current_indicator.polarity_reason IS 'Why the polarity was set so.';
COMMENT ON COLUMN dw.current_indicator.complement_title IS 'Title of 100 - value, where that is meaningful.';
COMMENT ON COLUMN dw.current_indicator.publisher IS 'Who publishes it.';
COMMENT ON COLUMN dw.current_indicator.operating_area IS 'Area of work.';
COMMENT ON COLUMN dw.current_indicator.discontinued_year IS 'Last year, if it has ended.';
COMMENT ON COLUMN dw.current_indicator.frequency IS 'How often it is measured.';
COMMENT ON COLUMN dw.current_indicator.reference_window IS 'Which cases a year speaks of.';
COMMENT ON COLUMN dw.current_indicator.publication_rule IS 'When a figure is preliminary or final.';
COMMENT ON COLUMN dw.current_indicator.uncertainty IS 'How an interval may be computed.';
COMMENT ON COLUMN dw.current_indicator.disclosure IS 'public or internal.';
COMMENT ON COLUMN dw.current_indicator.break_years IS 'Years from which it is not comparable with the years before, rising.';
COMMENT ON COLUMN dw.current_indicator.break_reasons IS 'What changed in each of those years, in the same order.';
COMMENT ON COLUMN dw.current_indicator.origin IS 'curated: declared by us; catalogue: unit, kind, decimals and last year derived from the title''s form; catalogue_missing: nothing is known of it.';
COMMENT ON COLUMN dw.current_indicator.catalogue_source IS 'The source whose catalogue lists it now; NULL when none does. What follows is of that source''s figures.';
COMMENT ON COLUMN dw.current_indicator.publication_year IS 'The year that the source''s next publication will carry.';
COMMENT ON COLUMN dw.current_indicator.preliminary_date IS 'Day of the next preliminary publication; from it to publication_date that year is preliminary.';
COMMENT ON COLUMN dw.current_indicator.publication_date IS 'Day of the next final publication.';
COMMENT ON COLUMN dw.current_indicator.collects_in_autumn IS 'Whether collection goes on all autumn, so that mean, rank and verdict must wait for its end.';
COMMENT ON COLUMN dw.current_indicator.warning_periods IS 'Periods in which something looked odd, see mart.kept_warning; as of the last check.';

CREATE VIEW dw.current_schema_version AS
SELECT coalesce(max(migration_no), 0) AS migration_no FROM etl.schema_migration;
COMMENT ON VIEW dw.current_schema_version IS 'What mart.schema_version holds; one row.';
COMMENT ON COLUMN dw.current_schema_version.migration_no IS 'The number of the newest migration applied; 0 when there is none.';

CREATE TABLE mart.municipality (LIKE dw.current_municipality INCLUDING COMMENTS, CONSTRAINT municipality_key PRIMARY KEY (municipality_key));
COMMENT ON TABLE mart.municipality IS 'Municipalities, regions and the nation with their current names and groups; grain: unit.';
COMMENT ON INDEX mart.municipality_key IS 'For joins; one row a unit.';

CREATE TABLE mart.indicator (LIKE dw.current_indicator INCLUDING COMMENTS, CONSTRAINT indicator_key PRIMARY KEY (indicator_key));
COMMENT ON TABLE mart.indicator IS 'Indicators with their current description; grain: indicator.';
COMMENT ON INDEX mart.indicator_key IS 'For joins; one row an indicator.';
CREATE UNIQUE INDEX indicator_code ON mart.indicator (indicator_code);
COMMENT ON INDEX mart.indicator_code IS 'For looking an indicator up.';

CREATE TABLE mart.schema_version (LIKE dw.current_schema_version INCLUDING COMMENTS, PRIMARY KEY (migration_no));
COMMENT ON TABLE mart.schema_version IS 'The newest migration applied; one row.';

GRANT SELECT ON mart.municipality, mart.indicator, mart.schema_version TO riktmarke_read, riktmarke_etl;

CREATE FUNCTION dw.write_current(relation text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    key_column text := CASE relation
        WHEN 'municipality' THEN 'municipality_key' WHEN 'indicator' THEN 'indicator_key' WHEN 'schema_version' THEN 'migration_no' END;
BEGIN
    -- Readers go on; a second writer waits here, and then sees what the first has written. No lock on the
    -- table, for which autovacuum would have to make room.
    PERFORM pg_advisory_xact_lock(1919971170, hashtext(relation));
    -- The old row of a key is gone before its new one is written: the count is taken before the first row.
    EXECUTE format($query$
        WITH now AS MATERIALIZED (
            SELECT * FROM dw.%1$I
        ), gone AS (
            DELETE FROM mart.%2$I AS t
            WHERE NOT EXISTS (SELECT FROM now AS n WHERE n.%3$I = t.%3$I AND (n.*) IS NOT DISTINCT FROM (t.*))
            RETURNING 1
        )
        INSERT INTO mart.%2$I
        SELECT n.*
        FROM now AS n
        WHERE NOT EXISTS (SELECT FROM mart.%2$I AS t WHERE t.%3$I = n.%3$I AND (t.*) IS NOT DISTINCT FROM (n.*))
            AND (SELECT count(*) FROM gone) >= 0
        $query$, 'current_' || relation, relation, key_column);
END
$$;
COMMENT ON FUNCTION dw.write_current(text) IS 'Writes to a table in mart what differs from the view in dw that says what it holds: municipality, indicator or schema_version.';

CREATE OR REPLACE FUNCTION dw.refresh_current_dimension() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- A statement that changed nothing need not look for what differs.
    IF EXISTS (SELECT FROM changed) THEN
        PERFORM dw.write_current(TG_ARGV[0]);
    END IF;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION dw.refresh_current_dimension() IS 'Brings the table in mart that the trigger names up to date, if its statement changed any row.';
REVOKE ALL ON FUNCTION dw.write_current(text), dw.refresh_current_dimension() FROM PUBLIC;

SELECT dw.write_current('municipality'), dw.write_current('indicator'), dw.write_current('schema_version');

-- Every run had used up a key for each unit and source that it found there already.
SELECT setval(pg_get_serial_sequence('dw.dim_municipality', 'municipality_key'), greatest(1, (SELECT max(municipality_key) FROM dw.dim_municipality)),
        EXISTS (SELECT FROM dw.dim_municipality)),
    setval(pg_get_serial_sequence('dw.dim_source', 'source_key'), greatest(1, (SELECT max(source_key) FROM dw.dim_source)),
        EXISTS (SELECT FROM dw.dim_source));
