-- Brings the distributions and places of changed slices up to date: those of the parts of the
-- indicators that are named, for two sessions may share the work.
-- param 1 parts int4[] which parts, of 0 to 11
-- returns slices int4
SELECT etl.refresh_rankings($1) AS slices;
