-- Takes figures of absence out of staging that the document states more than once and differently, all of them,
-- and keeps them as rejects.
-- param 1 load_key int4 the load
-- returns rejected int8
WITH contradiction AS (
    SELECT workplace_key, period_key, measure_key, gender_key, definition, document_key,
        string_agg(DISTINCT source_file || ':' || source_line, ', ') AS places
    FROM staging.absence
    GROUP BY workplace_key, period_key, measure_key, gender_key, definition, document_key
    HAVING count(*) > 1
        AND count(DISTINCT (trim_scale(value), status_key, headcount, workplace_name)) > 1
), taken AS (
    DELETE FROM staging.absence AS s
    USING contradiction AS c
    WHERE (s.workplace_key, s.period_key, s.measure_key, s.gender_key, s.definition, s.document_key)
        = (c.workplace_key, c.period_key, c.measure_key, c.gender_key, c.definition, c.document_key)
    RETURNING s.source_file, s.source_line, s.source_column, s.printed, c.places
), kept AS (
    INSERT INTO etl.reject (load_key, file_no, line_no, column_no, cell, reject_code, reason_sv, reason_en, hint_sv, hint_en)
    SELECT
        $1, t.source_file, t.source_line, t.source_column, left(t.printed, 200), 'row.contradicts-another',
        'samma uppgift står flera gånger med olika värden (fil:rad ' || t.places || ')',
        'the same figure stands several times with different values (file:line ' || t.places || ')',
        'säg i manifestet vad som skiljer dem', 'say in the manifest what sets them apart'
    FROM taken AS t
    RETURNING 1
)
SELECT count(*) AS rejected FROM kept;
