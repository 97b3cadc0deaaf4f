-- Conformed dimensions. Facts carry the durable key of a member; attributes that change lie in
-- *_version tables whose ranges cannot overlap (slowly changing dimension, type 2 behind a durable
-- key). Members are never deleted: no role is granted DELETE.

CREATE TABLE dw.dim_municipality (
    municipality_key  smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    municipality_code text NOT NULL UNIQUE CHECK (municipality_code ~ '^[0-9]{4}$'),
    kind              text NOT NULL CHECK (kind IN ('municipality', 'region', 'nation'))
);
COMMENT ON TABLE dw.dim_municipality IS 'Kommuner, regions and the nation; grain: one durable unit.';
COMMENT ON COLUMN dw.dim_municipality.municipality_key IS 'Durable surrogate key.';
COMMENT ON COLUMN dw.dim_municipality.municipality_code IS 'Statistics Sweden''s four digits; regions 00LL, the nation 0000 as Kolada has them.';
COMMENT ON COLUMN dw.dim_municipality.kind IS 'municipality, region or nation; only municipalities are ranked against each other.';

CREATE TABLE dw.dim_municipality_version (
    municipality_key smallint NOT NULL REFERENCES dw.dim_municipality,
    valid            daterange NOT NULL CHECK (NOT isempty(valid)),
    name             text NOT NULL CHECK (name <> ''),
    county_code      text CHECK (county_code ~ '^[0-9]{2}$'),
    county           text,
    skr_group        text CHECK (skr_group ~ '^[ABC][1-9]$'),
    sort_order       smallint NOT NULL,
    EXCLUDE USING gist (municipality_key WITH =, valid WITH &&)
);
COMMENT ON TABLE dw.dim_municipality_version IS 'Attributes of a unit while they held (type 2 by valid time); grain: unit x version.';
COMMENT ON COLUMN dw.dim_municipality_version.municipality_key IS 'The unit.';
COMMENT ON COLUMN dw.dim_municipality_version.valid IS 'The days on which these attributes held; the newest has no end.';
COMMENT ON COLUMN dw.dim_municipality_version.name IS 'Swedish name without the word kommun.';
COMMENT ON COLUMN dw.dim_municipality_version.county_code IS 'Code of the county (län), two digits.';
COMMENT ON COLUMN dw.dim_municipality_version.county IS 'Name of the county (län).';
COMMENT ON COLUMN dw.dim_municipality_version.skr_group IS 'Group in SKR''s classification in force (2017 until 2022, then 2023): A1 to C9.';
COMMENT ON COLUMN dw.dim_municipality_version.sort_order IS 'Place in Swedish alphabetical order, set at load so that readers sort by a number.';

CREATE TABLE dw.municipality_alias (
    alias_folded     text NOT NULL CHECK (alias_folded <> ''),
    municipality_key smallint NOT NULL REFERENCES dw.dim_municipality,
    alias            text NOT NULL,
    note             text,
    PRIMARY KEY (alias_folded, municipality_key)
);
COMMENT ON TABLE dw.municipality_alias IS 'Other spellings under which sources name a unit; grain: alias x unit.';
COMMENT ON COLUMN dw.municipality_alias.alias_folded IS 'The alias with case, blanks and dashes folded; the form that is looked up.';
COMMENT ON COLUMN dw.municipality_alias.municipality_key IS 'The unit meant.';
COMMENT ON COLUMN dw.municipality_alias.alias IS 'The alias as written.';
COMMENT ON COLUMN dw.municipality_alias.note IS 'Where the spelling comes from.';

CREATE TABLE dw.dim_indicator (
    indicator_key  int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    indicator_code text NOT NULL UNIQUE CHECK (indicator_code ~ '^[A-Z][A-Z0-9_-]{0,31}$')
);
COMMENT ON TABLE dw.dim_indicator IS 'Indicators (nyckeltal); grain: one durable indicator.';
COMMENT ON COLUMN dw.dim_indicator.indicator_key IS 'Durable surrogate key; leads every fact key, so that facts can be partitioned by it.';
COMMENT ON COLUMN dw.dim_indicator.indicator_code IS 'Kolada''s id or the municipality''s own code, upper case.';

