-- Every municipality, region and the nation with current names and groups.
-- returns municipality_key int2, municipality_code text, name text, kind text, county_code text, county text, skr_group_2017 text, skr_group_2023 text
SELECT municipality_key, municipality_code, name, kind, county_code, county, skr_group_2017, skr_group_2023
FROM mart.municipality
ORDER BY sort_order, municipality_code;
