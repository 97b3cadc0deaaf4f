-- Members of a peer group on a day, as known at a time.
-- param 1 group_code text code of the group
-- param 2 day date the day on which the membership must hold
-- param 3 as_of timestamptz time of knowledge, or NULL for now
-- returns municipality_key int2, group_name text, list_version text, kind text
SELECT municipality_key, group_name, list_version, kind
FROM mart.peer_group_member
WHERE group_code = $1 AND valid @> $2::date
    AND (CASE WHEN $3::timestamptz IS NULL THEN upper_inf(recorded) ELSE recorded @> $3::timestamptz END)
ORDER BY sort_order, municipality_code;
