-- Completes a load's ledger row; the last statement before the commit, so that recorded_at is as
-- near to it as can be.
-- param 1 load_key int4 the load
-- param 2 state text loaded or refused
-- param 3 read_cells int8 cells read, rejected ones included
-- param 4 rejected_cells int8 cells that became rejects
-- param 5 duplicate_rows int8 identical repetitions
-- param 6 new_rows int8 figures that were new
-- param 7 revised_rows int8 figures that replaced another
-- param 8 unchanged_rows int8 figures that were there already
-- param 9 withdrawn_rows int8 figures no longer stated
-- param 10 missing_cells int8 cells that state that there is no value
-- param 11 seconds float8 seconds the load took
-- returns recorded_at timestamptz
UPDATE etl.load
SET state = $2, read_cells = $3, rejected_cells = $4, duplicate_rows = $5, new_rows = $6, revised_rows = $7,
    unchanged_rows = $8, withdrawn_rows = $9, missing_cells = $10, seconds = $11,
    recorded_at = greatest(
        etl.clock(),
        (SELECT max(recorded_at) FROM etl.load WHERE state = 'loaded') + interval '1 microsecond')
WHERE load_key = $1
RETURNING recorded_at;
