-- Staging is full only within a load's own transaction. When autovacuum looked at it meanwhile it found
-- it empty and told the planner so: merges of five thousand rows then went through them row by row, and a night of
-- six seconds took minutes. Without statistics the planner goes by the size of the files, which is right.

ALTER TABLE staging.observation SET (autovacuum_enabled = off);
ALTER TABLE staging.slice SET (autovacuum_enabled = off);
ALTER TABLE staging.slice_value SET (autovacuum_enabled = off);
ALTER TABLE staging.economy SET (autovacuum_enabled = off);
ALTER TABLE staging.absence SET (autovacuum_enabled = off);
