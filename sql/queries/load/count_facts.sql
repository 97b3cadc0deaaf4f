-- How many outcomes and targets all loads so far have added, from the ledger.
-- returns rows int8
SELECT coalesce(sum(new_rows), 0)::int8 AS rows
FROM etl.load
WHERE state = 'loaded';
