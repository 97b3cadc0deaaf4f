-- Internal indicators of which anything is shown for a unit; next to nothing to look through.
-- param 1 municipality_key int2 the unit
-- param 2 gender_key int2 the gender
-- returns indicator_key int4
SELECT DISTINCT indicator_key
FROM mart.cleared_outcome
WHERE municipality_key = $1 AND gender_key = $2;
