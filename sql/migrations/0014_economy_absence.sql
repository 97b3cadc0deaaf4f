-- What the documents of kommuner say of money and of absence for sickness: two stars of their own, since
-- their rows are about verksamheter and workplaces instead of indicators. Versions are kept as those of
-- targets are. These tables are small, so that they can have foreign keys.

CREATE TABLE dw.committee_activity (
    municipality_key smallint NOT NULL REFERENCES dw.dim_municipality,
    organisation     text NOT NULL CHECK (organisation <> ''),
    activity_code    text NOT NULL CHECK (activity_code ~ '^[a-z][a-z0-9-]{0,39}$'),
    name             text NOT NULL,
    title            text NOT NULL CHECK (title <> ''),
    reason           text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (municipality_key, organisation, activity_code, name)
);
COMMENT ON TABLE dw.committee_activity IS 'Which verksamheter a nämnd answers for, and under which names it prints them: as declared, never guessed; grain: nämnd x verksamhet x printed name.';
COMMENT ON COLUMN dw.committee_activity.municipality_key IS 'The municipality.';
COMMENT ON COLUMN dw.committee_activity.organisation IS 'Name of the nämnd.';
COMMENT ON COLUMN dw.committee_activity.activity_code IS 'The verksamhet, the same code for every kommun; rows of the same code are compared.';
COMMENT ON COLUMN dw.committee_activity.name IS 'The name of the row in the nämnd''s tables; empty for a task without a row of its own.';
COMMENT ON COLUMN dw.committee_activity.title IS 'Swedish name of the verksamhet.';
COMMENT ON COLUMN dw.committee_activity.reason IS 'Where this is known from.';
CREATE UNIQUE INDEX committee_activity_name ON dw.committee_activity (municipality_key, organisation, name) WHERE name <> '';
COMMENT ON INDEX dw.committee_activity_name IS 'A printed name means one verksamhet.';

CREATE TABLE dw.dim_economy_subject (
    subject_key      int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_key int NOT NULL REFERENCES dw.dim_organisation,
    kind             text NOT NULL CHECK (kind IN ('total', 'activity', 'grant', 'action')),
    name             text NOT NULL CHECK (name <> ''),
    UNIQUE (organisation_key, kind, name)
);
COMMENT ON TABLE dw.dim_economy_subject IS 'What rows of tables of money are about; grain: nämnd x kind x name.';
COMMENT ON COLUMN dw.dim_economy_subject.subject_key IS 'Surrogate key.';
COMMENT ON COLUMN dw.dim_economy_subject.organisation_key IS 'The nämnd whose table it is.';
COMMENT ON COLUMN dw.dim_economy_subject.kind IS 'total: the sum of the nämnd; activity: a verksamhet; grant: money promised or received; action: a measure taken to save.';
COMMENT ON COLUMN dw.dim_economy_subject.name IS 'The name as printed, or as the manifest says.';

CREATE TABLE dw.dim_economy_measure (
    measure_key  smallint PRIMARY KEY,
    measure_code text NOT NULL UNIQUE,
    label_sv     text NOT NULL,
    label_en     text NOT NULL
);
COMMENT ON TABLE dw.dim_economy_measure IS 'What is said of money; grain: one measure.';
COMMENT ON COLUMN dw.dim_economy_measure.measure_key IS 'Surrogate key.';
COMMENT ON COLUMN dw.dim_economy_measure.measure_code IS 'The word used in manifests and exports.';
COMMENT ON COLUMN dw.dim_economy_measure.label_sv IS 'Swedish label.';
COMMENT ON COLUMN dw.dim_economy_measure.label_en IS 'English label.';
INSERT INTO dw.dim_economy_measure VALUES
    (1, 'income', 'intäkter', 'income'), (2, 'cost', 'kostnader', 'costs'), (3, 'net', 'netto', 'net'),
    (4, 'budget', 'budget netto', 'budget, net'), (5, 'deviation', 'avvikelse', 'deviation'),
    (6, 'forecast', 'prognos netto', 'forecast, net'), (7, 'forecast_deviation', 'prognosavvikelse', 'forecast deviation'),
    (8, 'amount', 'belopp', 'amount'), (9, 'outcome', 'utfall', 'outcome');

