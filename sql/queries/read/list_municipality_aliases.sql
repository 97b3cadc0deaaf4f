-- Other spellings of municipalities.
-- returns municipality_key int2, alias text
SELECT municipality_key, alias
FROM mart.municipality_alias
ORDER BY alias_folded, municipality_key;
