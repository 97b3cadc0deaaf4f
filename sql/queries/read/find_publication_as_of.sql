-- What a catalogue said of an indicator's publication at a time in the past; no row when none listed it.
-- param 1 indicator_key int4 the indicator
-- param 2 as_of timestamptz time of knowledge
-- returns source_code text, publication_year int2, preliminary_date date, publication_date date, collects_in_autumn bool
SELECT source_code,
    CASE WHEN publication_period ~ '^[0-9]{4}$' THEN publication_period::int2 END AS publication_year,
    preliminary_date, publication_date, collects_in_autumn
FROM mart.indicator_catalogue
WHERE indicator_key = $1 AND recorded_from <= $2 AND (recorded_to IS NULL OR recorded_to > $2)
ORDER BY precedence, source_code
LIMIT 1;
