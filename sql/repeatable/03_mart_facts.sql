-- What readers see of outcomes. Every view is a join of the current facts with their dimensions, so
-- that conditions on codes reach the indexes. Secret indicators never enter the facts (see
-- queries/load/list_dimension_indicators); the figures of one that became secret later are hidden:
-- mart.indicator (migrations/0018_current_tables) does not show it. Of internal indicators a value, its
-- counts and its remark are shown only where the loader has cleared them (migrations/0012_clearance);
-- else the status is suppressed. Whatever is computed from these views rests on what is shown alone.

CREATE OR REPLACE FUNCTION mart.is_shown(
    indicator_key int, municipality_key smallint, period_key int, gender_key smallint
) RETURNS boolean
LANGUAGE plpgsql STABLE PARALLEL SAFE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM dw.cleared_outcome AS c
        WHERE c.indicator_key = $1 AND c.municipality_key = $2 AND c.period_key = $3 AND c.gender_key = $4);
END
$$;
COMMENT ON FUNCTION mart.is_shown(int, smallint, int, smallint) IS 'Whether a figure of an internal indicator may be shown; asked of nothing else, for public ones always are.';
REVOKE ALL ON FUNCTION mart.is_shown(int, smallint, int, smallint) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mart.is_shown(int, smallint, int, smallint) TO riktmarke_read, riktmarke_etl;

CREATE OR REPLACE VIEW mart.cleared_outcome AS
SELECT municipality_key, indicator_key, period_key, gender_key FROM dw.cleared_outcome;
COMMENT ON VIEW mart.cleared_outcome IS 'Outcomes of internal indicators that are shown; grain: unit x indicator x period x gender.';
COMMENT ON COLUMN mart.cleared_outcome.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.cleared_outcome.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.cleared_outcome.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.cleared_outcome.gender_key IS 'Surrogate key of the gender.';
GRANT SELECT ON mart.cleared_outcome TO riktmarke_read, riktmarke_etl;

CREATE OR REPLACE VIEW mart.outcome_version AS
SELECT
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.revision_no,
    CASE WHEN w.is_shown THEN f.value END AS value,
    CASE WHEN w.is_shown THEN f.numerator END AS numerator,
    CASE WHEN w.is_shown THEN f.denominator END AS denominator,
    CASE WHEN w.is_shown THEN f.respondents END AS respondents,
    CASE WHEN f.value IS NULL OR w.is_shown THEN f.status_key ELSE 120::smallint END AS status_key,
    f.load_key, f.source_file, f.source_line, f.source_column, f.document_line,
    CASE WHEN f.value IS NULL OR w.is_shown THEN f.note END AS note,
    l.recorded_at AS recorded_from, NULL::timestamptz AS recorded_to
FROM dw.fact_outcome AS f
JOIN mart.indicator AS i ON i.indicator_key = f.indicator_key
CROSS JOIN LATERAL (
    SELECT i.disclosure = 'public' OR mart.is_shown(f.indicator_key, f.municipality_key, f.period_key, f.gender_key)) AS w (is_shown)
JOIN etl.load AS l ON l.load_key = f.load_key
UNION ALL
SELECT
    r.indicator_key, r.period_key, r.gender_key, r.municipality_key, r.document_key, r.revision_no,
    CASE WHEN w.is_shown THEN r.value END AS value,
    CASE WHEN w.is_shown THEN r.numerator END AS numerator,
    CASE WHEN w.is_shown THEN r.denominator END AS denominator,
    CASE WHEN w.is_shown THEN r.respondents END AS respondents,
    CASE WHEN r.value IS NULL OR w.is_shown THEN r.status_key ELSE 120::smallint END AS status_key,
    r.load_key, r.source_file, r.source_line, r.source_column, r.document_line,
    CASE WHEN r.value IS NULL OR w.is_shown THEN r.note END AS note,
    l.recorded_at, s.recorded_at
FROM dw.fact_outcome_revision AS r
JOIN mart.indicator AS i ON i.indicator_key = r.indicator_key
CROSS JOIN LATERAL (
    SELECT i.disclosure = 'public' OR mart.is_shown(r.indicator_key, r.municipality_key, r.period_key, r.gender_key)) AS w (is_shown)
