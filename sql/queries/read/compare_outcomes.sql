-- One public indicator in one period for several municipalities, as known now.
-- Each document's statement is a row; the first of a municipality is the one that speaks: a value
-- before none, a statement before a withdrawn one, then declared precedence, then the newest document.
-- All that is sorted by is of one type: each further one costs a new session a tenth of a millisecond.
-- param 1 indicator_key int4 the indicator
-- param 2 period_key int4 the period
-- param 3 gender_key int2 the gender
-- param 4 municipality_keys int2[] the municipalities, or NULL for all units
-- returns municipality_key int2, value numeric, status_key int2, numerator numeric, denominator numeric, respondents int4, document_code text, source_title text, note text
SELECT municipality_key, value, status_key, numerator, denominator, respondents, source AS document_code, source_title, note
FROM mart.outcome_public
WHERE indicator_key = $1 AND period_key = $2 AND gender_key = $3 AND ($4::int2[] IS NULL OR municipality_key = ANY ($4))
ORDER BY municipality_key::int4, CASE WHEN value IS NOT NULL THEN 0 WHEN status_key <> 199 THEN 1 ELSE 2 END, precedence::int4,
    published_on - date '2000-01-01' DESC NULLS LAST, document_key DESC;
