-- Periods of which a figure of a unit is hidden, and none is shown, of some internal indicators, as known at a time.
-- param 1 municipality_key int2 the unit
-- param 2 gender_keys int2[] the genders
-- param 3 indicator_keys int4[] the indicators
-- param 4 period_key int4 only this period, or NULL for all
-- param 5 as_of timestamptz time of knowledge, or NULL for now
-- returns indicator_key int4, gender_key int2, period_key int4
SELECT v.indicator_key, v.gender_key, v.period_key
FROM mart.outcome_version AS v
WHERE v.municipality_key = $1 AND v.gender_key = ANY ($2) AND v.indicator_key = ANY ($3) AND ($4::int4 IS NULL OR v.period_key = $4)
    AND v.recorded_from <= coalesce($5::timestamptz, 'infinity')
    AND (v.recorded_to IS NULL OR v.recorded_to > coalesce($5::timestamptz, 'infinity'))
GROUP BY v.indicator_key, v.gender_key, v.period_key
HAVING bool_or(v.status_key = 120) AND bool_and(v.value IS NULL);
