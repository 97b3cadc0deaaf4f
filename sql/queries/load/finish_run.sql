-- Closes a run in the ledger.
-- param 1 run_key int4 the run
-- param 2 exit_status int2 status the program exits with
UPDATE etl.run SET finished_at = etl.clock(), exit_status = $2
WHERE run_key = $1;
