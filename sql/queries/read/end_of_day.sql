-- The last microsecond of a day in Stockholm.
-- param 1 day text the day, YYYY-MM-DD
-- returns moment timestamptz
SELECT ($1::text::date + 1)::timestamp AT TIME ZONE 'Europe/Stockholm' - interval '1 microsecond' AS moment;
