-- Removes cases with every revision of them; exactly one of the last three parameters says which.
-- param 1 source_code text the source; NULL for every source
-- param 2 purpose text what for
-- param 3 closed_before text those closed before this day
-- param 4 person_keys text[] those of these persons
-- param 5 everything bool all of them
-- returns cases int8, revisions int8
SELECT p.cases, p.revisions FROM case_data.purge_cases($1, $2, $3, $4, $5) AS p;
