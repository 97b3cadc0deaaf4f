-- Opens a load in the ledger.
-- param 1 run_key int4 the run
-- param 2 source_key int2 the source
-- param 3 identity bytea SHA-256 over specification, files and reference data
-- returns load_key int4
INSERT INTO etl.load (run_key, source_key, state, identity)
VALUES ($1, $2, 'staged', $3)
RETURNING load_key;
