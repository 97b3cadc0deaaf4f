-- Names and groups of every municipality, region and the nation: what finding one by name needs.
-- returns municipality_key int2, municipality_code text, name text, kind text, skr_group_2023 text
SELECT municipality_key, municipality_code, name, kind, skr_group_2023
FROM mart.municipality
ORDER BY sort_order;
