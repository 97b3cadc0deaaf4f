-- Merges staged slices into the facts and accounts for each of them: writes only what differs, keeps
-- what it replaces, closes what the source no longer states. Closed are figures that are said to be
-- deleted, and in complete slices those that are absent and lie within the units asked for.
-- param 1 load_key int4 the load
-- param 2 document_key int4 the document that the source's figures belong to
-- returns new int8, revised int8, withdrawn int8
WITH stated AS (
    -- Only one run writes at a time, so a row stays in its place until this statement moves it.
    SELECT f.*, f.ctid AS place,
        s.is_complete AND (c.municipality_keys IS NULL OR f.municipality_key = ANY (c.municipality_keys)) AS may_vanish
    FROM staging.slice AS s
    JOIN etl.scope AS c ON c.scope_key = s.scope_key
    JOIN dw.fact_outcome AS f ON f.indicator_key = s.indicator_key AND f.period_key = s.period_key
        AND f.document_key = $2
), difference AS MATERIALIZED (
    -- New where nothing was stated, gone where nothing is or a deletion, else revised.
    SELECT
        coalesce(v.indicator_key, f.indicator_key) AS indicator_key, coalesce(v.period_key, f.period_key) AS period_key,
        coalesce(v.gender_key, f.gender_key) AS gender_key, coalesce(v.municipality_key, f.municipality_key) AS municipality_key,
        f.place IS NULL AS is_new, v.indicator_key IS NULL OR v.status_key = 199 AS is_gone,
        v.source_line, v.status_key, v.source_file, v.value, v.note,
        f.place AS old_place, f.load_key AS old_load_key, f.revision_no AS old_revision_no, f.source_line AS old_source_line,
        f.status_key AS old_status_key, f.source_file AS old_source_file, f.source_column AS old_source_column,
        f.value AS old_value, f.numerator AS old_numerator, f.denominator AS old_denominator,
        f.respondents AS old_respondents, f.document_line AS old_document_line, f.note AS old_note
    FROM stated AS f
    FULL JOIN staging.slice_value AS v ON v.indicator_key = f.indicator_key AND v.period_key = f.period_key
        AND v.gender_key = f.gender_key AND v.municipality_key = f.municipality_key
    WHERE CASE WHEN v.indicator_key IS NULL THEN f.may_vanish AND f.status_key <> 199
        WHEN v.status_key = 199 THEN f.status_key <> 199
        ELSE f.place IS NULL OR (f.value, f.status_key, f.note) IS DISTINCT FROM (v.value, v.status_key, v.note) END
), archived AS (
    INSERT INTO dw.fact_outcome_revision (
        indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key,
        source_file, source_column, value, numerator, denominator, respondents, document_line, note, superseded_load_key)
    SELECT
        d.indicator_key, d.period_key, $2, d.old_load_key, d.old_revision_no, d.old_source_line, d.municipality_key,
        d.gender_key, d.old_status_key, d.old_source_file, d.old_source_column, d.old_value, d.old_numerator,
        d.old_denominator, d.old_respondents, d.old_document_line, d.old_note, $1
    FROM difference AS d
    WHERE NOT d.is_new
), revised AS (
    UPDATE dw.fact_outcome AS f
    SET load_key = $1, revision_no = d.old_revision_no + 1, source_line = d.source_line, status_key = d.status_key,
        source_file = d.source_file, source_column = 0, value = d.value, numerator = NULL, denominator = NULL,
        respondents = NULL, document_line = NULL, note = d.note
    FROM difference AS d
    WHERE f.ctid = d.old_place AND NOT d.is_gone
    RETURNING 1
), closed AS (
    UPDATE dw.fact_outcome AS f
    SET load_key = $1, revision_no = d.old_revision_no + 1, source_file = 0, source_line = 0, source_column = 0,
        document_line = NULL, status_key = 199, value = NULL, numerator = NULL, denominator = NULL, respondents = NULL,
        note = NULL
    FROM difference AS d
    WHERE f.ctid = d.old_place AND d.is_gone
    RETURNING 1
), added AS (
    INSERT INTO dw.fact_outcome (
        indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key,
        source_file, source_column, value, note)
    SELECT d.indicator_key, d.period_key, $2, $1, 1, d.source_line, d.municipality_key, d.gender_key, d.status_key,
        d.source_file, 0, d.value, d.note
    FROM difference AS d
    WHERE d.is_new
    ORDER BY d.indicator_key, d.period_key, d.gender_key, d.municipality_key
    RETURNING 1
), changed AS (
    SELECT indicator_key, period_key, count(*) FILTER (WHERE is_new) AS new_rows,
        count(*) FILTER (WHERE NOT is_new AND NOT is_gone) AS revised_rows, count(*) FILTER (WHERE is_gone) AS withdrawn_rows
    FROM difference
    GROUP BY indicator_key, period_key
), accounted AS (
    INSERT INTO etl.load_slice (
        load_key, indicator_key, period_key, scope_key, read_rows, rejected_rows, duplicate_rows, deletion_rows, new_rows,
        revised_rows, unchanged_rows, withdrawn_rows, missing_rows, is_complete, was_accepted, file_nos, digest)
    SELECT $1, s.indicator_key, s.period_key, s.scope_key, s.read_rows, s.rejected_rows, s.duplicate_rows, s.deletion_rows,
        coalesce(c.new_rows, 0), coalesce(c.revised_rows, 0),
        s.staged_rows - s.deletion_rows - coalesce(c.new_rows + c.revised_rows, 0), coalesce(c.withdrawn_rows, 0),
        s.missing_rows, s.is_complete, s.was_accepted, s.file_nos, s.digest
    FROM staging.slice AS s
    LEFT JOIN changed AS c ON c.indicator_key = s.indicator_key AND c.period_key = s.period_key
)
SELECT
    (SELECT count(*) FROM added) AS new,
    (SELECT count(*) FROM revised) AS revised,
    (SELECT count(*) FROM closed) AS withdrawn;
