-- Brings the distributions and places of the slices that a load has changed up to date.
-- returns slices int4
SELECT etl.refresh_rankings() AS slices;
