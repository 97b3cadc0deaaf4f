-- Merges staged figures of money into the facts: writes only what differs, keeps what it replaces.
-- Where a figure stands, and how it is printed, is no difference.
-- param 1 load_key int4 the load
-- returns staged int8, new int8, revised int8
WITH delta AS MATERIALIZED (
    SELECT s.subject_key, s.period_key, s.measure_key, s.definition, s.document_key, s.source_line, s.municipality_key,
        s.status_key, s.source_file, s.source_column, s.is_cumulative, s.amount, s.printed, s.printed_unit, s.note,
        f.revision_no AS old_revision_no
    FROM staging.economy AS s
    LEFT JOIN dw.fact_economy AS f ON f.subject_key = s.subject_key AND f.period_key = s.period_key AND f.measure_key = s.measure_key AND f.definition = s.definition AND f.document_key = s.document_key
    WHERE f.subject_key IS NULL
        OR (f.amount, f.status_key, f.is_cumulative, f.note) IS DISTINCT FROM (s.amount, s.status_key, s.is_cumulative, s.note)
), archived AS (
    INSERT INTO dw.fact_economy_revision (
        subject_key, period_key, measure_key, definition, document_key, load_key, revision_no, source_line,
        municipality_key, status_key, source_file, source_column, is_cumulative, amount, printed, printed_unit, note, superseded_load_key)
    SELECT f.subject_key, f.period_key, f.measure_key, f.definition, f.document_key, f.load_key, f.revision_no,
        f.source_line, f.municipality_key, f.status_key, f.source_file, f.source_column, f.is_cumulative, f.amount,
        f.printed, f.printed_unit, f.note, $1
    FROM delta AS d
    JOIN dw.fact_economy AS f ON f.subject_key = d.subject_key AND f.period_key = d.period_key AND f.measure_key = d.measure_key AND f.definition = d.definition AND f.document_key = d.document_key
    RETURNING 1
), revised AS (
    UPDATE dw.fact_economy AS f
    SET load_key = $1, revision_no = d.old_revision_no + 1,
        source_line = d.source_line, municipality_key = d.municipality_key, status_key = d.status_key,
        source_file = d.source_file, source_column = d.source_column, is_cumulative = d.is_cumulative,
        amount = d.amount, printed = d.printed, printed_unit = d.printed_unit, note = d.note
    FROM delta AS d
    WHERE f.subject_key = d.subject_key AND f.period_key = d.period_key AND f.measure_key = d.measure_key AND f.definition = d.definition AND f.document_key = d.document_key
    RETURNING 1
), added AS (
    INSERT INTO dw.fact_economy (
        load_key, revision_no, subject_key, period_key, measure_key, definition, document_key, source_line, municipality_key, status_key,
        source_file, source_column, is_cumulative, amount, printed, printed_unit, note)
    SELECT $1, 1, d.subject_key, d.period_key, d.measure_key, d.definition, d.document_key, d.source_line, d.municipality_key,
        d.status_key, d.source_file, d.source_column, d.is_cumulative, d.amount, d.printed, d.printed_unit, d.note
    FROM delta AS d
    WHERE d.old_revision_no IS NULL
    RETURNING 1
)
SELECT
    (SELECT count(*) FROM staging.economy) AS staged,
    (SELECT count(*) FROM added) AS new,
    (SELECT count(*) FROM revised) AS revised;