CREATE TABLE dw.dim_indicator_version (
    indicator_key     int NOT NULL REFERENCES dw.dim_indicator,
    version_no        smallint NOT NULL CHECK (version_no > 0),
    recorded          tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    title             text NOT NULL CHECK (title <> ''),
    definition        text,
    unit              text NOT NULL,
    decimals          smallint NOT NULL CHECK (decimals BETWEEN 0 AND 10),
    value_kind        text NOT NULL CHECK (value_kind IN ('share', 'count', 'rate', 'amount', 'mean', 'median', 'index', 'boolean', 'deviation', 'ratio')),
    polarity          text NOT NULL CHECK (polarity IN ('high', 'low', 'band', 'none', 'unknown')),
    polarity_reason   text,
    complement_title  text,
    publisher         text,
    operating_area    text,
    discontinued_year smallint,
    frequency         text,
    reference_window  text,
    publication_rule  text,
    uncertainty       text NOT NULL CHECK (uncertainty IN ('persons', 'clustered', 'survey', 'none')),
    disclosure        text NOT NULL CHECK (disclosure IN ('public', 'internal', 'secret')),
    PRIMARY KEY (indicator_key, version_no),
    CHECK (complement_title IS NULL OR value_kind = 'share'),
    EXCLUDE USING gist (indicator_key WITH =, recorded WITH &&)
);
CREATE INDEX dim_indicator_version_secret ON dw.dim_indicator_version (indicator_key)
    WHERE disclosure = 'secret' AND upper_inf(recorded);
COMMENT ON TABLE dw.dim_indicator_version IS 'What we knew about an indicator and when (type 2 by recorded time); grain: indicator x version.';
COMMENT ON COLUMN dw.dim_indicator_version.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.dim_indicator_version.version_no IS 'Dense number of the version, from 1.';
COMMENT ON COLUMN dw.dim_indicator_version.recorded IS 'While this was the recorded description; the current one has no end.';
COMMENT ON COLUMN dw.dim_indicator_version.title IS 'Official Swedish title without the years in brackets at its end.';
COMMENT ON COLUMN dw.dim_indicator_version.definition IS 'What is counted, in short Swedish sentences of our own.';
COMMENT ON COLUMN dw.dim_indicator_version.unit IS 'Unit as it stands in a column head: procent, antal, kr/inv, dagar ...';
COMMENT ON COLUMN dw.dim_indicator_version.decimals IS 'Decimals that the publisher prints.';
COMMENT ON COLUMN dw.dim_indicator_version.value_kind IS 'What kind of number the value is.';
COMMENT ON COLUMN dw.dim_indicator_version.polarity IS 'Which direction is good; unknown gives neither rank nor colour.';
COMMENT ON COLUMN dw.dim_indicator_version.polarity_reason IS 'Why the polarity was set so.';
COMMENT ON COLUMN dw.dim_indicator_version.complement_title IS 'Title of 100 - value, only where the outcome is exhaustive in two.';
COMMENT ON COLUMN dw.dim_indicator_version.publisher IS 'Who publishes the indicator.';
COMMENT ON COLUMN dw.dim_indicator_version.operating_area IS 'Area of work (verksamhetsområde).';
COMMENT ON COLUMN dw.dim_indicator_version.discontinued_year IS 'Last year for which the publisher collects it, if it has ended.';
COMMENT ON COLUMN dw.dim_indicator_version.frequency IS 'How often it is measured: yearly, two_yearly_survey, tertial ...';
COMMENT ON COLUMN dw.dim_indicator_version.reference_window IS 'Which cases a year speaks of, when that is not the year itself; shown under tables.';
COMMENT ON COLUMN dw.dim_indicator_version.publication_rule IS 'When in the year a figure is preliminary or final, as the publisher states it.';
COMMENT ON COLUMN dw.dim_indicator_version.uncertainty IS 'How an interval may be computed: persons, clustered, survey or never (none).';
COMMENT ON COLUMN dw.dim_indicator_version.disclosure IS 'public values pass as published; internal ones are suppressed when small; secret ones never leave.';

CREATE TABLE dw.indicator_alias (
    alias_folded  text NOT NULL CHECK (alias_folded <> ''),
    indicator_key int NOT NULL REFERENCES dw.dim_indicator,
    alias         text NOT NULL,
    note          text,
    PRIMARY KEY (alias_folded, indicator_key)
);
COMMENT ON TABLE dw.indicator_alias IS 'Names under which sources print an indicator; an alias of two indicators is ambiguous and resolves to none; grain: alias x indicator.';
COMMENT ON COLUMN dw.indicator_alias.alias_folded IS 'The alias with case, blanks and dashes folded; the form that is looked up.';
COMMENT ON COLUMN dw.indicator_alias.indicator_key IS 'The indicator meant.';
COMMENT ON COLUMN dw.indicator_alias.alias IS 'The alias as printed.';
COMMENT ON COLUMN dw.indicator_alias.note IS 'Where the name stands, and why it means this indicator.';