CREATE TABLE dw.fact_economy (
    subject_key      int NOT NULL REFERENCES dw.dim_economy_subject,
    period_key       int NOT NULL REFERENCES dw.dim_period,
    document_key     int NOT NULL REFERENCES dw.dim_document,
    load_key         int NOT NULL REFERENCES etl.load,
    revision_no      int NOT NULL CHECK (revision_no > 0),
    source_line      int NOT NULL,
    municipality_key smallint NOT NULL REFERENCES dw.dim_municipality,
    measure_key      smallint NOT NULL REFERENCES dw.dim_economy_measure,
    status_key       smallint NOT NULL REFERENCES dw.dim_outcome_status,
    source_file      smallint NOT NULL,
    source_column    smallint NOT NULL,
    is_cumulative    boolean NOT NULL,
    amount           numeric,
    definition       text NOT NULL,
    printed          text NOT NULL,
    printed_unit     text NOT NULL CHECK (printed_unit IN ('kr', 'tkr', 'mnkr')),
    note             text,
    CONSTRAINT economy_amount_fits_status CHECK ((amount IS NULL) = (status_key >= 100)),
    CONSTRAINT economy_amount_is_finite CHECK (amount BETWEEN -1e30 AND 1e30),
    CONSTRAINT fact_economy_pkey PRIMARY KEY (subject_key, period_key, measure_key, definition, document_key)
);
COMMENT ON TABLE dw.fact_economy IS 'Money as now known: income, costs, net, budget, deviation, forecast of verksamheter, with the signs of the source; grain: subject x period x measure x definition x source document.';
COMMENT ON COLUMN dw.fact_economy.subject_key IS 'The verksamhet, nämnd, grant or measure taken.';
COMMENT ON COLUMN dw.fact_economy.period_key IS 'Which period; a forecast''s is the period that is forecast.';
COMMENT ON COLUMN dw.fact_economy.document_key IS 'Which document states it.';
COMMENT ON COLUMN dw.fact_economy.load_key IS 'The load that recorded this version.';
COMMENT ON COLUMN dw.fact_economy.revision_no IS 'Number of this version, from 1.';
COMMENT ON COLUMN dw.fact_economy.source_line IS 'Line of the cell in the document; 0 for a withdrawn figure.';
COMMENT ON COLUMN dw.fact_economy.municipality_key IS 'Which municipality.';
COMMENT ON COLUMN dw.fact_economy.measure_key IS 'What is said of the subject.';
COMMENT ON COLUMN dw.fact_economy.status_key IS 'Whether there is an amount, and if not, why.';
COMMENT ON COLUMN dw.fact_economy.source_file IS 'File within the load; 0 for a withdrawn figure.';
COMMENT ON COLUMN dw.fact_economy.source_column IS 'Column among the table''s columns of figures, from 1.';
COMMENT ON COLUMN dw.fact_economy.is_cumulative IS 'Whether it accumulates from the beginning of the year.';
COMMENT ON COLUMN dw.fact_economy.amount IS 'Thousands of kronor (tkr), exact, with the sign of the source; net and deviation as printed, never computed.';
COMMENT ON COLUMN dw.fact_economy.definition IS 'What exactly is meant, where the source says more than the measure; else empty.';
COMMENT ON COLUMN dw.fact_economy.printed IS 'The cell as it stands in the document.';
COMMENT ON COLUMN dw.fact_economy.printed_unit IS 'The unit of the source: kr, tkr or mnkr.';
COMMENT ON COLUMN dw.fact_economy.note IS 'Remark on the figure, such as a slip in the print that was read past.';
CREATE INDEX fact_economy_by_municipality ON dw.fact_economy (municipality_key, period_key);
COMMENT ON INDEX dw.fact_economy_by_municipality IS 'For questions about one kommun.';

CREATE TABLE dw.fact_economy_revision (
    LIKE dw.fact_economy INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    superseded_load_key int NOT NULL,
    CONSTRAINT fact_economy_revision_pkey PRIMARY KEY (subject_key, period_key, measure_key, definition, document_key, revision_no)
);
COMMENT ON TABLE dw.fact_economy_revision IS 'Superseded versions of money; append-only; grain: figure x revision.';
COMMENT ON COLUMN dw.fact_economy_revision.superseded_load_key IS 'The load that replaced this version.';

