-- Facts. A fact holds the current truth; the revision table beside it holds every superseded
-- version, so that current plus superseded is the whole history and nothing is stored twice.
-- Foreign keys are left out on purpose: they make a load twelve times slower; the keys are resolved
-- before staging and checks/orphan_facts.sql proves it. Columns stand in the order of their widths.

CREATE TABLE dw.fact_outcome (
    indicator_key    int NOT NULL,
    period_key       int NOT NULL,
    document_key     int NOT NULL,
    load_key         int NOT NULL,
    revision_no      int NOT NULL,
    source_line      int NOT NULL,
    municipality_key smallint NOT NULL,
    gender_key       smallint NOT NULL,
    status_key       smallint NOT NULL,
    source_file      smallint NOT NULL,
    source_column    smallint NOT NULL,
    value            numeric,
    numerator        numeric,
    denominator      numeric,
    respondents      int,
    document_line    int,
    note             text,
    CONSTRAINT outcome_value_fits_status CHECK ((value IS NULL) = (status_key >= 100)),
    CONSTRAINT outcome_value_is_finite CHECK (value BETWEEN -1e30 AND 1e30),
    CONSTRAINT outcome_denominator_is_positive CHECK (denominator > 0),
    CONSTRAINT fact_outcome_pkey PRIMARY KEY (indicator_key, period_key, gender_key, municipality_key, document_key)
        INCLUDE (value, status_key)
);
COMMENT ON TABLE dw.fact_outcome IS 'Outcomes (utfall) as now known; grain: indicator x period x gender x municipality x source document.';
COMMENT ON COLUMN dw.fact_outcome.indicator_key IS 'Which indicator.';
COMMENT ON COLUMN dw.fact_outcome.period_key IS 'Which period.';
COMMENT ON COLUMN dw.fact_outcome.document_key IS 'Which document states it: two documents may state a figure differently.';
COMMENT ON COLUMN dw.fact_outcome.load_key IS 'The load that recorded this version.';
COMMENT ON COLUMN dw.fact_outcome.revision_no IS 'Number of this version, from 1; the superseded ones are 1 to revision_no - 1.';
COMMENT ON COLUMN dw.fact_outcome.source_line IS 'Line of the cell in the file that was loaded.';
COMMENT ON COLUMN dw.fact_outcome.municipality_key IS 'Which municipality, region or nation.';
COMMENT ON COLUMN dw.fact_outcome.gender_key IS 'Which gender.';
COMMENT ON COLUMN dw.fact_outcome.status_key IS 'Whether there is a value, and if not, why.';
COMMENT ON COLUMN dw.fact_outcome.source_file IS 'File within the load.';
COMMENT ON COLUMN dw.fact_outcome.source_column IS 'Column of the cell in that file.';
COMMENT ON COLUMN dw.fact_outcome.value IS 'The value in the indicator''s unit, exact as stated; NULL exactly when the status says that there is none.';
COMMENT ON COLUMN dw.fact_outcome.numerator IS 'Numerator, where the source states it.';
COMMENT ON COLUMN dw.fact_outcome.denominator IS 'Denominator, where the source states it.';
COMMENT ON COLUMN dw.fact_outcome.respondents IS 'Respondents behind a survey figure, where stated.';
COMMENT ON COLUMN dw.fact_outcome.document_line IS 'Line of the figure in the document''s own text, where the file states it.';
COMMENT ON COLUMN dw.fact_outcome.note IS 'Remark on the figure, such as a slip in the print.';
CREATE INDEX fact_outcome_by_period ON dw.fact_outcome (period_key, gender_key, indicator_key, municipality_key) INCLUDE (value);
COMMENT ON INDEX dw.fact_outcome_by_period IS 'For questions about every indicator of a period.';

CREATE TABLE dw.fact_outcome_revision (
    LIKE dw.fact_outcome INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    superseded_load_key int NOT NULL,
    CHECK (revision_no > 0),
    CONSTRAINT fact_outcome_revision_pkey PRIMARY KEY (indicator_key, period_key, gender_key, municipality_key, document_key, revision_no)
);
COMMENT ON TABLE dw.fact_outcome_revision IS 'Superseded versions of outcomes; append-only; grain: outcome x revision.';
COMMENT ON COLUMN dw.fact_outcome_revision.superseded_load_key IS 'The load that replaced this version.';

