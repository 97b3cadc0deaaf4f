-- Names under which sources print indicators.
-- returns indicator_key int4, alias text
SELECT indicator_key, alias
FROM mart.indicator_alias
ORDER BY alias_folded, indicator_key;
