-- Merges staged figures of absence into the facts: writes only what differs, keeps what it replaces.
-- Where a figure stands, and how it is printed, is no difference.
-- param 1 load_key int4 the load
-- returns staged int8, new int8, revised int8
WITH delta AS MATERIALIZED (
    SELECT s.workplace_key, s.period_key, s.measure_key, s.gender_key, s.definition, s.document_key, s.source_line,
        s.headcount, s.municipality_key, s.status_key, s.source_file, s.source_column, s.value, s.unit,
        s.workplace_name, s.printed, s.note,
        f.revision_no AS old_revision_no
    FROM staging.absence AS s
    LEFT JOIN dw.fact_staff_absence AS f ON f.workplace_key = s.workplace_key AND f.period_key = s.period_key AND f.measure_key = s.measure_key AND f.gender_key = s.gender_key AND f.definition = s.definition AND f.document_key = s.document_key
    WHERE f.workplace_key IS NULL
        OR (f.value, f.status_key, f.headcount, f.workplace_name, f.note) IS DISTINCT FROM (s.value, s.status_key, s.headcount, s.workplace_name, s.note)
), archived AS (
    INSERT INTO dw.fact_staff_absence_revision (
        workplace_key, period_key, measure_key, gender_key, definition, document_key, load_key, revision_no,
        source_line, headcount, municipality_key, status_key, source_file, source_column, value, unit, workplace_name,
        printed, note, superseded_load_key)
    SELECT f.workplace_key, f.period_key, f.measure_key, f.gender_key, f.definition, f.document_key, f.load_key,
        f.revision_no, f.source_line, f.headcount, f.municipality_key, f.status_key, f.source_file, f.source_column,
        f.value, f.unit, f.workplace_name, f.printed, f.note, $1
    FROM delta AS d
    JOIN dw.fact_staff_absence AS f ON f.workplace_key = d.workplace_key AND f.period_key = d.period_key AND f.measure_key = d.measure_key AND f.gender_key = d.gender_key AND f.definition = d.definition AND f.document_key = d.document_key
    RETURNING 1
), revised AS (
    UPDATE dw.fact_staff_absence AS f
    SET load_key = $1, revision_no = d.old_revision_no + 1,
        source_line = d.source_line, headcount = d.headcount, municipality_key = d.municipality_key,
        status_key = d.status_key, source_file = d.source_file, source_column = d.source_column, value = d.value,
        unit = d.unit, workplace_name = d.workplace_name, printed = d.printed, note = d.note
    FROM delta AS d
    WHERE f.workplace_key = d.workplace_key AND f.period_key = d.period_key AND f.measure_key = d.measure_key AND f.gender_key = d.gender_key AND f.definition = d.definition AND f.document_key = d.document_key
    RETURNING 1
), added AS (
    INSERT INTO dw.fact_staff_absence (
        load_key, revision_no, workplace_key, period_key, measure_key, gender_key, definition, document_key, source_line, headcount,
        municipality_key, status_key, source_file, source_column, value, unit, workplace_name, printed, note)
    SELECT $1, 1, d.workplace_key, d.period_key, d.measure_key, d.gender_key, d.definition, d.document_key, d.source_line,
        d.headcount, d.municipality_key, d.status_key, d.source_file, d.source_column, d.value, d.unit,
        d.workplace_name, d.printed, d.note
    FROM delta AS d
    WHERE d.old_revision_no IS NULL
    RETURNING 1
)
SELECT
    (SELECT count(*) FROM staging.absence) AS staged,
    (SELECT count(*) FROM added) AS new,
    (SELECT count(*) FROM revised) AS revised;
