-- Groups of indicators, such as Kolada's tables of Kommunens kvalitet i korthet, kept with from and to;
-- what a catalogue says of publication, where readers find it; and a way to what a load has touched.

CREATE TABLE dw.dim_indicator_group (
    indicator_group_key int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_key          smallint NOT NULL REFERENCES dw.dim_source,
    group_code          text NOT NULL UNIQUE CHECK (group_code ~ '^[a-z0-9][a-z0-9-]*$')
);
COMMENT ON TABLE dw.dim_indicator_group IS 'Groups of indicators that a catalogue lists; grain: one group.';
COMMENT ON COLUMN dw.dim_indicator_group.indicator_group_key IS 'Surrogate key.';
COMMENT ON COLUMN dw.dim_indicator_group.source_key IS 'The source whose catalogue lists it.';
COMMENT ON COLUMN dw.dim_indicator_group.group_code IS 'Short ASCII code for the command line: kolada-g2kpi150159.';

CREATE TABLE dw.indicator_group_version (
    indicator_group_key int NOT NULL REFERENCES dw.dim_indicator_group,
    version_no          smallint NOT NULL CHECK (version_no > 0),
    recorded            tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    title               text NOT NULL CHECK (title <> ''),
    PRIMARY KEY (indicator_group_key, version_no),
    EXCLUDE USING gist (indicator_group_key WITH =, recorded WITH &&)
);
COMMENT ON TABLE dw.indicator_group_version IS 'What a group was called and when (type 2 by recorded time); a group that vanished has no open version; grain: group x version.';
COMMENT ON COLUMN dw.indicator_group_version.indicator_group_key IS 'The group.';
COMMENT ON COLUMN dw.indicator_group_version.version_no IS 'Dense number of the version, from 1.';
COMMENT ON COLUMN dw.indicator_group_version.recorded IS 'From when to when the catalogue was known to call it so.';
COMMENT ON COLUMN dw.indicator_group_version.title IS 'Title as the catalogue has it, blanks made single.';

CREATE TABLE dw.bridge_indicator_group (
    indicator_group_key int NOT NULL REFERENCES dw.dim_indicator_group,
    indicator_key       int NOT NULL REFERENCES dw.dim_indicator,
    place               smallint NOT NULL CHECK (place > 0),
    recorded            tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    EXCLUDE USING gist (indicator_group_key WITH =, indicator_key WITH =, recorded WITH &&)
);
COMMENT ON TABLE dw.bridge_indicator_group IS 'Which indicators belong to a group and when we knew it; never deleted, only closed; grain: group x indicator x time of knowledge.';
COMMENT ON COLUMN dw.bridge_indicator_group.indicator_group_key IS 'The group.';
COMMENT ON COLUMN dw.bridge_indicator_group.indicator_key IS 'The member.';
COMMENT ON COLUMN dw.bridge_indicator_group.place IS 'Place of the member in the catalogue''s list, from 1.';
COMMENT ON COLUMN dw.bridge_indicator_group.recorded IS 'While the catalogue was known to list it there.';

GRANT SELECT, INSERT, UPDATE ON dw.dim_indicator_group, dw.indicator_group_version, dw.bridge_indicator_group TO riktmarke_etl;

ALTER TABLE etl.catalogue_load
    ADD COLUMN indicator_groups      int NOT NULL DEFAULT 0 CHECK (indicator_groups >= 0),
    ADD COLUMN changed_group_members int NOT NULL DEFAULT 0 CHECK (changed_group_members >= 0);
COMMENT ON COLUMN etl.catalogue_load.indicator_groups IS 'Groups of indicators in it.';
COMMENT ON COLUMN etl.catalogue_load.changed_group_members IS 'Titles of groups of indicators and memberships in them that were added or closed.';

-- What looks odd in the figures, found after loads and kept, so that it can be shown beside them at once.
CREATE TABLE dw.outcome_warning (
    indicator_key    int NOT NULL REFERENCES dw.dim_indicator,
    period_key       int NOT NULL REFERENCES dw.dim_period,
    gender_key       smallint NOT NULL REFERENCES dw.dim_gender,
    municipality_key smallint REFERENCES dw.dim_municipality,
    warning_code     text NOT NULL CHECK (warning_code ~ '^[a-z-]+$'),
    found            numeric NOT NULL,
    expected         numeric,
    UNIQUE NULLS NOT DISTINCT (indicator_key, period_key, gender_key, municipality_key, warning_code)
);
COMMENT ON TABLE dw.outcome_warning IS 'What looked odd in current outcomes when they were last checked; derived, replaced slice by slice; grain: warning x outcome, or warning x indicator x period x gender.';
COMMENT ON COLUMN dw.outcome_warning.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.outcome_warning.period_key IS 'The period.';
COMMENT ON COLUMN dw.outcome_warning.gender_key IS 'The gender.';
COMMENT ON COLUMN dw.outcome_warning.municipality_key IS 'The unit; NULL when the whole period is meant.';
COMMENT ON COLUMN dw.outcome_warning.warning_code IS 'As in mart.outcome_warning.';
COMMENT ON COLUMN dw.outcome_warning.found IS 'The value, or how many units have one.';
COMMENT ON COLUMN dw.outcome_warning.expected IS 'The nearer limit, or how many units had one the year before.';

