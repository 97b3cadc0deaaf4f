-- Records a reference file that was loaded.
-- param 1 run_key int4 the run
-- param 2 table_name text which reference table it holds
-- param 3 file_name text name of the file
-- param 4 sha256 bytea SHA-256 of its bytes
-- param 5 row_count int4 rows in the file
-- param 6 changed_rows int4 members that were new or changed
INSERT INTO etl.reference_load (run_key, table_name, file_name, sha256, row_count, changed_rows)
VALUES ($1, $2, $3, $4, $5, $6);
