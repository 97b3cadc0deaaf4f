-- Slices that are held back, with the reason and since when, for people.
-- returns source_code text, indicator_code text, period_code text, reason_code text, stated_values int4, lost_values int4, typical_factor float8, first_held_at timestamptz, last_held_at timestamptz, last_run_key int4
SELECT s.source_code, i.indicator_code, p.period_code, h.reason_code, h.stated_values, h.lost_values, h.typical_factor,
    h.first_held_at, h.last_held_at, h.last_run_key
FROM etl.held_slice AS h
JOIN dw.dim_source AS s ON s.source_key = h.source_key
JOIN dw.dim_indicator AS i ON i.indicator_key = h.indicator_key
JOIN dw.dim_period AS p ON p.period_key = h.period_key
WHERE h.ended_at IS NULL
ORDER BY s.source_code, i.indicator_code, p.period_code, h.scope_key;
