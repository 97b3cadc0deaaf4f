-- How the values of an indicator are spread among all units of a kind, a row a period, as kept.
-- param 1 indicator_key int4 the indicator
-- param 2 gender_key int2 the gender
-- param 3 unit_kind text municipality or region
-- returns period_key int4, with_value int2, mean numeric, lowest numeric, lower_quartile numeric, median numeric, upper_quartile numeric, highest numeric
SELECT period_key, with_value, mean, lowest, lower_quartile, median, upper_quartile, highest
FROM mart.distribution_public
WHERE indicator_key = $1 AND gender_key = $2 AND unit_kind = $3
ORDER BY period_key;
