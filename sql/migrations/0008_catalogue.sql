-- The catalogue of a large source: what it says of its indicators, as it said it and when, beside our
-- own descriptions; and its groups of units.

ALTER TABLE dw.dim_indicator_version
    ADD COLUMN origin text NOT NULL DEFAULT 'curated' CHECK (origin IN ('curated', 'catalogue', 'catalogue_missing'));
COMMENT ON COLUMN dw.dim_indicator_version.origin IS 'curated: declared in a reference file; catalogue: title from the source''s catalogue, with unit, kind and decimals derived from the title''s tail; catalogue_missing: the source has figures of it and its catalogue has no entry.';

CREATE TABLE dw.indicator_catalogue_version (
    indicator_key         int NOT NULL REFERENCES dw.dim_indicator,
    source_key            smallint NOT NULL REFERENCES dw.dim_source,
    version_no            smallint NOT NULL CHECK (version_no > 0),
    recorded              tstzrange NOT NULL CHECK (NOT isempty(recorded)),
    title                 text NOT NULL CHECK (title <> ''),
    description           text,
    operating_area        text,
    perspective           text,
    auspice               text,
    municipality_type     text,
    publication_period    text,
    publication_date      date,
    preliminary_date      date,
    discontinued_year     smallint CHECK (discontinued_year BETWEEN 1900 AND 2199),
    is_divided_by_gender  boolean NOT NULL,
    has_unit_data         boolean NOT NULL,
    collects_in_autumn    boolean NOT NULL,
    PRIMARY KEY (indicator_key, source_key, version_no),
    EXCLUDE USING gist (indicator_key WITH =, source_key WITH =, recorded WITH &&)
);
COMMENT ON TABLE dw.indicator_catalogue_version IS 'What a source''s catalogue said of an indicator and when (type 2 by recorded time); an indicator that vanished from it has no open version; grain: indicator x source x version.';
COMMENT ON COLUMN dw.indicator_catalogue_version.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.indicator_catalogue_version.source_key IS 'The source whose catalogue it is.';
COMMENT ON COLUMN dw.indicator_catalogue_version.version_no IS 'Dense number of the version, from 1.';
COMMENT ON COLUMN dw.indicator_catalogue_version.recorded IS 'From when to when the catalogue was known to say so.';
COMMENT ON COLUMN dw.indicator_catalogue_version.title IS 'Title as the catalogue has it, blanks made single.';
COMMENT ON COLUMN dw.indicator_catalogue_version.description IS 'Description as the catalogue has it.';
COMMENT ON COLUMN dw.indicator_catalogue_version.operating_area IS 'Area of work (verksamhetsområde).';
COMMENT ON COLUMN dw.indicator_catalogue_version.perspective IS 'Perspective: Resurser, Volymer, Kvalitet och resultat ...';
COMMENT ON COLUMN dw.indicator_catalogue_version.auspice IS 'Letter for whose activity is meant.';
COMMENT ON COLUMN dw.indicator_catalogue_version.municipality_type IS 'K for kommuner, L for regions, A for both.';
COMMENT ON COLUMN dw.indicator_catalogue_version.publication_period IS 'The year that the next publication will carry.';
COMMENT ON COLUMN dw.indicator_catalogue_version.publication_date IS 'Day of the next final publication.';
COMMENT ON COLUMN dw.indicator_catalogue_version.preliminary_date IS 'Day of the next preliminary publication.';
COMMENT ON COLUMN dw.indicator_catalogue_version.discontinued_year IS 'Last year, from brackets at the end of the title such as (-2019).';
COMMENT ON COLUMN dw.indicator_catalogue_version.is_divided_by_gender IS 'Whether values are given for women and men.';
COMMENT ON COLUMN dw.indicator_catalogue_version.has_unit_data IS 'Whether there are values for single units (schools, homes).';
COMMENT ON COLUMN dw.indicator_catalogue_version.collects_in_autumn IS 'Whether the description says that collection goes on all autumn, so that means must wait.';

ALTER TABLE dw.dim_peer_group
    DROP CONSTRAINT dim_peer_group_kind_check,
    ADD CONSTRAINT dim_peer_group_kind_check CHECK (kind IN ('named', 'skr', 'county', 'own', 'kolada'));
COMMENT ON COLUMN dw.dim_peer_group.kind IS 'named: from a report; skr: SKR''s classification; county: län; own: made by the user; kolada: from Kolada''s catalogue.';

CREATE TABLE etl.catalogue_load (
    catalogue_load_key  int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_key             int NOT NULL REFERENCES etl.run,
    source_key          smallint NOT NULL REFERENCES dw.dim_source,
    sha256              bytea NOT NULL CHECK (octet_length(sha256) = 32),
    indicators          int NOT NULL CHECK (indicators >= 0),
    new_indicators      int NOT NULL CHECK (new_indicators >= 0),
    changed_indicators  int NOT NULL CHECK (changed_indicators >= 0),
    vanished_indicators int NOT NULL CHECK (vanished_indicators >= 0),
    new_units           int NOT NULL CHECK (new_units >= 0),
    groups              int NOT NULL CHECK (groups >= 0),
    changed_memberships int NOT NULL CHECK (changed_memberships >= 0),
    recorded_at         timestamptz NOT NULL
);
COMMENT ON TABLE etl.catalogue_load IS 'Catalogues that were loaded, with what they changed; grain: run x source.';
COMMENT ON COLUMN etl.catalogue_load.catalogue_load_key IS 'Surrogate key.';
COMMENT ON COLUMN etl.catalogue_load.run_key IS 'The run.';
COMMENT ON COLUMN etl.catalogue_load.source_key IS 'The source.';
COMMENT ON COLUMN etl.catalogue_load.sha256 IS 'SHA-256 over the answers that hold the catalogue.';
COMMENT ON COLUMN etl.catalogue_load.indicators IS 'Indicators in it.';
COMMENT ON COLUMN etl.catalogue_load.new_indicators IS 'Indicators that it had not held just before.';
COMMENT ON COLUMN etl.catalogue_load.changed_indicators IS 'Indicators of which it says something else than before.';
COMMENT ON COLUMN etl.catalogue_load.vanished_indicators IS 'Indicators that it no longer holds.';
COMMENT ON COLUMN etl.catalogue_load.new_units IS 'Units that the warehouse did not know.';
COMMENT ON COLUMN etl.catalogue_load.groups IS 'Groups in it.';
COMMENT ON COLUMN etl.catalogue_load.changed_memberships IS 'Memberships that were added or closed.';
COMMENT ON COLUMN etl.catalogue_load.recorded_at IS 'When it was recorded.';

GRANT SELECT, INSERT, UPDATE ON dw.indicator_catalogue_version TO riktmarke_etl;
GRANT SELECT, INSERT ON etl.catalogue_load TO riktmarke_etl;