CREATE TABLE dw.fact_target (
    indicator_key    int NOT NULL,
    period_key       int NOT NULL,
    document_key     int NOT NULL,
    load_key         int NOT NULL,
    revision_no      int NOT NULL,
    source_line      int NOT NULL,
    municipality_key smallint NOT NULL,
    gender_key       smallint NOT NULL,
    status_key       smallint NOT NULL,
    source_file      smallint NOT NULL,
    source_column    smallint NOT NULL,
    period_declared  boolean NOT NULL,
    value            numeric,
    document_line    int,
    note             text,
    CONSTRAINT target_value_fits_status CHECK ((value IS NULL) = (status_key >= 100)),
    CONSTRAINT target_value_is_finite CHECK (value BETWEEN -1e30 AND 1e30),
    CONSTRAINT fact_target_pkey PRIMARY KEY (indicator_key, period_key, gender_key, municipality_key, document_key)
);
COMMENT ON TABLE dw.fact_target IS 'Targets (mål) as now known; grain: indicator x period x gender x municipality x source document.';
COMMENT ON COLUMN dw.fact_target.indicator_key IS 'Which indicator.';
COMMENT ON COLUMN dw.fact_target.period_key IS 'The period that the target holds for; it holds for no other.';
COMMENT ON COLUMN dw.fact_target.document_key IS 'Which document states it.';
COMMENT ON COLUMN dw.fact_target.load_key IS 'The load that recorded this version.';
COMMENT ON COLUMN dw.fact_target.revision_no IS 'Number of this version, from 1.';
COMMENT ON COLUMN dw.fact_target.source_line IS 'Line of the cell in the file that was loaded.';
COMMENT ON COLUMN dw.fact_target.municipality_key IS 'Whose target.';
COMMENT ON COLUMN dw.fact_target.gender_key IS 'For which gender.';
COMMENT ON COLUMN dw.fact_target.status_key IS 'Whether there is a target, and if not, why.';
COMMENT ON COLUMN dw.fact_target.source_file IS 'File within the load.';
COMMENT ON COLUMN dw.fact_target.source_column IS 'Column of the cell in that file.';
COMMENT ON COLUMN dw.fact_target.period_declared IS 'Whether the source states the period; if not, it is the period of the figures beside it and the target gives no verdict.';
COMMENT ON COLUMN dw.fact_target.value IS 'The target in the indicator''s unit; NULL exactly when the status says that there is none.';
COMMENT ON COLUMN dw.fact_target.document_line IS 'Line of the target in the document''s own text.';
COMMENT ON COLUMN dw.fact_target.note IS 'Remark on the target.';

CREATE TABLE dw.fact_target_revision (
    LIKE dw.fact_target INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    superseded_load_key int NOT NULL,
    CHECK (revision_no > 0),
    CONSTRAINT fact_target_revision_pkey PRIMARY KEY (indicator_key, period_key, gender_key, municipality_key, document_key, revision_no)
);
COMMENT ON TABLE dw.fact_target_revision IS 'Superseded versions of targets; append-only; grain: target x revision.';
COMMENT ON COLUMN dw.fact_target_revision.superseded_load_key IS 'The load that replaced this version.';

CREATE UNLOGGED TABLE staging.observation (
    indicator_key    int NOT NULL,
    period_key       int NOT NULL,
    document_key     int NOT NULL,
    source_line      int NOT NULL,
    municipality_key smallint NOT NULL,
    gender_key       smallint NOT NULL,
    status_key       smallint NOT NULL,
    source_file      smallint NOT NULL,
    source_column    smallint NOT NULL,
    is_target        boolean NOT NULL,
    period_declared  boolean NOT NULL,
    value            numeric,
    numerator        numeric,
    denominator      numeric,
    respondents      int,
    document_line    int,
    note             text
);
COMMENT ON TABLE staging.observation IS 'What one load has read, before it is merged; a server crash empties it; grain: cell.';
COMMENT ON COLUMN staging.observation.indicator_key IS 'Which indicator.';
COMMENT ON COLUMN staging.observation.period_key IS 'Which period.';
COMMENT ON COLUMN staging.observation.document_key IS 'Which document states it.';
COMMENT ON COLUMN staging.observation.source_line IS 'Line of the cell.';
COMMENT ON COLUMN staging.observation.municipality_key IS 'Which municipality.';
COMMENT ON COLUMN staging.observation.gender_key IS 'Which gender.';
COMMENT ON COLUMN staging.observation.status_key IS 'Whether there is a value.';
COMMENT ON COLUMN staging.observation.source_file IS 'File within the load.';
COMMENT ON COLUMN staging.observation.source_column IS 'Column of the cell.';
COMMENT ON COLUMN staging.observation.is_target IS 'Whether the cell is a target rather than an outcome.';
COMMENT ON COLUMN staging.observation.period_declared IS 'Whether the source states the period.';
COMMENT ON COLUMN staging.observation.value IS 'The value.';
COMMENT ON COLUMN staging.observation.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN staging.observation.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN staging.observation.respondents IS 'Respondents, where stated.';
COMMENT ON COLUMN staging.observation.document_line IS 'Line in the document''s own text.';
COMMENT ON COLUMN staging.observation.note IS 'Remark.';

GRANT SELECT, INSERT, UPDATE ON dw.fact_outcome, dw.fact_target TO riktmarke_etl;
GRANT SELECT, INSERT ON dw.fact_outcome_revision, dw.fact_target_revision TO riktmarke_etl;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON staging.observation TO riktmarke_etl;