CREATE TABLE dw.dim_workplace (
    workplace_key    int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    organisation_key int NOT NULL REFERENCES dw.dim_organisation,
    kind             text NOT NULL CHECK (kind IN ('total', 'unit')),
    workplace_code   text NOT NULL CHECK (workplace_code <> ''),
    has_own_code     boolean NOT NULL,
    UNIQUE (organisation_key, kind, has_own_code, workplace_code)
);
COMMENT ON TABLE dw.dim_workplace IS 'Units of staff of a nämnd; grain: one durable unit.';
COMMENT ON COLUMN dw.dim_workplace.workplace_key IS 'Durable surrogate key.';
COMMENT ON COLUMN dw.dim_workplace.organisation_key IS 'The nämnd in whose documents it stands.';
COMMENT ON COLUMN dw.dim_workplace.kind IS 'unit, or total: the sum of a nämnd''s units.';
COMMENT ON COLUMN dw.dim_workplace.workplace_code IS 'The unit''s own code (ansvar); its name where the document prints no code.';
COMMENT ON COLUMN dw.dim_workplace.has_own_code IS 'Whether the code is the unit''s own rather than its name.';

CREATE TABLE dw.dim_workplace_version (
    workplace_key int NOT NULL REFERENCES dw.dim_workplace,
    valid         daterange NOT NULL CHECK (NOT isempty(valid)),
    name          text NOT NULL CHECK (name <> ''),
    EXCLUDE USING gist (workplace_key WITH =, valid WITH &&)
);
COMMENT ON TABLE dw.dim_workplace_version IS 'What a unit was called and when (type 2 by valid time), as the facts say; grain: unit x version.';
COMMENT ON COLUMN dw.dim_workplace_version.workplace_key IS 'The unit.';
COMMENT ON COLUMN dw.dim_workplace_version.valid IS 'From the first day of the period in which the name is first stated until that of the next name; the newest has no end, the oldest no beginning.';
COMMENT ON COLUMN dw.dim_workplace_version.name IS 'The name as printed.';

CREATE TABLE dw.dim_absence_measure (
    measure_key  smallint PRIMARY KEY,
    measure_code text NOT NULL UNIQUE,
    label_sv     text NOT NULL,
    label_en     text NOT NULL
);
COMMENT ON TABLE dw.dim_absence_measure IS 'What is said of absence for sickness; grain: one measure.';
COMMENT ON COLUMN dw.dim_absence_measure.measure_key IS 'Surrogate key.';
COMMENT ON COLUMN dw.dim_absence_measure.measure_code IS 'The word used in manifests and exports.';
COMMENT ON COLUMN dw.dim_absence_measure.label_sv IS 'Swedish label.';
COMMENT ON COLUMN dw.dim_absence_measure.label_en IS 'English label.';
INSERT INTO dw.dim_absence_measure VALUES
    (1, 'absence', 'all sjukfrånvaro', 'all absence'),
    (2, 'absence_short', 'kort sjukfrånvaro', 'short absence'),
    (3, 'absence_long', 'lång sjukfrånvaro', 'long absence'),
    (4, 'absence_long_share', 'andel lång sjukfrånvaro', 'share of long absence');

