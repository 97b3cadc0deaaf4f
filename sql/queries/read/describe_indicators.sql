-- Some indicators by their keys, with their current descriptions.
-- param 1 indicator_keys int4[] the indicators
-- returns indicator_key int4, indicator_code text, title text, unit text, decimals int2, value_kind text, polarity text, uncertainty text, disclosure text, operating_area text
SELECT indicator_key, indicator_code, title, unit, decimals, value_kind, polarity, uncertainty, disclosure, operating_area
FROM mart.indicator
WHERE indicator_key = ANY ($1)
ORDER BY indicator_code;