JOIN etl.load AS l ON l.load_key = r.load_key
JOIN etl.load AS s ON s.load_key = r.superseded_load_key;
COMMENT ON VIEW mart.outcome_version IS 'Every version of every outcome with the time for which it was the recorded truth; grain: outcome x source document x revision.';
COMMENT ON COLUMN mart.outcome_version.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.outcome_version.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_version.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_version.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome_version.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome_version.revision_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN mart.outcome_version.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.outcome_version.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN mart.outcome_version.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN mart.outcome_version.respondents IS 'Respondents, where stated.';
COMMENT ON COLUMN mart.outcome_version.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.outcome_version.load_key IS 'The load that recorded the version.';
COMMENT ON COLUMN mart.outcome_version.source_file IS 'File within the load; 0 for a withdrawn figure.';
COMMENT ON COLUMN mart.outcome_version.source_line IS 'Line of the cell in that file; 0 for a withdrawn figure, which stands on none.';
COMMENT ON COLUMN mart.outcome_version.source_column IS 'Column of the cell in that file; 0 for a withdrawn figure.';
COMMENT ON COLUMN mart.outcome_version.document_line IS 'Line of the figure in the documents own text.';
COMMENT ON COLUMN mart.outcome_version.note IS 'Remark on the figure.';
COMMENT ON COLUMN mart.outcome_version.recorded_from IS 'When the version became the recorded truth.';
COMMENT ON COLUMN mart.outcome_version.recorded_to IS 'When it was superseded; NULL for the current version.';

CREATE OR REPLACE VIEW mart.outcome_now AS
SELECT
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key,
    CASE WHEN w.is_shown THEN f.value END AS value,
    CASE WHEN w.is_shown THEN f.numerator END AS numerator,
    CASE WHEN w.is_shown THEN f.denominator END AS denominator,
    CASE WHEN w.is_shown THEN f.respondents END AS respondents,
    CASE WHEN f.value IS NULL OR w.is_shown THEN f.status_key ELSE 120::smallint END AS status_key,
    CASE WHEN f.value IS NULL OR w.is_shown THEN f.note END AS note
FROM dw.fact_outcome AS f
JOIN mart.indicator AS i ON i.indicator_key = f.indicator_key
CROSS JOIN LATERAL (SELECT i.disclosure = 'public' OR mart.is_shown(f.indicator_key, f.municipality_key, f.period_key, f.gender_key)) AS w (is_shown);
COMMENT ON VIEW mart.outcome_now IS 'Current outcomes as every document states them, by keys alone: the quickest way in; grain: outcome x source document.';
COMMENT ON COLUMN mart.outcome_now.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.outcome_now.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_now.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_now.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome_now.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome_now.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.outcome_now.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN mart.outcome_now.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN mart.outcome_now.respondents IS 'Respondents, where stated.';
COMMENT ON COLUMN mart.outcome_now.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.outcome_now.note IS 'Remark on the figure.';

CREATE OR REPLACE VIEW mart.period AS
SELECT period_key, period_code, kind, year, start_date, end_date, is_cumulative FROM dw.dim_period;
COMMENT ON VIEW mart.period IS 'Periods; grain: period.';
COMMENT ON COLUMN mart.period.period_key IS 'Surrogate key.';
COMMENT ON COLUMN mart.period.period_code IS 'Written form, such as 2017 or 2018-T1.';
COMMENT ON COLUMN mart.period.kind IS 'Kind of period.';
COMMENT ON COLUMN mart.period.year IS 'Calendar year.';
COMMENT ON COLUMN mart.period.start_date IS 'First day.';
COMMENT ON COLUMN mart.period.end_date IS 'Last day.';
COMMENT ON COLUMN mart.period.is_cumulative IS 'Whether it accumulates from the beginning of its year.';

CREATE OR REPLACE VIEW mart.gender AS
SELECT gender_key, gender_code, label_sv, label_en FROM dw.dim_gender;
COMMENT ON VIEW mart.gender IS 'Total, women, men; grain: member.';
COMMENT ON COLUMN mart.gender.gender_key IS 'Surrogate key.';
COMMENT ON COLUMN mart.gender.gender_code IS 'T, K or M.';
COMMENT ON COLUMN mart.gender.label_sv IS 'Swedish label.';
COMMENT ON COLUMN mart.gender.label_en IS 'English label.';

CREATE OR REPLACE VIEW mart.outcome_status AS
SELECT status_key, status_code, has_value, label_sv, label_en FROM dw.dim_outcome_status;
COMMENT ON VIEW mart.outcome_status IS 'Why an outcome has a value, or why it has none; grain: status.';
COMMENT ON COLUMN mart.outcome_status.status_key IS 'Surrogate key.';
COMMENT ON COLUMN mart.outcome_status.status_code IS 'Word used in exports.';
COMMENT ON COLUMN mart.outcome_status.has_value IS 'Whether there is a value.';
COMMENT ON COLUMN mart.outcome_status.label_sv IS 'Swedish label.';
COMMENT ON COLUMN mart.outcome_status.label_en IS 'English label.';

