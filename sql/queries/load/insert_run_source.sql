-- Records what became of a source in a run.
-- param 1 run_key int4 the run
-- param 2 source_code text the name of the source
-- param 3 state text loaded, unchanged, refused or failed
-- param 4 exit_status int2 the status that the source asks the program to exit with
-- param 5 fault_code text code of the first error, or NULL
-- param 6 seconds float8 seconds it took
INSERT INTO etl.run_source (run_key, source_code, state, exit_status, fault_code, finished_at, seconds)
VALUES ($1, $2, $3, $4, $5, etl.clock(), $6);
