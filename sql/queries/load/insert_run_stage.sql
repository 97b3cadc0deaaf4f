-- Records what a stage of a run took.
-- param 1 run_key int4 the run
-- param 2 source_code text the name of the source; empty for the run as a whole
-- param 3 stage text fetch, read, write, check ...
-- param 4 seconds float8 seconds it took
-- param 5 byte_count int8 bytes it handled
-- param 6 item_count int8 answers, rows or checks it handled
INSERT INTO etl.run_stage (run_key, source_code, stage, seconds, byte_count, item_count)
VALUES ($1, $2, $3, $4, $5, $6);