CREATE OR REPLACE VIEW mart.document AS
SELECT
    d.document_key, d.document_code, d.title, d.report_kind, d.published_on, d.published_on_basis, d.reference,
    d.file_name, d.sha256, o.name AS organisation, s.source_code, s.title AS source_title, s.publisher, s.licence,
    s.url, s.precedence,
    rank() OVER (ORDER BY s.precedence, d.published_on DESC NULLS LAST, d.document_key DESC) AS speaks_before
FROM dw.dim_document AS d
JOIN dw.dim_source AS s ON s.source_key = d.source_key
LEFT JOIN dw.dim_organisation AS o ON o.organisation_key = d.organisation_key;
COMMENT ON VIEW mart.document IS 'Documents that state figures, with their source; grain: source x document.';
COMMENT ON COLUMN mart.document.document_key IS 'Surrogate key.';
COMMENT ON COLUMN mart.document.document_code IS 'Code of the document.';
COMMENT ON COLUMN mart.document.title IS 'Title of the document.';
COMMENT ON COLUMN mart.document.report_kind IS 'Kind of report.';
COMMENT ON COLUMN mart.document.published_on IS 'Date of the document.';
COMMENT ON COLUMN mart.document.published_on_basis IS 'How that date is known.';
COMMENT ON COLUMN mart.document.reference IS 'Registration number or other reference.';
COMMENT ON COLUMN mart.document.file_name IS 'Name of the document''s own file.';
COMMENT ON COLUMN mart.document.sha256 IS 'SHA-256 of the document''s own file.';
COMMENT ON COLUMN mart.document.organisation IS 'Who issued it.';
COMMENT ON COLUMN mart.document.source_code IS 'Code of the source that reads it.';
COMMENT ON COLUMN mart.document.source_title IS 'Title of that source.';
COMMENT ON COLUMN mart.document.publisher IS 'Who publishes the source.';
COMMENT ON COLUMN mart.document.licence IS 'Under which terms.';
COMMENT ON COLUMN mart.document.url IS 'Where.';
COMMENT ON COLUMN mart.document.precedence IS 'Declared precedence of the source; the smallest number speaks.';
COMMENT ON COLUMN mart.document.speaks_before IS 'Order in which documents speak for a figure: by precedence, then the newest first.';

CREATE OR REPLACE VIEW mart.outcome_stated AS
SELECT
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key,
    CASE WHEN w.is_shown THEN f.value END AS value,
    CASE WHEN f.value IS NULL OR w.is_shown THEN f.status_key ELSE 120::smallint END AS status_key,
    CASE WHEN w.is_shown THEN f.numerator END AS numerator,
    CASE WHEN w.is_shown THEN f.denominator END AS denominator,
    CASE WHEN w.is_shown THEN f.respondents END AS respondents,
    CASE WHEN f.value IS NULL OR w.is_shown THEN f.note END AS note,
    f.document_key, d.document_code AS source, d.title AS source_title, d.precedence, d.published_on, f.load_key,
    f.source_file, f.source_line
FROM dw.fact_outcome AS f
JOIN mart.indicator AS i ON i.indicator_key = f.indicator_key
CROSS JOIN LATERAL (
    SELECT i.disclosure = 'public' OR mart.is_shown(f.indicator_key, f.municipality_key, f.period_key, f.gender_key)) AS w (is_shown)
JOIN dw.dim_document AS d ON d.document_key = f.document_key;
COMMENT ON VIEW mart.outcome_stated IS 'Current outcomes as every document states them, with what decides which one speaks, and nothing else: the quickest way to compare; grain: outcome x source document.';
COMMENT ON COLUMN mart.outcome_stated.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.outcome_stated.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_stated.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_stated.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome_stated.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.outcome_stated.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.outcome_stated.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN mart.outcome_stated.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN mart.outcome_stated.respondents IS 'Respondents, where stated.';
COMMENT ON COLUMN mart.outcome_stated.note IS 'Remark on the figure.';
COMMENT ON COLUMN mart.outcome_stated.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome_stated.source IS 'Code of the document.';
COMMENT ON COLUMN mart.outcome_stated.source_title IS 'Title of the document.';
COMMENT ON COLUMN mart.outcome_stated.precedence IS 'Declared precedence of its source; the smallest number speaks.';
COMMENT ON COLUMN mart.outcome_stated.published_on IS 'Date of the document; the newest speaks among equals.';
COMMENT ON COLUMN mart.outcome_stated.load_key IS 'The load that recorded it; see mart.load_file.';
COMMENT ON COLUMN mart.outcome_stated.source_file IS 'File within the load.';
COMMENT ON COLUMN mart.outcome_stated.source_line IS 'Line of the cell in that file.';

