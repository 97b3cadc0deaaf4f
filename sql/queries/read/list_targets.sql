-- The targets of a unit, as known now; the first statement of an indicator, period and gender speaks.
-- param 1 municipality_key int2 the unit
-- param 2 indicator_keys int4[] only these indicators, or NULL for all
-- returns indicator_key int4, period_key int4, gender_key int2, value numeric, period_declared bool, document_code text, source_title text
SELECT indicator_key, period_key, gender_key, value, period_declared, source AS document_code, source_title
FROM mart.target_current
WHERE municipality_key = $1 AND ($2::int4[] IS NULL OR indicator_key = ANY ($2)) AND value IS NOT NULL
ORDER BY indicator_key, period_key, gender_key, precedence, published_on DESC NULLS LAST, document_key DESC;
