-- Takes figures out of staging that the files state more than once and differently, all of them,
-- and keeps them as rejects.
-- param 1 load_key int4 the load
-- returns rejected int8
WITH contradiction AS (
    SELECT is_target, indicator_key, period_key, gender_key, municipality_key, document_key,
        string_agg(DISTINCT source_file || ':' || source_line, ', ') AS places
    FROM staging.observation
    GROUP BY is_target, indicator_key, period_key, gender_key, municipality_key, document_key
    HAVING count(*) > 1
        AND (count(DISTINCT (trim_scale(value), status_key, trim_scale(numerator), trim_scale(denominator), respondents)) > 1)
), taken AS (
    DELETE FROM staging.observation AS s
    USING contradiction AS c
    WHERE (s.is_target, s.indicator_key, s.period_key, s.gender_key, s.municipality_key, s.document_key)
        = (c.is_target, c.indicator_key, c.period_key, c.gender_key, c.municipality_key, c.document_key)
    RETURNING s.source_file, s.source_line, s.source_column, s.value, s.status_key, c.places
), kept AS (
    INSERT INTO etl.reject (load_key, file_no, line_no, column_no, cell, reject_code, reason_sv, reason_en, hint_sv, hint_en)
    SELECT
        $1, t.source_file, t.source_line, t.source_column, coalesce(t.value::text, st.status_code),
        'row.contradicts-another',
        'samma uppgift står flera gånger med olika värden (fil:rad ' || t.places || ')',
        'the same figure stands several times with different values (file:line ' || t.places || ')',
        'behåll den rad som gäller', 'keep the row that holds'
    FROM taken AS t
    JOIN dw.dim_outcome_status AS st ON st.status_key = t.status_key
    RETURNING 1
)
SELECT count(*) AS rejected FROM kept;