CREATE TABLE dw.fact_staff_absence (
    workplace_key    int NOT NULL REFERENCES dw.dim_workplace,
    period_key       int NOT NULL REFERENCES dw.dim_period,
    document_key     int NOT NULL REFERENCES dw.dim_document,
    load_key         int NOT NULL REFERENCES etl.load,
    revision_no      int NOT NULL CHECK (revision_no > 0),
    source_line      int NOT NULL,
    headcount        int CHECK (headcount >= 0),
    municipality_key smallint NOT NULL REFERENCES dw.dim_municipality,
    measure_key      smallint NOT NULL REFERENCES dw.dim_absence_measure,
    gender_key       smallint NOT NULL REFERENCES dw.dim_gender,
    status_key       smallint NOT NULL REFERENCES dw.dim_outcome_status,
    source_file      smallint NOT NULL,
    source_column    smallint NOT NULL,
    value            numeric,
    definition       text NOT NULL,
    unit             text NOT NULL CHECK (unit <> ''),
    workplace_name   text NOT NULL,
    printed          text NOT NULL,
    note             text,
    CONSTRAINT absence_value_fits_status CHECK ((value IS NULL) = (status_key >= 100)),
    CONSTRAINT absence_value_is_finite CHECK (value BETWEEN -1e30 AND 1e30),
    CONSTRAINT fact_staff_absence_pkey PRIMARY KEY (workplace_key, period_key, measure_key, gender_key, definition, document_key)
);
COMMENT ON TABLE dw.fact_staff_absence IS 'Absence for sickness by unit as now known: health data, which readers never see of units of ten or fewer or of unknown size; grain: unit x period x measure x gender x definition x source document.';
COMMENT ON COLUMN dw.fact_staff_absence.workplace_key IS 'The unit, or the sum of the nämnd''s units.';
COMMENT ON COLUMN dw.fact_staff_absence.period_key IS 'Which period.';
COMMENT ON COLUMN dw.fact_staff_absence.document_key IS 'Which document states it.';
COMMENT ON COLUMN dw.fact_staff_absence.load_key IS 'The load that recorded this version.';
COMMENT ON COLUMN dw.fact_staff_absence.revision_no IS 'Number of this version, from 1.';
COMMENT ON COLUMN dw.fact_staff_absence.source_line IS 'Line of the cell in the document; 0 for a withdrawn figure.';
COMMENT ON COLUMN dw.fact_staff_absence.headcount IS 'Employees behind the figure, of its gender, where the document states them; NULL keeps the figure from readers.';
COMMENT ON COLUMN dw.fact_staff_absence.municipality_key IS 'Which municipality.';
COMMENT ON COLUMN dw.fact_staff_absence.measure_key IS 'Which measure.';
COMMENT ON COLUMN dw.fact_staff_absence.gender_key IS 'Which gender.';
COMMENT ON COLUMN dw.fact_staff_absence.status_key IS 'Whether there is a value, and if not, why.';
COMMENT ON COLUMN dw.fact_staff_absence.source_file IS 'File within the load; 0 for a withdrawn figure.';
COMMENT ON COLUMN dw.fact_staff_absence.source_column IS 'Column among the table''s columns of figures, from 1.';
COMMENT ON COLUMN dw.fact_staff_absence.value IS 'The value, exact as printed; NULL exactly when the status says that there is none.';
COMMENT ON COLUMN dw.fact_staff_absence.definition IS 'By whose definition: SKL''s nyckeltal or a local one, as the manifest says; else empty.';
COMMENT ON COLUMN dw.fact_staff_absence.unit IS 'What the value counts: percent mostly.';
COMMENT ON COLUMN dw.fact_staff_absence.workplace_name IS 'What the document calls the unit.';
COMMENT ON COLUMN dw.fact_staff_absence.printed IS 'The cell as it stands in the document.';
COMMENT ON COLUMN dw.fact_staff_absence.note IS 'Remark on the figure.';
CREATE INDEX fact_staff_absence_by_municipality ON dw.fact_staff_absence (municipality_key, period_key);
COMMENT ON INDEX dw.fact_staff_absence_by_municipality IS 'For questions about one kommun.';

CREATE TABLE dw.fact_staff_absence_revision (
    LIKE dw.fact_staff_absence INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    superseded_load_key int NOT NULL,
    CONSTRAINT fact_staff_absence_revision_pkey PRIMARY KEY (workplace_key, period_key, measure_key, gender_key, definition, document_key, revision_no)
);
COMMENT ON TABLE dw.fact_staff_absence_revision IS 'Superseded versions of absence; append-only; grain: figure x revision.';
COMMENT ON COLUMN dw.fact_staff_absence_revision.superseded_load_key IS 'The load that replaced this version.';

CREATE UNLOGGED TABLE staging.economy (
    LIKE dw.fact_economy INCLUDING COMMENTS
);
ALTER TABLE staging.economy DROP COLUMN load_key, DROP COLUMN revision_no;
COMMENT ON TABLE staging.economy IS 'Figures of money that one load has read, before they are merged; a server crash empties it; grain: cell.';

CREATE UNLOGGED TABLE staging.absence (
    LIKE dw.fact_staff_absence INCLUDING COMMENTS
);
ALTER TABLE staging.absence DROP COLUMN load_key, DROP COLUMN revision_no;
COMMENT ON TABLE staging.absence IS 'Figures of absence that one load has read, before they are merged; a server crash empties it; grain: cell.';

GRANT SELECT, INSERT ON dw.dim_economy_subject, dw.dim_workplace TO riktmarke_etl;
GRANT SELECT ON dw.dim_economy_measure, dw.dim_absence_measure TO riktmarke_etl;
GRANT SELECT, INSERT, DELETE ON dw.committee_activity, dw.dim_workplace_version TO riktmarke_etl; -- replaced as whole sets
GRANT SELECT, INSERT, UPDATE ON dw.fact_economy, dw.fact_staff_absence TO riktmarke_etl;
GRANT SELECT, INSERT ON dw.fact_economy_revision, dw.fact_staff_absence_revision TO riktmarke_etl;
GRANT SELECT, INSERT, DELETE, TRUNCATE ON staging.economy, staging.absence TO riktmarke_etl;
