-- Indicators that have any outcome, in the order in which exports give them; found by looking for one of each.
-- returns indicator_key int4
SELECT i.indicator_key
FROM mart.indicator AS i
WHERE EXISTS (SELECT FROM mart.outcome_now AS v WHERE v.indicator_key = i.indicator_key)
ORDER BY i.indicator_code;
