-- The time now, by the clock from which recorded time is taken.
-- returns now timestamptz
SELECT etl.clock() AS now;
