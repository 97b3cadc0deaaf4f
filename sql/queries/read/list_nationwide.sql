-- What is stated of one indicator in one period for all kommuner, where numerator and denominator are:
-- the spread between them is estimated over these. One row a kommun: the statement that speaks.
-- param 1 indicator_key int4 the indicator
-- param 2 period_key int4 the period
-- param 3 gender_key int2 the gender
-- param 4 as_of timestamptz time of knowledge, or NULL for now
-- returns municipality_key int2, value numeric, numerator numeric, denominator numeric
SELECT s.municipality_key, s.value, s.numerator, s.denominator
FROM (
    SELECT DISTINCT ON (v.municipality_key) v.municipality_key, v.value, v.numerator, v.denominator
    FROM mart.outcome_version AS v
    JOIN mart.municipality AS m ON m.municipality_key = v.municipality_key
    JOIN mart.document AS d ON d.document_key = v.document_key
    WHERE v.indicator_key = $1 AND v.period_key = $2 AND v.gender_key = $3 AND m.kind = 'municipality'
        AND v.recorded_from <= coalesce($4::timestamptz, 'infinity')
        AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($4::timestamptz, 'infinity'))
    ORDER BY v.municipality_key, v.value IS NULL, v.status_key = 199, d.speaks_before
) AS s
WHERE s.value IS NOT NULL AND s.numerator IS NOT NULL AND s.denominator IS NOT NULL
ORDER BY s.municipality_key;