-- A view's own condition does not keep others from being asked first: the reader's "value::text || 'x'"
-- as a number would name a hidden value in its error. What is asked of a column comes after its CASE.
-- Joined by WHERE: a JOIN keeps a list of all columns of both sides in the view's stored form, which every
-- new session reads anew (27 kB instead of 12, a fifth of what the first comparison costs the server).
CREATE OR REPLACE VIEW mart.outcome_public AS
SELECT
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key,
    CASE WHEN i.disclosure = 'public' THEN f.value END AS value, f.status_key,
    CASE WHEN i.disclosure = 'public' THEN f.numerator END AS numerator,
    CASE WHEN i.disclosure = 'public' THEN f.denominator END AS denominator,
    CASE WHEN i.disclosure = 'public' THEN f.respondents END AS respondents,
    CASE WHEN i.disclosure = 'public' THEN f.note END AS note,
    f.document_key, d.document_code AS source, d.title AS source_title, d.precedence, d.published_on
FROM dw.fact_outcome AS f, mart.indicator AS i, dw.dim_document AS d
WHERE i.indicator_key = f.indicator_key AND i.disclosure = 'public' AND d.document_key = f.document_key;
COMMENT ON VIEW mart.outcome_public IS 'Current outcomes of public indicators alone, as every document states them: whether one may be shown need not be asked of each, which is quickest; grain: outcome x source document.';
COMMENT ON COLUMN mart.outcome_public.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.outcome_public.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_public.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_public.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome_public.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.outcome_public.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.outcome_public.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN mart.outcome_public.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN mart.outcome_public.respondents IS 'Respondents, where stated.';
COMMENT ON COLUMN mart.outcome_public.note IS 'Remark on the figure.';
COMMENT ON COLUMN mart.outcome_public.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome_public.source IS 'Code of the document.';
COMMENT ON COLUMN mart.outcome_public.source_title IS 'Title of the document.';
COMMENT ON COLUMN mart.outcome_public.precedence IS 'Declared precedence of its source; the smallest number speaks.';
COMMENT ON COLUMN mart.outcome_public.published_on IS 'Date of the document; the newest speaks among equals.';

CREATE OR REPLACE VIEW mart.outcome_all_sources AS
SELECT
    i.indicator_code, i.title AS indicator, m.municipality_code, m.name AS municipality, m.kind AS municipality_kind,
    p.period_code AS period, p.year, g.gender_code AS gender,
    CASE WHEN w.is_shown THEN f.value END AS value,
    CASE WHEN f.value IS NULL OR w.is_shown THEN st.status_code ELSE 'suppressed' END AS status,
    CASE WHEN w.is_shown THEN f.numerator END AS numerator,
    CASE WHEN w.is_shown THEN f.denominator END AS denominator,
    CASE WHEN w.is_shown THEN f.respondents END AS respondents,
    i.unit, i.polarity, d.document_code AS source, d.title AS source_title,
    l.recorded_at, f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key,
    d.speaks_before,
    CASE WHEN d.source_code = i.catalogue_source THEN
        mart.publication_state(
            p.kind, p.year, i.publication_year, i.preliminary_date, i.publication_date, i.collects_in_autumn, current_date)
    ELSE 'final' END AS publication_state
FROM dw.fact_outcome AS f
JOIN mart.indicator AS i ON i.indicator_key = f.indicator_key
CROSS JOIN LATERAL (
    SELECT i.disclosure = 'public' OR mart.is_shown(f.indicator_key, f.municipality_key, f.period_key, f.gender_key)) AS w (is_shown)
JOIN mart.municipality AS m ON m.municipality_key = f.municipality_key
JOIN dw.dim_period AS p ON p.period_key = f.period_key
JOIN dw.dim_gender AS g ON g.gender_key = f.gender_key
JOIN dw.dim_outcome_status AS st ON st.status_key = f.status_key
JOIN mart.document AS d ON d.document_key = f.document_key
JOIN etl.load AS l ON l.load_key = f.load_key;
COMMENT ON VIEW mart.outcome_all_sources IS 'Current outcomes as every document states them; grain: indicator x municipality x period x gender x source document.';

