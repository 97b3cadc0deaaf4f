-- Lets figures of an internal indicator be shown, in every document and version.
-- param 1 indicator_key int4 the indicator
-- param 2 municipality_keys int2[] of each figure, the unit
-- param 3 period_keys int4[] of each, the period
-- param 4 gender_keys int2[] of each, the gender
INSERT INTO dw.cleared_outcome (indicator_key, municipality_key, period_key, gender_key)
SELECT $1::int4, c.municipality_key, c.period_key, c.gender_key
FROM unnest($2::int2[], $3::int4[], $4::int2[]) AS c (municipality_key, period_key, gender_key);
