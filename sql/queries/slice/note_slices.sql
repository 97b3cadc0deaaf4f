-- Adds to a load's ledger row what concerns slices; finish_load completes it.
-- param 1 load_key int4 the load
-- param 2 deletion_rows int8 rows that say that a figure is deleted
-- param 3 loaded_slices int4 slices that were merged
-- param 4 unchanged_slices int4 slices that were not sent because their digest had not changed
-- param 5 held_slices int4 slices that were held back
UPDATE etl.load
SET deletion_rows = $2, loaded_slices = $3, unchanged_slices = $4, held_slices = $5
WHERE load_key = $1;
