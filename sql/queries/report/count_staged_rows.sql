-- How many figures of money and of absence lie in staging: proves that nothing was lost before merging.
-- returns economy int8, absence int8
SELECT (SELECT count(*) FROM staging.economy) AS economy, (SELECT count(*) FROM staging.absence) AS absence;
