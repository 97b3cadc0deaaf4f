-- One public indicator in one period for several municipalities, as known now.
-- Each document's statement is a row; the first of a municipality is the one that speaks: a value
-- before none, a statement before a withdrawn one, then declared precedence, then the newest document.
-- param 1 indicator_key int4 the indicator
-- param 2 period_key int4 the period
-- param 3 gender_key int2 the gender
-- param 4 municipality_keys int2[] the municipalities
-- returns municipality_key int2, value numeric, status_key int2, numerator numeric, denominator numeric, respondents int4, document_code text, source_title text, note text
SELECT municipality_key, value, status_key, numerator, denominator, respondents, source AS document_code, source_title, note
FROM mart.outcome_public
WHERE indicator_key = $1 AND period_key = $2 AND gender_key = $3 AND municipality_key = ANY ($4)
ORDER BY municipality_key, value IS NULL, status_key = 199, precedence, published_on DESC NULLS LAST, document_key DESC;
