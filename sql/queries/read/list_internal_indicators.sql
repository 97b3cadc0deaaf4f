-- Internal indicators, whose figures may have to be hidden; mostly next to nothing to look through.
-- param 1 indicator_keys int4[] only these indicators, or NULL for all
-- returns indicator_key int4, operating_area text
SELECT indicator_key, operating_area
FROM mart.indicator
WHERE disclosure = 'internal' AND ($1::int4[] IS NULL OR indicator_key = ANY ($1));