CREATE TABLE etl.warning_check (
    check_key  int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    load_key   int NOT NULL,
    checked_at timestamptz NOT NULL
);
COMMENT ON TABLE etl.warning_check IS 'When current outcomes were looked through for what is odd; grain: check.';
COMMENT ON COLUMN etl.warning_check.check_key IS 'Surrogate key.';
COMMENT ON COLUMN etl.warning_check.load_key IS 'The newest load then; the next check looks at what later ones changed.';
COMMENT ON COLUMN etl.warning_check.checked_at IS 'When.';
GRANT SELECT, INSERT, DELETE ON dw.outcome_warning TO riktmarke_etl; -- derived from the facts
GRANT SELECT, INSERT ON etl.warning_check TO riktmarke_etl;

-- Readers ask of an indicator whether a year is preliminary or still being collected. mart.indicator holds
-- what decides it, since a further relation would cost every comparison a millisecond. The views that
-- stand on it are made again by repeatable/02, 03 and 05; others' views stop the migration.
DROP VIEW IF EXISTS
    mart.indicator_group_member, mart.outcome_warning, mart.target, mart.target_all_sources, mart.outcome, mart.outcome_all_sources,
    mart.outcome_stated, mart.outcome_now, mart.indicator_series_break, mart.indicator_alias;
DROP MATERIALIZED VIEW mart.indicator;

CREATE MATERIALIZED VIEW mart.indicator AS
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
COMMENT ON COLUMN mart.indicator.origin IS 'curated: declared by us; catalogue: unit, kind, decimals and last year derived from the title''s form; catalogue_missing: nothing is known of it.';
COMMENT ON COLUMN mart.indicator.catalogue_source IS 'The source whose catalogue lists it now; NULL when none does. What follows is of that source''s figures.';
COMMENT ON COLUMN mart.indicator.publication_year IS 'The year that the source''s next publication will carry.';
COMMENT ON COLUMN mart.indicator.preliminary_date IS 'Day of the next preliminary publication; from it to publication_date that year is preliminary.';
COMMENT ON COLUMN mart.indicator.publication_date IS 'Day of the next final publication.';
COMMENT ON COLUMN mart.indicator.collects_in_autumn IS 'Whether collection goes on all autumn, so that mean, rank and verdict must wait for its end.';
COMMENT ON COLUMN mart.indicator.warning_periods IS 'Periods in which something looked odd, see mart.kept_warning.';
CREATE UNIQUE INDEX indicator_key ON mart.indicator (indicator_key);
COMMENT ON INDEX mart.indicator_key IS 'For joins; one row an indicator.';
CREATE UNIQUE INDEX indicator_code ON mart.indicator (indicator_code);
COMMENT ON INDEX mart.indicator_code IS 'For looking an indicator up.';
GRANT SELECT ON mart.indicator TO riktmarke_read, riktmarke_etl;

CREATE TRIGGER indicator_after_insert AFTER INSERT ON dw.indicator_catalogue_version
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER indicator_after_update AFTER UPDATE ON dw.indicator_catalogue_version
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');

CREATE TRIGGER indicator_after_insert AFTER INSERT ON dw.outcome_warning
    REFERENCING NEW TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');
CREATE TRIGGER indicator_after_delete AFTER DELETE ON dw.outcome_warning
    REFERENCING OLD TABLE AS changed
    FOR EACH STATEMENT EXECUTE FUNCTION dw.refresh_current_dimension('indicator');

-- What a load has touched is found by its slices; figures of sources without slices have a column in
-- their file, and those alone stand in this index (with what was withdrawn, which stands in no file).
CREATE INDEX fact_outcome_by_own_load ON dw.fact_outcome (load_key) WHERE source_column > 0 OR source_file = 0;
COMMENT ON INDEX dw.fact_outcome_by_own_load IS 'For what a load of a source without slices has changed; Kolada''s millions are not in it.';
