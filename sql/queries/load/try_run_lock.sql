-- Takes the lock that only one run may hold, or says at once that another holds it.
-- param 1 lock_id int8 number of the lock
-- returns taken bool
SELECT pg_try_advisory_lock($1) AS taken;
