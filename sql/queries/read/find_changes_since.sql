-- The time just before a run, and those after it, changed anything; without a number, before the last
-- run that did. No row when no such load is known.
-- param 1 run_key int4 number of the run, or NULL for the last that changed anything
-- param 2 as_of timestamptz time of knowledge, or NULL for now
-- returns run_key int4, moment timestamptz
SELECT l.run_key, l.recorded_at - interval '1 microsecond' AS moment
FROM mart.change_load AS l
WHERE l.run_key >= coalesce(
        $1::int4,
        (SELECT max(c.run_key) FROM mart.change_load AS c WHERE c.recorded_at <= coalesce($2::timestamptz, 'infinity')))
    AND l.recorded_at <= coalesce($2::timestamptz, 'infinity')
ORDER BY l.recorded_at
LIMIT 1;
