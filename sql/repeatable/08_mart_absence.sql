-- What readers see of absence for sickness by unit: health data. A unit's figure is shown where the
-- document states how many employees of that gender are behind it and they are more than ten; a
-- gender's only where the other gender, too, is above ten or nobody; a sum over units only where what it
-- leaves of the units not shown is nobody, or at least two of them with more than ten together. All else
-- has no row here, whatever the reader asks: closed unless opened.
-- (Made again after migrations/0018_current_tables.)

CREATE OR REPLACE VIEW dw.absence_standing AS
WITH figure AS (
    SELECT
        f.*, w.organisation_key, w.kind, w.workplace_code, w.has_own_code,
        max(f.headcount) FILTER (WHERE f.gender_key = 0) OVER row_of AS all_staff,
        max(f.headcount) FILTER (WHERE f.gender_key = 1) OVER row_of AS women,
        max(f.headcount) FILTER (WHERE f.gender_key = 2) OVER row_of AS men
    FROM dw.fact_staff_absence AS f
    JOIN dw.dim_workplace AS w ON w.workplace_key = f.workplace_key
    WHERE f.status_key <> 199
    WINDOW row_of AS (PARTITION BY f.workplace_key, f.period_key, f.document_key)
), sized AS (
    SELECT *,
        coalesce(headcount > 10 AND CASE gender_key
            WHEN 0 THEN true
            WHEN 1 THEN coalesce(men, all_staff - women) = 0 OR coalesce(men, all_staff - women) > 10
            ELSE coalesce(women, all_staff - men) = 0 OR coalesce(women, all_staff - men) > 10
        END, false) AS is_large
    FROM figure
), known AS (
    -- A document without headcounts hides nothing of a unit that another one shows.
    SELECT *, bool_or(is_large) OVER unit AS is_known, max(headcount) OVER unit AS known_staff
    FROM sized
    WINDOW unit AS (PARTITION BY workplace_key, period_key, measure_key, gender_key)
), totalled AS (
    SELECT *,
        count(*) FILTER (WHERE kind = 'unit' AND NOT is_known) OVER column_of AS hidden_units,
        coalesce(sum(known_staff) FILTER (WHERE kind = 'unit' AND is_known) OVER column_of, 0) AS shown_staff
    FROM known
    WINDOW column_of AS (PARTITION BY organisation_key, period_key, document_key, measure_key, gender_key, definition)
)
SELECT *,
    is_large AND (kind = 'unit' OR hidden_units = 0 OR (hidden_units > 1 AND headcount - shown_staff > 10)) AS is_cleared
FROM totalled;
COMMENT ON VIEW dw.absence_standing IS 'Current figures of absence, withdrawn ones left out, with what decides whether readers may see them; not for readers; grain: unit x period x measure x gender x definition x source document.';
DO $$
DECLARE
    name text;
BEGIN
    -- Columns of the fact keep its words.
    FOR name IN SELECT attname FROM pg_catalog.pg_attribute
        WHERE attrelid = 'dw.fact_staff_absence'::regclass AND attnum > 0 AND NOT attisdropped
    LOOP
        EXECUTE format('COMMENT ON COLUMN dw.absence_standing.%I IS %L', name,
            (SELECT pg_catalog.col_description(attrelid, attnum) FROM pg_catalog.pg_attribute
                WHERE attrelid = 'dw.fact_staff_absence'::regclass AND attname = name));
    END LOOP;
END
$$;
COMMENT ON COLUMN dw.absence_standing.organisation_key IS 'The nämnd.';
COMMENT ON COLUMN dw.absence_standing.kind IS 'unit or total.';
COMMENT ON COLUMN dw.absence_standing.workplace_code IS 'The unit''s own code, or its name.';
COMMENT ON COLUMN dw.absence_standing.has_own_code IS 'Whether the code is the unit''s own.';
COMMENT ON COLUMN dw.absence_standing.all_staff IS 'Employees of the unit in that document and period, where stated.';
COMMENT ON COLUMN dw.absence_standing.women IS 'Women among them, where stated.';
COMMENT ON COLUMN dw.absence_standing.men IS 'Men among them, where stated.';
COMMENT ON COLUMN dw.absence_standing.is_large IS 'Whether the group, and the other gender, are large enough.';
COMMENT ON COLUMN dw.absence_standing.is_known IS 'Whether any document shows the unit''s figure of that measure, period and gender.';
COMMENT ON COLUMN dw.absence_standing.known_staff IS 'The most employees that a document states behind it.';
COMMENT ON COLUMN dw.absence_standing.hidden_units IS 'Units of the same column that no document shows.';
COMMENT ON COLUMN dw.absence_standing.shown_staff IS 'Employees of the others.';
COMMENT ON COLUMN dw.absence_standing.is_cleared IS 'Whether readers may see the figure.';