CREATE TABLE dw.indicator_series_break (
    indicator_key int NOT NULL REFERENCES dw.dim_indicator,
    year          smallint NOT NULL CHECK (year BETWEEN 1900 AND 2199),
    reason        text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (indicator_key, year)
);
COMMENT ON TABLE dw.indicator_series_break IS 'Years from which an indicator is not comparable with the years before; grain: indicator x year.';
COMMENT ON COLUMN dw.indicator_series_break.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.indicator_series_break.year IS 'First year after the break.';
COMMENT ON COLUMN dw.indicator_series_break.reason IS 'What changed.';

CREATE TABLE dw.dim_period (
    period_key    int PRIMARY KEY,
    period_code   text NOT NULL UNIQUE,
    kind          text NOT NULL CHECK (kind IN ('year', 'tertial', 'quarter', 'month', 'school_year', 'point')),
    year          smallint NOT NULL,
    start_date    date NOT NULL,
    end_date      date NOT NULL,
    is_cumulative boolean NOT NULL,
    CHECK (start_date <= end_date),
    CHECK (is_cumulative = (kind = 'tertial'))
);
COMMENT ON TABLE dw.dim_period IS 'Periods that outcomes speak of; grain: one period.';
COMMENT ON COLUMN dw.dim_period.period_key IS 'Follows from the period: kind digit x 100000000 + year x 10000 + part.';
COMMENT ON COLUMN dw.dim_period.period_code IS 'Written form: 2017, 2018-T1, 2018-Q1, 2018-04, 2016/17, 2017-12-31.';
COMMENT ON COLUMN dw.dim_period.kind IS 'Kind of period.';
COMMENT ON COLUMN dw.dim_period.year IS 'Calendar year, or the year in which a school year begins.';
COMMENT ON COLUMN dw.dim_period.start_date IS 'First day; the first of January for cumulative periods.';
COMMENT ON COLUMN dw.dim_period.end_date IS 'Last day.';
COMMENT ON COLUMN dw.dim_period.is_cumulative IS 'Whether the period accumulates from the beginning of its year, as tertials of municipal reports do.';

CREATE TABLE dw.dim_gender (
    gender_key  smallint PRIMARY KEY,
    gender_code text NOT NULL UNIQUE CHECK (gender_code IN ('T', 'K', 'M')),
    label_sv    text NOT NULL,
    label_en    text NOT NULL
);
COMMENT ON TABLE dw.dim_gender IS 'Total, women and men; grain: one member.';
COMMENT ON COLUMN dw.dim_gender.gender_key IS 'Surrogate key: 0, 1, 2.';
COMMENT ON COLUMN dw.dim_gender.gender_code IS 'Kolada''s letter: T, K, M.';
COMMENT ON COLUMN dw.dim_gender.label_sv IS 'Swedish label.';
COMMENT ON COLUMN dw.dim_gender.label_en IS 'English label.';
INSERT INTO dw.dim_gender VALUES (0, 'T', 'totalt', 'total'), (1, 'K', 'kvinnor', 'women'), (2, 'M', 'män', 'men');

CREATE TABLE dw.dim_outcome_status (
    status_key  smallint PRIMARY KEY,
    status_code text NOT NULL UNIQUE,
    has_value   boolean NOT NULL,
    label_sv    text NOT NULL,
    label_en    text NOT NULL,
    CHECK (has_value = (status_key < 100))
);
COMMENT ON TABLE dw.dim_outcome_status IS 'Why an outcome has a value, or why it has none; grain: one status.';
COMMENT ON COLUMN dw.dim_outcome_status.status_key IS 'Below 100 the outcome carries a value, from 100 on it does not.';
COMMENT ON COLUMN dw.dim_outcome_status.status_code IS 'The word used in files and exports.';
COMMENT ON COLUMN dw.dim_outcome_status.has_value IS 'Whether outcomes of this status carry a value.';
COMMENT ON COLUMN dw.dim_outcome_status.label_sv IS 'Swedish label.';
COMMENT ON COLUMN dw.dim_outcome_status.label_en IS 'English label.';
INSERT INTO dw.dim_outcome_status VALUES
    (0, 'ok', true, 'värde', 'value'),
    (1, 'preliminary', true, 'preliminärt värde', 'preliminary value'),
    (100, 'missing_dash', false, 'streck i källan', 'dash in the source'),
    (101, 'missing_blank', false, 'tomt i källan', 'blank in the source'),
    (102, 'missing_null', false, 'saknas enligt källan', 'missing according to the source'),
    (110, 'not_applicable', false, 'ej tillämpligt', 'not applicable'),
    (120, 'suppressed', false, 'sekretess', 'suppressed'),
    (199, 'withdrawn', false, 'återtaget av källan', 'withdrawn by the source');

