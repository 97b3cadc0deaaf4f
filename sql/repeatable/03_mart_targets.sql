-- What readers see of targets, and of the files that figures were loaded from. Targets are intentions, not
-- persons: those of internal indicators are shown. (Made again after migrations/0018_current_tables.)

CREATE OR REPLACE VIEW mart.target_version AS
SELECT
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.revision_no,
    f.value, f.period_declared, f.status_key, f.load_key, f.source_file, f.source_line, f.source_column,
    f.document_line, f.note, l.recorded_at AS recorded_from, NULL::timestamptz AS recorded_to
FROM dw.fact_target AS f
JOIN etl.load AS l ON l.load_key = f.load_key
WHERE NOT EXISTS (
    SELECT FROM dw.dim_indicator_version AS v
    WHERE v.indicator_key = f.indicator_key AND upper_inf(v.recorded) AND v.disclosure = 'secret')
UNION ALL
SELECT
    r.indicator_key, r.period_key, r.gender_key, r.municipality_key, r.document_key, r.revision_no,
    r.value, r.period_declared, r.status_key, r.load_key, r.source_file, r.source_line, r.source_column,
    r.document_line, r.note, l.recorded_at, s.recorded_at
FROM dw.fact_target_revision AS r
JOIN etl.load AS l ON l.load_key = r.load_key
JOIN etl.load AS s ON s.load_key = r.superseded_load_key
WHERE NOT EXISTS (
    SELECT FROM dw.dim_indicator_version AS v
    WHERE v.indicator_key = r.indicator_key AND upper_inf(v.recorded) AND v.disclosure = 'secret');
COMMENT ON VIEW mart.target_version IS 'Every version of every target with the time for which it was the recorded truth; grain: target x source document x revision.';
COMMENT ON COLUMN mart.target_version.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.target_version.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.target_version.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.target_version.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.target_version.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.target_version.revision_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN mart.target_version.value IS 'The target; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.target_version.period_declared IS 'Whether the source states the period it holds for.';
COMMENT ON COLUMN mart.target_version.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.target_version.load_key IS 'The load that recorded the version.';
COMMENT ON COLUMN mart.target_version.source_file IS 'File within the load; 0 for a withdrawn figure.';
COMMENT ON COLUMN mart.target_version.source_line IS 'Line of the cell in that file; 0 for a withdrawn figure, which stands on none.';
COMMENT ON COLUMN mart.target_version.source_column IS 'Column of the cell in that file; 0 for a withdrawn figure.';
COMMENT ON COLUMN mart.target_version.document_line IS 'Line of the figure in the documents own text.';
COMMENT ON COLUMN mart.target_version.note IS 'Remark on the figure.';
COMMENT ON COLUMN mart.target_version.recorded_from IS 'When the version became the recorded truth.';
COMMENT ON COLUMN mart.target_version.recorded_to IS 'When it was superseded; NULL for the current version.';

-- A target is shown after its indicator was looked up, as in mart.outcome_public.
CREATE OR REPLACE VIEW mart.target_current AS
SELECT
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key,
    CASE WHEN i.disclosure <> 'secret' THEN f.value END AS value, f.period_declared, f.document_key,
    d.document_code AS source, d.title AS source_title, d.precedence, d.published_on
FROM dw.fact_target AS f
JOIN mart.indicator AS i ON i.indicator_key = f.indicator_key
JOIN dw.dim_document AS d ON d.document_key = f.document_key;
COMMENT ON VIEW mart.target_current IS 'Current targets by their keys, as every document states them, for what needs no names: quickest; grain: target x source document.';
COMMENT ON COLUMN mart.target_current.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.target_current.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.target_current.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.target_current.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.target_current.value IS 'The target; NULL when the source states none.';
COMMENT ON COLUMN mart.target_current.period_declared IS 'Whether the source states the period it holds for.';
COMMENT ON COLUMN mart.target_current.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.target_current.source IS 'Code of the document.';
COMMENT ON COLUMN mart.target_current.source_title IS 'Title of the document.';
COMMENT ON COLUMN mart.target_current.precedence IS 'Declared precedence of its source; the smallest number speaks.';
COMMENT ON COLUMN mart.target_current.published_on IS 'Date of the document; the newest speaks among equals.';

CREATE OR REPLACE VIEW mart.target_all_sources AS
SELECT
    i.indicator_code, i.title AS indicator, m.municipality_code, m.name AS municipality, p.period_code AS period,
    p.year, g.gender_code AS gender, f.value AS target, st.status_code AS status, f.period_declared, i.unit,
    d.document_code AS source, d.title AS source_title, l.recorded_at,
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, d.speaks_before
FROM dw.fact_target AS f
JOIN mart.indicator AS i ON i.indicator_key = f.indicator_key
JOIN mart.municipality AS m ON m.municipality_key = f.municipality_key
JOIN dw.dim_period AS p ON p.period_key = f.period_key
JOIN dw.dim_gender AS g ON g.gender_key = f.gender_key
JOIN dw.dim_outcome_status AS st ON st.status_key = f.status_key
JOIN mart.document AS d ON d.document_key = f.document_key
JOIN etl.load AS l ON l.load_key = f.load_key;
COMMENT ON VIEW mart.target_all_sources IS 'Current targets as every document states them; grain: indicator x municipality x period x gender x source document.';

