-- What readers see of money. (Made again after migrations/0018_current_tables.)

CREATE OR REPLACE VIEW mart.economy_version AS
SELECT
    f.municipality_key, o.name AS organisation, s.kind AS subject_kind, s.name AS subject, a.activity_code,
    f.period_key, m.measure_code AS measure, f.definition, f.amount, f.status_key, f.is_cumulative, f.printed,
    f.printed_unit, f.note, f.document_key, f.revision_no, f.load_key, f.source_file, f.source_line, f.source_column,
    l.recorded_at AS recorded_from, NULL::timestamptz AS recorded_to
FROM dw.fact_economy AS f
JOIN dw.dim_economy_subject AS s ON s.subject_key = f.subject_key
JOIN dw.dim_organisation AS o ON o.organisation_key = s.organisation_key
JOIN dw.dim_economy_measure AS m ON m.measure_key = f.measure_key
JOIN etl.load AS l ON l.load_key = f.load_key
LEFT JOIN dw.committee_activity AS a ON a.municipality_key = f.municipality_key AND a.organisation = o.name
    AND a.name = s.name AND s.kind = 'activity'
UNION ALL
SELECT
    r.municipality_key, o.name, s.kind, s.name, a.activity_code,
    r.period_key, m.measure_code, r.definition, r.amount, r.status_key, r.is_cumulative, r.printed,
    r.printed_unit, r.note, r.document_key, r.revision_no, r.load_key, r.source_file, r.source_line, r.source_column,
    l.recorded_at, e.recorded_at
FROM dw.fact_economy_revision AS r
JOIN dw.dim_economy_subject AS s ON s.subject_key = r.subject_key
JOIN dw.dim_organisation AS o ON o.organisation_key = s.organisation_key
JOIN dw.dim_economy_measure AS m ON m.measure_key = r.measure_key
JOIN etl.load AS l ON l.load_key = r.load_key
JOIN etl.load AS e ON e.load_key = r.superseded_load_key
LEFT JOIN dw.committee_activity AS a ON a.municipality_key = r.municipality_key AND a.organisation = o.name
    AND a.name = s.name AND s.kind = 'activity';
COMMENT ON VIEW mart.economy_version IS 'Every version of every figure of money with the time for which it was the recorded truth; grain: subject x period x measure x definition x source document x revision.';
COMMENT ON COLUMN mart.economy_version.municipality_key IS 'Surrogate key of the municipality.';
COMMENT ON COLUMN mart.economy_version.organisation IS 'The nämnd.';
COMMENT ON COLUMN mart.economy_version.subject_kind IS 'total (the nämnd), activity (a verksamhet), grant or action (a measure taken).';
COMMENT ON COLUMN mart.economy_version.subject IS 'What the row is about, as printed.';
COMMENT ON COLUMN mart.economy_version.activity_code IS 'The verksamhet that the printed name is declared to mean; NULL where nobody has declared it.';
COMMENT ON COLUMN mart.economy_version.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.economy_version.measure IS 'income, cost, net, budget, deviation, forecast, forecast_deviation, amount or outcome.';
COMMENT ON COLUMN mart.economy_version.definition IS 'What exactly is meant, where the source says more; else empty.';
COMMENT ON COLUMN mart.economy_version.amount IS 'Thousands of kronor (tkr), exact, with the sign of the source.';
COMMENT ON COLUMN mart.economy_version.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.economy_version.is_cumulative IS 'Whether it accumulates from the beginning of the year.';
COMMENT ON COLUMN mart.economy_version.printed IS 'The cell as it stands in the document.';
COMMENT ON COLUMN mart.economy_version.printed_unit IS 'The unit of the source: kr, tkr or mnkr.';
COMMENT ON COLUMN mart.economy_version.note IS 'Remark on the figure; of one in running text its words, and to what it is rounded.';
COMMENT ON COLUMN mart.economy_version.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.economy_version.revision_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN mart.economy_version.load_key IS 'The load that recorded the version.';
COMMENT ON COLUMN mart.economy_version.source_file IS 'File within the load; 0 for a withdrawn figure.';
COMMENT ON COLUMN mart.economy_version.source_line IS 'Line of the cell in the document; 0 for a withdrawn figure.';
COMMENT ON COLUMN mart.economy_version.source_column IS 'Column among the table''s columns of figures, from 1; 0 in running text.';
COMMENT ON COLUMN mart.economy_version.recorded_from IS 'When the version became the recorded truth.';
COMMENT ON COLUMN mart.economy_version.recorded_to IS 'When it was superseded; NULL for the current version.';

