-- The cases behind figures: what speaks for each unit in each of some slices, where counts are stated, as
-- known at a time.
-- param 1 indicator_keys int4[] of each slice, the indicator
-- param 2 period_keys int4[] of each, the period
-- param 3 gender_key int2 the gender
-- param 4 municipality_keys int2[] only these units, or NULL for all
-- param 5 as_of timestamptz time of knowledge, or NULL for now
-- returns indicator_key int4, period_key int4, municipality_key int2, value numeric, numerator numeric, denominator numeric, respondents int4
SELECT DISTINCT ON (v.indicator_key, v.period_key, v.municipality_key)
    v.indicator_key, v.period_key, v.municipality_key, v.value, v.numerator, v.denominator, v.respondents
FROM unnest($1::int4[], $2::int4[]) AS k (indicator_key, period_key)
-- OFFSET 0 keeps the planner from joining the slices with all facts of the units: it cannot know how few they are.
CROSS JOIN LATERAL (
    SELECT o.*
    FROM mart.outcome_version AS o
    WHERE o.indicator_key = k.indicator_key AND o.period_key = k.period_key AND o.gender_key = $3
        AND ($4::int2[] IS NULL OR o.municipality_key = ANY ($4)) AND o.value IS NOT NULL
        AND o.recorded_from <= coalesce($5::timestamptz, 'infinity')
        AND (o.recorded_to IS NULL OR o.recorded_to > coalesce($5::timestamptz, 'infinity'))
    OFFSET 0
) AS v
JOIN mart.document AS d ON d.document_key = v.document_key
ORDER BY v.indicator_key, v.period_key, v.municipality_key, d.speaks_before;
