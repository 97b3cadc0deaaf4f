-- What readers see of changes: which loads changed anything, which slices they touched, and each outcome
-- with the load from which it holds. Joins of tables only, so that conditions on keys reach the indexes;
-- queries/read/list_changes puts them together. (Made again after migrations/0018_current_tables.)

CREATE OR REPLACE VIEW mart.change_load AS
SELECT
    l.load_key, l.run_key, s.source_code, l.recorded_at, r.started_at AS run_started_at, l.new_rows, l.revised_rows,
    l.withdrawn_rows
FROM etl.load AS l
JOIN etl.run AS r ON r.run_key = l.run_key
JOIN dw.dim_source AS s ON s.source_key = l.source_key
WHERE l.state = 'loaded' AND l.new_rows + l.revised_rows + l.withdrawn_rows > 0;
COMMENT ON VIEW mart.change_load IS 'Loads that changed any figure; grain: load.';
COMMENT ON COLUMN mart.change_load.load_key IS 'Number of the load.';
COMMENT ON COLUMN mart.change_load.run_key IS 'Number of the run.';
COMMENT ON COLUMN mart.change_load.source_code IS 'The source loaded.';
COMMENT ON COLUMN mart.change_load.recorded_at IS 'When its figures became the recorded truth; grows with load_key.';
COMMENT ON COLUMN mart.change_load.run_started_at IS 'When the run started.';
COMMENT ON COLUMN mart.change_load.new_rows IS 'Figures that the warehouse did not have; targets too.';
COMMENT ON COLUMN mart.change_load.revised_rows IS 'Figures that replaced another.';
COMMENT ON COLUMN mart.change_load.withdrawn_rows IS 'Figures that the source no longer states.';

CREATE OR REPLACE VIEW mart.changed_slice AS
-- A source of slices says what it touched.
SELECT m.indicator_key, m.period_key, l.load_key, l.recorded_at
FROM etl.load AS l
JOIN etl.load_slice AS m ON m.load_key = l.load_key
WHERE l.state = 'loaded' AND m.new_rows + m.revised_rows + m.withdrawn_rows > 0
    AND EXISTS (SELECT FROM mart.indicator AS i WHERE i.indicator_key = m.indicator_key)
UNION ALL
-- For other sources the facts do: one that has changed since carries the load that changed it last.
SELECT DISTINCT f.indicator_key, f.period_key, l.load_key, l.recorded_at
FROM etl.load AS l
JOIN dw.fact_outcome AS f ON f.load_key = l.load_key AND (f.source_column > 0 OR f.source_file = 0)
WHERE l.state = 'loaded' AND l.loaded_slices = 0 AND l.new_rows + l.revised_rows + l.withdrawn_rows > 0
    AND EXISTS (SELECT FROM mart.indicator AS i WHERE i.indicator_key = f.indicator_key);
COMMENT ON VIEW mart.changed_slice IS 'Slices in which a load has changed outcomes; of sources without slices, those in which it is the last that did; grain: load x indicator x period.';
COMMENT ON COLUMN mart.changed_slice.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.changed_slice.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.changed_slice.load_key IS 'The load.';
COMMENT ON COLUMN mart.changed_slice.recorded_at IS 'When the load became the recorded truth.';

CREATE OR REPLACE VIEW mart.load_time AS
SELECT load_key, run_key, recorded_at FROM etl.load;
COMMENT ON VIEW mart.load_time IS 'When each load became the recorded truth, for joins; grain: load.';
COMMENT ON COLUMN mart.load_time.load_key IS 'Number of the load.';
COMMENT ON COLUMN mart.load_time.run_key IS 'Number of the run.';
COMMENT ON COLUMN mart.load_time.recorded_at IS 'When its figures became the recorded truth.';

CREATE OR REPLACE VIEW mart.outcome_current AS
SELECT
    f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key,
    CASE WHEN i.disclosure = 'public' OR mart.is_shown(f.indicator_key, f.municipality_key, f.period_key, f.gender_key)
        THEN f.value END AS value,
    CASE WHEN f.value IS NULL OR i.disclosure = 'public' OR mart.is_shown(f.indicator_key, f.municipality_key, f.period_key, f.gender_key)
        THEN f.status_key ELSE 120::smallint END AS status_key,
    f.load_key
FROM dw.fact_outcome AS f
JOIN mart.indicator AS i ON i.indicator_key = f.indicator_key;
COMMENT ON VIEW mart.outcome_current IS 'The current version of every outcome with the load from which it holds; grain: outcome x source document.';
COMMENT ON COLUMN mart.outcome_current.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.outcome_current.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_current.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_current.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome_current.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome_current.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.outcome_current.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.outcome_current.load_key IS 'The load that recorded it, see mart.load_time.';

CREATE OR REPLACE VIEW mart.outcome_superseded AS
SELECT
    r.indicator_key, r.period_key, r.gender_key, r.municipality_key, r.document_key,
    CASE WHEN i.disclosure = 'public' OR mart.is_shown(r.indicator_key, r.municipality_key, r.period_key, r.gender_key)
        THEN r.value END AS value,
    CASE WHEN r.value IS NULL OR i.disclosure = 'public' OR mart.is_shown(r.indicator_key, r.municipality_key, r.period_key, r.gender_key)
        THEN r.status_key ELSE 120::smallint END AS status_key,
    r.load_key, r.superseded_load_key
FROM dw.fact_outcome_revision AS r
JOIN mart.indicator AS i ON i.indicator_key = r.indicator_key;
COMMENT ON VIEW mart.outcome_superseded IS 'Every superseded version of outcomes with the loads between which it held; grain: outcome x source document x revision.';
COMMENT ON COLUMN mart.outcome_superseded.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.outcome_superseded.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.outcome_superseded.gender_key IS 'Surrogate key of the gender.';
COMMENT ON COLUMN mart.outcome_superseded.municipality_key IS 'Surrogate key of the unit.';
COMMENT ON COLUMN mart.outcome_superseded.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.outcome_superseded.value IS 'The value; NULL when the status says that there was none.';
COMMENT ON COLUMN mart.outcome_superseded.status_key IS 'Key of the status, see mart.outcome_status.';
COMMENT ON COLUMN mart.outcome_superseded.load_key IS 'The load that recorded it, see mart.load_time.';
COMMENT ON COLUMN mart.outcome_superseded.superseded_load_key IS 'The load that replaced it.';

GRANT SELECT ON mart.change_load, mart.changed_slice, mart.load_time, mart.outcome_current, mart.outcome_superseded
    TO riktmarke_read, riktmarke_etl;