CREATE OR REPLACE VIEW mart.outcome AS
SELECT a.*
FROM mart.outcome_all_sources AS a
WHERE NOT EXISTS (
    SELECT FROM mart.outcome_now AS o
    JOIN mart.document AS od ON od.document_key = o.document_key
    WHERE o.indicator_key = a.indicator_key AND o.period_key = a.period_key AND o.gender_key = a.gender_key
        AND o.municipality_key = a.municipality_key
        AND (o.value IS NULL, o.status_key = 199, od.speaks_before)
            < (a.value IS NULL, a.status = 'withdrawn', a.speaks_before));
COMMENT ON VIEW mart.outcome IS 'Current outcomes, one row a key: a value before none, a statement before a withdrawn one, then by declared precedence, then the newest document; grain: indicator x municipality x period x gender.';
COMMENT ON COLUMN mart.outcome_all_sources.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.outcome_all_sources.indicator IS 'Title of the indicator.';
COMMENT ON COLUMN mart.outcome_all_sources.municipality_code IS 'Code of the unit.';
COMMENT ON COLUMN mart.outcome_all_sources.municipality IS 'Name of the unit.';
COMMENT ON COLUMN mart.outcome_all_sources.municipality_kind IS 'municipality, region or nation.';
COMMENT ON COLUMN mart.outcome_all_sources.period IS 'Period in its written form.';
COMMENT ON COLUMN mart.outcome_all_sources.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.outcome_all_sources.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.outcome_all_sources.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.outcome_all_sources.status IS 'Whether there is a value, and if not, why.';
COMMENT ON COLUMN mart.outcome_all_sources.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN mart.outcome_all_sources.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN mart.outcome_all_sources.respondents IS 'Respondents, where stated.';
COMMENT ON COLUMN mart.outcome_all_sources.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.outcome_all_sources.polarity IS 'Which direction is good.';
COMMENT ON COLUMN mart.outcome_all_sources.source IS 'Code of the document that states it.';
COMMENT ON COLUMN mart.outcome_all_sources.source_title IS 'Title of that document.';
COMMENT ON COLUMN mart.outcome_all_sources.recorded_at IS 'When this version became the recorded truth.';
COMMENT ON COLUMN mart.outcome_all_sources.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.outcome_all_sources.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_all_sources.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_all_sources.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome_all_sources.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome_all_sources.speaks_before IS 'Order in which documents speak for a figure.';
COMMENT ON COLUMN mart.outcome_all_sources.publication_state IS 'final, preliminary or collecting today, by the catalogue of its source; collecting figures have no mean, rank or verdict yet.';
COMMENT ON COLUMN mart.outcome.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.outcome.indicator IS 'Title of the indicator.';
COMMENT ON COLUMN mart.outcome.municipality_code IS 'Code of the unit.';
COMMENT ON COLUMN mart.outcome.municipality IS 'Name of the unit.';
COMMENT ON COLUMN mart.outcome.municipality_kind IS 'municipality, region or nation.';
COMMENT ON COLUMN mart.outcome.period IS 'Period in its written form.';
COMMENT ON COLUMN mart.outcome.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.outcome.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.outcome.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.outcome.status IS 'Whether there is a value, and if not, why.';
COMMENT ON COLUMN mart.outcome.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN mart.outcome.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN mart.outcome.respondents IS 'Respondents, where stated.';
COMMENT ON COLUMN mart.outcome.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.outcome.polarity IS 'Which direction is good.';
COMMENT ON COLUMN mart.outcome.source IS 'Code of the document that states it.';
COMMENT ON COLUMN mart.outcome.source_title IS 'Title of that document.';
COMMENT ON COLUMN mart.outcome.recorded_at IS 'When this version became the recorded truth.';
COMMENT ON COLUMN mart.outcome.indicator_key IS 'Surrogate key of the indicator, for joins within mart.';
COMMENT ON COLUMN mart.outcome.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome.speaks_before IS 'Order in which documents speak for a figure.';
COMMENT ON COLUMN mart.outcome.publication_state IS 'final, preliminary or collecting today, by the catalogue of its source; collecting figures have no mean, rank or verdict yet.';

GRANT SELECT ON mart.outcome_version, mart.outcome_now, mart.outcome_stated, mart.outcome_public, mart.period, mart.gender,
    mart.outcome_status, mart.document, mart.outcome_all_sources, mart.outcome TO riktmarke_read, riktmarke_etl;