CREATE OR REPLACE VIEW mart.target AS
SELECT a.*
FROM mart.target_all_sources AS a
WHERE NOT EXISTS (
    SELECT FROM dw.fact_target AS o
    JOIN mart.document AS od ON od.document_key = o.document_key
    WHERE o.indicator_key = a.indicator_key AND o.period_key = a.period_key AND o.gender_key = a.gender_key
        AND o.municipality_key = a.municipality_key
        AND (o.value IS NULL, o.status_key = 199, od.speaks_before)
            < (a.target IS NULL, a.status = 'withdrawn', a.speaks_before));
COMMENT ON VIEW mart.target IS 'Current targets, one row a key, chosen as in mart.outcome; grain: indicator x municipality x period x gender.';
COMMENT ON COLUMN mart.target_all_sources.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.target_all_sources.indicator IS 'Title of the indicator.';
COMMENT ON COLUMN mart.target_all_sources.municipality_code IS 'Code of the unit.';
COMMENT ON COLUMN mart.target_all_sources.municipality IS 'Name of the unit.';
COMMENT ON COLUMN mart.target_all_sources.period IS 'Period in its written form.';
COMMENT ON COLUMN mart.target_all_sources.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.target_all_sources.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.target_all_sources.target IS 'The target; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.target_all_sources.status IS 'Whether there is a target, and if not, why.';
COMMENT ON COLUMN mart.target_all_sources.period_declared IS 'Whether the source states the period the target holds for.';
COMMENT ON COLUMN mart.target_all_sources.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.target_all_sources.source IS 'Code of the document that states it.';
COMMENT ON COLUMN mart.target_all_sources.source_title IS 'Title of that document.';
COMMENT ON COLUMN mart.target_all_sources.recorded_at IS 'When this version became the recorded truth.';
COMMENT ON COLUMN mart.target_all_sources.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.target_all_sources.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.target_all_sources.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.target_all_sources.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.target_all_sources.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.target_all_sources.speaks_before IS 'Order in which documents speak for a target.';
COMMENT ON COLUMN mart.target.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.target.indicator IS 'Title of the indicator.';
COMMENT ON COLUMN mart.target.municipality_code IS 'Code of the unit.';
COMMENT ON COLUMN mart.target.municipality IS 'Name of the unit.';
COMMENT ON COLUMN mart.target.period IS 'Period in its written form.';
COMMENT ON COLUMN mart.target.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.target.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.target.target IS 'The target; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.target.status IS 'Whether there is a target, and if not, why.';
COMMENT ON COLUMN mart.target.period_declared IS 'Whether the source states the period the target holds for.';
COMMENT ON COLUMN mart.target.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.target.source IS 'Code of the document that states it.';
COMMENT ON COLUMN mart.target.source_title IS 'Title of that document.';
COMMENT ON COLUMN mart.target.recorded_at IS 'When this version became the recorded truth.';
COMMENT ON COLUMN mart.target.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.target.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.target.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.target.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.target.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.target.speaks_before IS 'Order in which documents speak for a target.';

CREATE OR REPLACE VIEW mart.load_file AS
SELECT l.load_key, l.run_key, l.state, l.recorded_at, f.file_no, f.file_name, f.sha256, f.byte_count, f.encoding, r.program_version,
    f.url, f.fetched_at
FROM etl.load AS l
JOIN etl.load_file AS f ON f.load_key = l.load_key
JOIN etl.run AS r ON r.run_key = l.run_key;
COMMENT ON VIEW mart.load_file IS 'Files that loads read: where a receipt ends; grain: load x file.';
COMMENT ON COLUMN mart.load_file.load_key IS 'Number of the load.';
COMMENT ON COLUMN mart.load_file.run_key IS 'Number of the run.';
COMMENT ON COLUMN mart.load_file.state IS 'What became of the load.';
COMMENT ON COLUMN mart.load_file.recorded_at IS 'When it became the recorded truth.';
COMMENT ON COLUMN mart.load_file.file_no IS 'Number of the file within the load.';
COMMENT ON COLUMN mart.load_file.file_name IS 'Name of the file.';
COMMENT ON COLUMN mart.load_file.sha256 IS 'SHA-256 of its bytes.';
COMMENT ON COLUMN mart.load_file.byte_count IS 'Its size in bytes.';
COMMENT ON COLUMN mart.load_file.encoding IS 'The encoding it was read in.';
COMMENT ON COLUMN mart.load_file.program_version IS 'Version of the program that loaded it.';
COMMENT ON COLUMN mart.load_file.url IS 'Where it was fetched, for an answer of a service.';
COMMENT ON COLUMN mart.load_file.fetched_at IS 'When it was fetched.';

GRANT SELECT ON mart.target_version, mart.target_current, mart.target_all_sources, mart.target, mart.load_file TO riktmarke_read, riktmarke_etl;
