-- Years from which an indicator is not comparable with the years before.
-- param 1 indicator_key int4 the indicator
-- returns year int2, reason text
SELECT year, reason
FROM mart.indicator_series_break
WHERE indicator_key = $1
ORDER BY year;
