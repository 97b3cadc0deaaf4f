-- What readers see of catalogues and of slices that are held back. (Made again after migrations/0018_current_tables.)

CREATE OR REPLACE VIEW mart.indicator_catalogue AS
SELECT
    i.indicator_key, i.indicator_code, s.source_code, v.version_no, v.title, v.description, v.operating_area, v.perspective,
    v.auspice, v.municipality_type, v.publication_period, v.publication_date, v.preliminary_date, v.discontinued_year,
    v.is_divided_by_gender, v.has_unit_data, v.collects_in_autumn, lower(v.recorded) AS recorded_from,
    upper(v.recorded) AS recorded_to, upper_inf(v.recorded) AS is_current, s.precedence
FROM dw.indicator_catalogue_version AS v
JOIN dw.dim_indicator AS i ON i.indicator_key = v.indicator_key
JOIN dw.dim_source AS s ON s.source_key = v.source_key
WHERE NOT EXISTS (
    SELECT FROM dw.dim_indicator_version AS d
    WHERE d.indicator_key = v.indicator_key AND upper_inf(d.recorded) AND d.disclosure = 'secret');
COMMENT ON VIEW mart.indicator_catalogue IS 'What a source''s catalogue said of its indicators and when; an indicator without a current version has vanished from it; grain: indicator x source x version.';
COMMENT ON COLUMN mart.indicator_catalogue.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.indicator_catalogue.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.indicator_catalogue.source_code IS 'The source whose catalogue it is.';
COMMENT ON COLUMN mart.indicator_catalogue.version_no IS 'Number of the version, from 1.';
COMMENT ON COLUMN mart.indicator_catalogue.title IS 'Title as the catalogue has it.';
COMMENT ON COLUMN mart.indicator_catalogue.description IS 'Description as the catalogue has it.';
COMMENT ON COLUMN mart.indicator_catalogue.operating_area IS 'Area of work.';
COMMENT ON COLUMN mart.indicator_catalogue.perspective IS 'Perspective.';
COMMENT ON COLUMN mart.indicator_catalogue.auspice IS 'Letter for whose activity is meant.';
COMMENT ON COLUMN mart.indicator_catalogue.municipality_type IS 'K for kommuner, L for regions, A for both.';
COMMENT ON COLUMN mart.indicator_catalogue.publication_period IS 'The year that the next publication will carry.';
COMMENT ON COLUMN mart.indicator_catalogue.publication_date IS 'Day of the next final publication.';
COMMENT ON COLUMN mart.indicator_catalogue.preliminary_date IS 'Day of the next preliminary publication; from it to publication_date the year is preliminary.';
COMMENT ON COLUMN mart.indicator_catalogue.discontinued_year IS 'Last year, if it has ended.';
COMMENT ON COLUMN mart.indicator_catalogue.is_divided_by_gender IS 'Whether values are given for women and men.';
COMMENT ON COLUMN mart.indicator_catalogue.has_unit_data IS 'Whether there are values for single units.';
COMMENT ON COLUMN mart.indicator_catalogue.collects_in_autumn IS 'Whether collection goes on all autumn, so that means must wait.';
COMMENT ON COLUMN mart.indicator_catalogue.recorded_from IS 'From when the catalogue was known to say so.';
COMMENT ON COLUMN mart.indicator_catalogue.recorded_to IS 'Until when; NULL while it does.';
COMMENT ON COLUMN mart.indicator_catalogue.is_current IS 'Whether it does now.';
COMMENT ON COLUMN mart.indicator_catalogue.precedence IS 'Declared precedence of the source; of several catalogues the one with the smallest number speaks.';

CREATE OR REPLACE VIEW mart.held_slice AS
SELECT
    h.indicator_key, i.indicator_code, h.period_key, p.period_code, s.source_code, h.reason_code, h.stated_values,
    h.lost_values,
    CASE WHEN EXISTS (SELECT FROM mart.indicator AS m WHERE m.indicator_key = h.indicator_key AND m.disclosure = 'public')
        THEN h.typical_factor END AS typical_factor,
    h.first_held_at, h.last_held_at, h.ended_at, h.ending
FROM etl.held_slice AS h
JOIN dw.dim_indicator AS i ON i.indicator_key = h.indicator_key
JOIN dw.dim_period AS p ON p.period_key = h.period_key
JOIN dw.dim_source AS s ON s.source_key = h.source_key;
COMMENT ON VIEW mart.held_slice IS 'Slices that are or were held back (kvarhållna): their figures are older than what the source states; grain: slice x digest held back.';
COMMENT ON COLUMN mart.held_slice.indicator_key IS 'Surrogate key of the indicator.';
COMMENT ON COLUMN mart.held_slice.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.held_slice.period_key IS 'Surrogate key of the year.';
COMMENT ON COLUMN mart.held_slice.period_code IS 'The year.';
COMMENT ON COLUMN mart.held_slice.source_code IS 'The source.';
COMMENT ON COLUMN mart.held_slice.reason_code IS 'lost-values or jumped-values.';
COMMENT ON COLUMN mart.held_slice.stated_values IS 'Values that the warehouse had.';
COMMENT ON COLUMN mart.held_slice.lost_values IS 'Of these, how many were lost.';
COMMENT ON COLUMN mart.held_slice.typical_factor IS 'Median of new value / old value; NULL of internal indicators.';
COMMENT ON COLUMN mart.held_slice.first_held_at IS 'When it was first held back.';
COMMENT ON COLUMN mart.held_slice.last_held_at IS 'When it was last met.';
COMMENT ON COLUMN mart.held_slice.ended_at IS 'When it was no longer held back; NULL while it is.';
COMMENT ON COLUMN mart.held_slice.ending IS 'accepted, passed or replaced; NULL while it is held back.';

GRANT SELECT ON mart.indicator_catalogue, mart.held_slice TO riktmarke_read, riktmarke_etl;
