-- The newest load of a reference file.
-- param 1 table_name text which reference table it holds
-- param 2 file_name text name of the file
-- returns sha256 bytea
SELECT sha256
FROM etl.reference_load
WHERE table_name = $1 AND file_name = $2
ORDER BY reference_load_key DESC
LIMIT 1;
