-- Brings the distributions and places of changed slices up to date: those of the thirds of the
-- indicators that are named, for two sessions may share the work.
-- param 1 thirds int4[] which thirds, of 0, 1 and 2
-- returns slices int4
SELECT etl.refresh_rankings($1) AS slices;
