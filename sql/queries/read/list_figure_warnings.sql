-- What looks odd in one indicator, period and gender: in some municipalities' figures, and in the period
-- as a whole.
-- param 1 indicator_key int4 the indicator
-- param 2 period_key int4 the period
-- param 3 gender_key int2 the gender
-- param 4 municipality_keys int2[] the municipalities
-- returns municipality_key int2, warning_code text, found numeric, expected numeric
SELECT municipality_key, warning_code, found, expected
FROM mart.kept_warning
WHERE indicator_key = $1 AND period_key = $2 AND gender_key = $3
    AND (municipality_key IS NULL OR municipality_key = ANY ($4))
ORDER BY warning_code, municipality_key NULLS LAST;
