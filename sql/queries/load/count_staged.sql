-- What lies in staging: proves that nothing was lost between staging and merging.
-- returns outcomes int8, targets int8
SELECT count(*) FILTER (WHERE NOT is_target) AS outcomes, count(*) FILTER (WHERE is_target) AS targets
FROM staging.observation;