CREATE OR REPLACE VIEW mart.economy AS
SELECT DISTINCT ON (v.municipality_key, v.organisation, v.subject_kind, v.subject, v.period_key, v.measure, v.definition)
    m.municipality_code, m.name AS municipality, v.organisation, v.subject_kind, v.subject, v.activity_code,
    p.period_code AS period, p.year, v.measure, v.definition, v.amount, st.status_code AS status, v.is_cumulative,
    v.printed, v.printed_unit, v.note, d.document_code AS source, d.title AS source_title,
    v.source_line AS document_line, v.recorded_from AS recorded_at, v.municipality_key, v.period_key, v.document_key
FROM mart.economy_version AS v
JOIN mart.municipality AS m ON m.municipality_key = v.municipality_key
JOIN dw.dim_period AS p ON p.period_key = v.period_key
JOIN dw.dim_outcome_status AS st ON st.status_key = v.status_key
JOIN mart.document AS d ON d.document_key = v.document_key
WHERE v.recorded_to IS NULL
ORDER BY v.municipality_key, v.organisation, v.subject_kind, v.subject, v.period_key, v.measure, v.definition,
    v.amount IS NULL, v.status_key = 199, d.speaks_before;
COMMENT ON VIEW mart.economy IS 'Current figures of money, one row a key: an amount before none, then the document that speaks, as for outcomes; thousands of kronor, signs of the source; grain: municipality x nämnd x subject x period x measure x definition.';
COMMENT ON COLUMN mart.economy.municipality_code IS 'Code of the municipality.';
COMMENT ON COLUMN mart.economy.municipality IS 'Name of the municipality.';
COMMENT ON COLUMN mart.economy.organisation IS 'The nämnd.';
COMMENT ON COLUMN mart.economy.subject_kind IS 'total (the nämnd), activity (a verksamhet), grant or action (a measure taken).';
COMMENT ON COLUMN mart.economy.subject IS 'What the row is about, as printed.';
COMMENT ON COLUMN mart.economy.activity_code IS 'The verksamhet that the printed name is declared to mean; compare rows of one code, never totals of nämnder.';
COMMENT ON COLUMN mart.economy.period IS 'Period in its written form; tertials accumulate from January where is_cumulative says so.';
COMMENT ON COLUMN mart.economy.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.economy.measure IS 'income, cost, net, budget, deviation, forecast, forecast_deviation, amount or outcome.';
COMMENT ON COLUMN mart.economy.definition IS 'What exactly is meant, where the source says more; else empty.';
COMMENT ON COLUMN mart.economy.amount IS 'Thousands of kronor (tkr), with the sign of the source; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.economy.status IS 'Whether there is an amount, and if not, why.';
COMMENT ON COLUMN mart.economy.is_cumulative IS 'Whether it accumulates from the beginning of the year.';
COMMENT ON COLUMN mart.economy.printed IS 'The cell as it stands in the document.';
COMMENT ON COLUMN mart.economy.printed_unit IS 'The unit of the source: kr, tkr or mnkr.';
COMMENT ON COLUMN mart.economy.note IS 'Remark on the figure; of one in running text its words, and to what it is rounded.';
COMMENT ON COLUMN mart.economy.source IS 'Code of the document that states it.';
COMMENT ON COLUMN mart.economy.source_title IS 'Title of that document.';
COMMENT ON COLUMN mart.economy.document_line IS 'Line of the cell in that document.';
COMMENT ON COLUMN mart.economy.recorded_at IS 'When this version became the recorded truth.';
COMMENT ON COLUMN mart.economy.municipality_key IS 'Surrogate key of the municipality.';
COMMENT ON COLUMN mart.economy.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.economy.document_key IS 'Surrogate key of the document.';

CREATE OR REPLACE VIEW mart.committee_activity AS
SELECT a.municipality_key, m.municipality_code, m.name AS municipality, a.organisation, a.activity_code, a.title, a.name,
    a.reason
FROM dw.committee_activity AS a
JOIN mart.municipality AS m ON m.municipality_key = a.municipality_key;
COMMENT ON VIEW mart.committee_activity IS 'Which verksamheter a nämnd answers for and how it prints them, as declared; grain: nämnd x verksamhet x printed name.';
COMMENT ON COLUMN mart.committee_activity.municipality_key IS 'Surrogate key of the municipality.';
COMMENT ON COLUMN mart.committee_activity.municipality_code IS 'Code of the municipality.';
COMMENT ON COLUMN mart.committee_activity.municipality IS 'Name of the municipality.';
COMMENT ON COLUMN mart.committee_activity.organisation IS 'The nämnd.';
COMMENT ON COLUMN mart.committee_activity.activity_code IS 'The verksamhet, the same code for every kommun.';
COMMENT ON COLUMN mart.committee_activity.title IS 'Swedish name of the verksamhet.';
COMMENT ON COLUMN mart.committee_activity.name IS 'The name of the nämnd''s row; empty for a task without one.';
COMMENT ON COLUMN mart.committee_activity.reason IS 'Where this is known from.';

GRANT SELECT ON mart.economy_version, mart.economy, mart.committee_activity TO riktmarke_read, riktmarke_etl;
