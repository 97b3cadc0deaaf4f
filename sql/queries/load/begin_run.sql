-- Opens a run in the ledger.
-- param 1 command text what was asked for, without secrets
-- param 2 program_version text version of the program
-- param 3 operator text login name on the machine
-- param 4 host text name of the machine
-- param 5 process_id int4 process id there
-- returns run_key int4
INSERT INTO etl.run (command, program_version, operator, host, process_id, started_at)
VALUES ($1, $2, $3, $4, $5, etl.clock())
RETURNING run_key;
