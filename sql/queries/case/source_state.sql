-- By which key a source's pseudonyms are made, when something of it was last purged, how many cases there are.
-- param 1 source_code text the source
-- returns fingerprint bytea, last_purge int8, cases int8
SELECT s.fingerprint, s.last_purge, s.cases FROM case_data.source_state($1) AS s;
