-- Records what a service has been asked, before any of it is loaded.
-- param 1 run_key int4 the run
-- param 2 source_key int2 the source
-- param 3 question bytea SHA-256 over the service and what is wanted of it
-- param 4 began_at timestamptz when the first request was made
-- param 5 changed_since date the day since which changes were asked for, or NULL
-- param 6 indicators text[] the indicators that a full sweep asks for, or NULL
INSERT INTO etl.sweep (run_key, source_key, question, began_at, changed_since, is_whole, is_settled, indicators)
VALUES ($1, $2, $3, $4, $5, false, false, $6);
