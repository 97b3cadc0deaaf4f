-- Members of a group of indicators as known at a time, in the order of the catalogue.
-- param 1 group_code text code of the group
-- param 2 as_of timestamptz time of knowledge, or NULL for now
-- returns indicator_key int4
SELECT indicator_key
FROM mart.indicator_group_member
WHERE group_code = $1
    AND CASE WHEN $2::timestamptz IS NULL THEN upper_inf(recorded) ELSE recorded @> $2::timestamptz END
ORDER BY place, indicator_code;
