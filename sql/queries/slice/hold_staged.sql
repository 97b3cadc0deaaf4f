-- Takes slices out of staging and records that they are held back.
-- param 1 source_key int2 the source
-- param 2 run_key int4 the run
-- param 3 indicator_keys int4[] their indicators
-- param 4 period_keys int4[] their years
-- param 5 reason_codes text[] why
-- param 6 stated_values int4[] values that the warehouse has
-- param 7 lost_values int4[] values lost
-- param 8 typical_factors float8[] median of new / old; 0 for none
-- returns held int8
WITH given AS (
    SELECT n.*, s.scope_key, s.digest
    FROM unnest($3::int4[], $4::int4[], $5::text[], $6::int4[], $7::int4[], $8::float8[])
        AS n (indicator_key, period_key, reason_code, stated_values, lost_values, typical_factor)
    JOIN staging.slice AS s ON s.indicator_key = n.indicator_key AND s.period_key = n.period_key
), taken AS (
    DELETE FROM staging.slice_value AS v
    USING given AS g
    WHERE v.indicator_key = g.indicator_key AND v.period_key = g.period_key
), removed AS (
    DELETE FROM staging.slice AS s
    USING given AS g
    WHERE s.indicator_key = g.indicator_key AND s.period_key = g.period_key
), held AS (
    INSERT INTO etl.held_slice (
        source_key, indicator_key, period_key, scope_key, digest, reason_code, stated_values, lost_values, typical_factor,
        first_run_key, last_run_key, first_held_at, last_held_at)
    SELECT $1, g.indicator_key, g.period_key, g.scope_key, g.digest, g.reason_code, g.stated_values, g.lost_values,
        nullif(g.typical_factor, 0), $2, $2, etl.clock(), etl.clock()
    FROM given AS g
    RETURNING 1
)
SELECT count(*) AS held FROM held;
