-- Records that all of a sweep was fetched and loaded.
-- param 1 run_key int4 the run
-- param 2 source_key int2 the source
-- param 3 is_settled bool whether besides nothing was held back or rejected
UPDATE etl.sweep
SET is_whole = true, is_settled = $3
WHERE run_key = $1 AND source_key = $2;