CREATE TABLE dw.dim_organisation (
    organisation_key        int GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    municipality_key        smallint REFERENCES dw.dim_municipality,
    parent_organisation_key int REFERENCES dw.dim_organisation,
    kind                    text NOT NULL CHECK (kind IN ('none', 'municipality', 'committee', 'activity', 'unit')),
    name                    text NOT NULL,
    UNIQUE NULLS NOT DISTINCT (municipality_key, parent_organisation_key, kind, name)
);
COMMENT ON TABLE dw.dim_organisation IS 'Organisation inside a municipality: kommun, nämnd, verksamhet, enhet; grain: one organisation.';
COMMENT ON COLUMN dw.dim_organisation.organisation_key IS 'Surrogate key; 0 is the member for no organisation.';
COMMENT ON COLUMN dw.dim_organisation.municipality_key IS 'The municipality it belongs to; NULL only for member 0.';
COMMENT ON COLUMN dw.dim_organisation.parent_organisation_key IS 'The organisation above it.';
COMMENT ON COLUMN dw.dim_organisation.kind IS 'none, municipality, committee (nämnd), activity (verksamhet) or unit (enhet).';
COMMENT ON COLUMN dw.dim_organisation.name IS 'Swedish name.';
INSERT INTO dw.dim_organisation (organisation_key, kind, name) VALUES (0, 'none', '');

CREATE TABLE dw.dim_source (
    source_key  smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_code text NOT NULL UNIQUE CHECK (source_code <> ''),
    title       text NOT NULL,
    publisher   text,
    licence     text,
    url         text,
    precedence  smallint NOT NULL CHECK (precedence BETWEEN 0 AND 999)
);
COMMENT ON TABLE dw.dim_source IS 'Sources as declared under etl/; grain: one source.';
COMMENT ON COLUMN dw.dim_source.source_key IS 'Surrogate key.';
COMMENT ON COLUMN dw.dim_source.source_code IS 'The name of the source in its specification.';
COMMENT ON COLUMN dw.dim_source.title IS 'Swedish title.';
COMMENT ON COLUMN dw.dim_source.publisher IS 'Who publishes the data.';
COMMENT ON COLUMN dw.dim_source.licence IS 'Under which terms.';
COMMENT ON COLUMN dw.dim_source.url IS 'Where it is published.';
COMMENT ON COLUMN dw.dim_source.precedence IS 'Which source speaks when several state a figure: the smallest number.';

CREATE TABLE dw.dim_document (
    document_key       int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_key         smallint NOT NULL REFERENCES dw.dim_source,
    document_code      text NOT NULL CHECK (document_code <> ''),
    title              text NOT NULL,
    organisation_key   int NOT NULL DEFAULT 0 REFERENCES dw.dim_organisation,
    report_kind        text,
    published_on       date,
    published_on_basis text,
    reference          text,
    file_name          text,
    sha256             bytea CHECK (octet_length(sha256) = 32),
    UNIQUE (source_key, document_code)
);
COMMENT ON TABLE dw.dim_document IS 'Documents through which a source states figures; a source without documents is its own; grain: source x document.';
COMMENT ON COLUMN dw.dim_document.document_key IS 'Surrogate key; part of the grain of every fact.';
COMMENT ON COLUMN dw.dim_document.source_key IS 'The source that reads the document.';
COMMENT ON COLUMN dw.dim_document.document_code IS 'Code of the document in the register, or the source''s own code.';
COMMENT ON COLUMN dw.dim_document.title IS 'Title of the document.';
COMMENT ON COLUMN dw.dim_document.organisation_key IS 'The organisation that issued it; 0 when none is known.';
COMMENT ON COLUMN dw.dim_document.report_kind IS 'annual report, tertial report ...';
COMMENT ON COLUMN dw.dim_document.published_on IS 'Date of the document; the newest speaks among documents of equal precedence.';
COMMENT ON COLUMN dw.dim_document.published_on_basis IS 'How that date is known.';
COMMENT ON COLUMN dw.dim_document.reference IS 'Registration number (diarienummer) or other reference.';
COMMENT ON COLUMN dw.dim_document.file_name IS 'Name of the document''s own file, to which document lines refer.';
COMMENT ON COLUMN dw.dim_document.sha256 IS 'SHA-256 of the document''s own file.';

GRANT SELECT, INSERT, UPDATE ON ALL TABLES IN SCHEMA dw TO riktmarke_etl;
GRANT DELETE ON dw.municipality_alias, dw.indicator_alias, dw.indicator_series_break,
    dw.dim_municipality_version TO riktmarke_etl; -- replaced as whole sets by the reference load
