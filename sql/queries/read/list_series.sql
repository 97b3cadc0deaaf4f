-- The values of a public indicator in some periods for several units, as known now; those without a value
-- are left out. The first statement of a unit and period is the one that speaks. The periods are those of
-- the kept distributions: looking for them here as well would take longer to plan than to answer.
-- All that is sorted by is of one type, as in compare_outcomes.sql.
-- param 1 indicator_key int4 the indicator
-- param 2 gender_key int2 the gender
-- param 3 municipality_keys int2[] the units
-- param 4 period_keys int4[] the periods
-- returns period_key int4, municipality_key int2, value numeric, status_key int2, numerator numeric, denominator numeric, respondents int4, document_code text, source_title text, note text
SELECT period_key, municipality_key, value, status_key, numerator, denominator, respondents, source AS document_code,
    source_title, note
FROM mart.outcome_public
WHERE indicator_key = $1 AND gender_key = $2 AND municipality_key = ANY ($3) AND period_key = ANY ($4) AND value IS NOT NULL
ORDER BY period_key, municipality_key::int4, precedence::int4, published_on - date '2000-01-01' DESC NULLS LAST, document_key DESC;