CREATE OR REPLACE VIEW mart.absence WITH (security_barrier = true) AS
SELECT
    m.municipality_code, m.name AS municipality, o.name AS organisation, s.kind AS workplace_kind,
    CASE WHEN s.has_own_code THEN s.workplace_code END AS workplace_code, s.workplace_name AS workplace,
    p.period_code AS period, p.year, me.measure_code AS measure, s.definition, g.gender_code AS gender, s.value,
    st.status_code AS status, s.unit, s.headcount, s.printed, s.note, d.document_code AS source,
    d.title AS source_title, s.source_line AS document_line, l.recorded_at, s.municipality_key, s.period_key,
    s.document_key
FROM dw.absence_standing AS s
JOIN mart.municipality AS m ON m.municipality_key = s.municipality_key
JOIN dw.dim_organisation AS o ON o.organisation_key = s.organisation_key
JOIN dw.dim_period AS p ON p.period_key = s.period_key
JOIN dw.dim_absence_measure AS me ON me.measure_key = s.measure_key
JOIN dw.dim_gender AS g ON g.gender_key = s.gender_key
JOIN dw.dim_outcome_status AS st ON st.status_key = s.status_key
JOIN mart.document AS d ON d.document_key = s.document_key
JOIN etl.load AS l ON l.load_key = s.load_key
WHERE s.is_cleared;
COMMENT ON VIEW mart.absence IS 'Absence for sickness of units with more than ten employees, as every document states it; smaller units, and those whose size is not stated, have no row; grain: unit x period x measure x gender x definition x source document.';
COMMENT ON COLUMN mart.absence.municipality_code IS 'Code of the municipality.';
COMMENT ON COLUMN mart.absence.municipality IS 'Name of the municipality.';
COMMENT ON COLUMN mart.absence.organisation IS 'The nämnd.';
COMMENT ON COLUMN mart.absence.workplace_kind IS 'unit, or total: the sum of the nämnd''s units.';
COMMENT ON COLUMN mart.absence.workplace_code IS 'The unit''s own code; NULL where the document prints none.';
COMMENT ON COLUMN mart.absence.workplace IS 'What the document calls the unit.';
COMMENT ON COLUMN mart.absence.period IS 'Period in its written form.';
COMMENT ON COLUMN mart.absence.year IS 'Calendar year of the period.';
COMMENT ON COLUMN mart.absence.measure IS 'absence, absence_short, absence_long or absence_long_share.';
COMMENT ON COLUMN mart.absence.definition IS 'By whose definition, as the manifest says; else empty.';
COMMENT ON COLUMN mart.absence.gender IS 'T, K or M.';
COMMENT ON COLUMN mart.absence.value IS 'The value; NULL when the status says that there is none.';
COMMENT ON COLUMN mart.absence.status IS 'Whether there is a value, and if not, why.';
COMMENT ON COLUMN mart.absence.unit IS 'What the value counts: percent mostly.';
COMMENT ON COLUMN mart.absence.headcount IS 'Employees of that gender behind the figure; above ten.';
COMMENT ON COLUMN mart.absence.printed IS 'The cell as it stands in the document.';
COMMENT ON COLUMN mart.absence.note IS 'Remark on the figure.';
COMMENT ON COLUMN mart.absence.source IS 'Code of the document.';
COMMENT ON COLUMN mart.absence.source_title IS 'Title of the document.';
COMMENT ON COLUMN mart.absence.document_line IS 'Line of the cell in the document.';
COMMENT ON COLUMN mart.absence.recorded_at IS 'When this version became the recorded truth.';
COMMENT ON COLUMN mart.absence.municipality_key IS 'Surrogate key of the municipality.';
COMMENT ON COLUMN mart.absence.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.absence.document_key IS 'Surrogate key of the document.';

CREATE OR REPLACE VIEW mart.absence_coverage WITH (security_barrier = true) AS
SELECT
    s.municipality_key, o.name AS organisation, s.period_key, s.document_key,
    count(DISTINCT s.workplace_key) AS stated_units,
    count(DISTINCT s.workplace_key) FILTER (WHERE s.is_cleared) AS shown_units
FROM dw.absence_standing AS s
JOIN dw.dim_organisation AS o ON o.organisation_key = s.organisation_key
WHERE s.kind = 'unit'
GROUP BY s.municipality_key, o.name, s.period_key, s.document_key;
COMMENT ON VIEW mart.absence_coverage IS 'Of how many units a document states absence, and how many of them mart.absence shows; grain: nämnd x period x source document.';
COMMENT ON COLUMN mart.absence_coverage.municipality_key IS 'Surrogate key of the municipality.';
COMMENT ON COLUMN mart.absence_coverage.organisation IS 'The nämnd.';
COMMENT ON COLUMN mart.absence_coverage.period_key IS 'Surrogate key of the period.';
COMMENT ON COLUMN mart.absence_coverage.document_key IS 'Surrogate key of the document.';
COMMENT ON COLUMN mart.absence_coverage.stated_units IS 'Units of which the document states absence.';
COMMENT ON COLUMN mart.absence_coverage.shown_units IS 'Those of them that are large enough to be shown.';

GRANT SELECT ON dw.absence_standing TO riktmarke_etl;
GRANT SELECT ON mart.absence, mart.absence_coverage TO riktmarke_read, riktmarke_etl;
