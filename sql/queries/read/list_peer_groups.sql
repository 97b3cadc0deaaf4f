-- Peer groups with their size, as of a day.
-- param 1 day date the day on which the membership must hold
-- returns group_code text, group_name text, kind text, list_version text, members int8
SELECT group_code, group_name, kind, list_version, count(*) AS members
FROM mart.peer_group_member
WHERE valid @> $1::date AND upper_inf(recorded)
GROUP BY group_code, group_name, kind, list_version
ORDER BY kind, group_code, list_version;
