-- The latest value of every indicator of a unit, with its place among all units of its kind, as kept.
-- param 1 municipality_key int2 the unit
-- param 2 gender_key int2 the gender
-- param 3 indicator_keys int4[] only these indicators, or NULL for all
-- returns indicator_key int4, indicator_code text, title text, unit text, decimals int2, value_kind text, polarity text, uncertainty text, disclosure text, operating_area text, period_key int4, status_key int2, value numeric, units int2, higher int2, lower int2, lower_quartile numeric, median numeric, upper_quartile numeric, previous_value numeric, numerator numeric, denominator numeric, numerator_sum numeric, denominator_sum numeric, previous_numerator numeric, previous_denominator numeric, source_title text, source text, publication_state text, is_break bool
SELECT
    indicator_key, indicator_code, indicator AS title, unit, decimals, value_kind, polarity, uncertainty, disclosure,
    operating_area, period_key, status_key, value, with_value AS units, higher, lower, lower_quartile, median,
    upper_quartile, previous_value, numerator, denominator, numerator_sum, denominator_sum, previous_numerator,
    previous_denominator, source_title, source, publication_state, is_break
FROM mart.profile
WHERE municipality_key = $1 AND gender_key = $2 AND ($3::int4[] IS NULL OR indicator_key = ANY ($3));
