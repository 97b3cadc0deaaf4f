-- Merges staged slices into the facts and accounts for each of them: writes only what differs, keeps
-- what it replaces, closes what the source no longer states. Closed are figures that are said to be
-- deleted, and in complete slices those that are absent and lie within the units asked for.
-- param 1 load_key int4 the load
-- param 2 document_key int4 the document that the source's figures belong to
-- returns new int8, revised int8, withdrawn int8
WITH stated AS MATERIALIZED (
    -- Only one run writes at a time, so a row stays in its place until this statement moves it.
    SELECT f.*, f.ctid AS place
    FROM staging.slice AS s
    JOIN dw.fact_outcome AS f ON f.indicator_key = s.indicator_key AND f.period_key = s.period_key
        AND f.document_key = $2
), delta AS MATERIALIZED (
    SELECT v.*, f.revision_no AS old_revision_no, f.place AS old_place
    FROM staging.slice_value AS v
    LEFT JOIN stated AS f ON f.indicator_key = v.indicator_key AND f.period_key = v.period_key
        AND f.gender_key = v.gender_key AND f.municipality_key = v.municipality_key
    WHERE v.status_key <> 199
        AND (f.indicator_key IS NULL OR (f.value, f.status_key, f.note) IS DISTINCT FROM (v.value, v.status_key, v.note))
), gone AS MATERIALIZED (
    SELECT f.*
    FROM stated AS f
    JOIN staging.slice AS s ON s.indicator_key = f.indicator_key AND s.period_key = f.period_key
    JOIN etl.scope AS c ON c.scope_key = s.scope_key
    LEFT JOIN staging.slice_value AS v ON v.indicator_key = f.indicator_key AND v.period_key = f.period_key
        AND v.gender_key = f.gender_key AND v.municipality_key = f.municipality_key
    WHERE f.status_key <> 199
        AND (v.status_key = 199
            OR v.indicator_key IS NULL AND s.is_complete
                AND (c.municipality_keys IS NULL OR f.municipality_key = ANY (c.municipality_keys)))
), archived AS (
    INSERT INTO dw.fact_outcome_revision (
        indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key,
        source_file, source_column, value, numerator, denominator, respondents, document_line, note, superseded_load_key)
    SELECT
        f.indicator_key, f.period_key, f.document_key, f.load_key, f.revision_no, f.source_line, f.municipality_key,
        f.gender_key, f.status_key, f.source_file, f.source_column, f.value, f.numerator, f.denominator, f.respondents,
        f.document_line, f.note, $1::int4
    FROM stated AS f
    JOIN delta AS d ON d.old_place = f.place
    UNION ALL
    SELECT
        g.indicator_key, g.period_key, g.document_key, g.load_key, g.revision_no, g.source_line, g.municipality_key,
        g.gender_key, g.status_key, g.source_file, g.source_column, g.value, g.numerator, g.denominator, g.respondents,
        g.document_line, g.note, $1::int4
    FROM gone AS g
), revised AS (
    UPDATE dw.fact_outcome AS f
    SET load_key = $1, revision_no = d.old_revision_no + 1, source_line = d.source_line, status_key = d.status_key,
        source_file = d.source_file, source_column = 0, value = d.value, numerator = NULL, denominator = NULL,
        respondents = NULL, document_line = NULL, note = d.note
    FROM delta AS d
    WHERE f.ctid = d.old_place
    RETURNING 1
), closed AS (
    UPDATE dw.fact_outcome AS f
    SET load_key = $1, revision_no = f.revision_no + 1, source_file = 0, source_line = 0, source_column = 0,
        document_line = NULL, status_key = 199, value = NULL, numerator = NULL, denominator = NULL, respondents = NULL,
        note = NULL
    FROM gone AS g
    WHERE f.ctid = g.place
    RETURNING 1
), added AS (
    INSERT INTO dw.fact_outcome (
        indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key,
        source_file, source_column, value, note)
    SELECT d.indicator_key, d.period_key, $2, $1, 1, d.source_line, d.municipality_key, d.gender_key, d.status_key,
        d.source_file, 0, d.value, d.note
    FROM delta AS d
    WHERE d.old_revision_no IS NULL
    ORDER BY d.indicator_key, d.period_key, d.gender_key, d.municipality_key
    RETURNING 1
), change AS (
    SELECT indicator_key, period_key, count(*) FILTER (WHERE old_revision_no IS NULL) AS new_rows,
        count(old_revision_no) AS revised_rows, 0 AS withdrawn_rows
    FROM delta
    GROUP BY indicator_key, period_key
    UNION ALL
    SELECT indicator_key, period_key, 0, 0, count(*)
    FROM gone
    GROUP BY indicator_key, period_key
), changed AS (
    SELECT indicator_key, period_key, sum(new_rows) AS new_rows, sum(revised_rows) AS revised_rows,
        sum(withdrawn_rows) AS withdrawn_rows
    FROM change
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
