-- Units that have one of some codes or exact names.
-- param 1 words text[] codes or names
-- returns municipality_key int2, municipality_code text, name text, kind text, skr_group_2023 text
SELECT municipality_key, municipality_code, name, kind, skr_group_2023
FROM mart.municipality
WHERE municipality_code = ANY ($1) OR name = ANY ($1);
