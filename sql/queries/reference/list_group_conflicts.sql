-- Groups that exist already as another kind than the one declared.
-- param 1 codes text[] codes of the groups
-- param 2 kinds text[] kinds declared
-- returns group_code text, kind text
SELECT g.group_code, g.kind
FROM unnest($1::text[], $2::text[]) AS n (code, kind)
JOIN dw.dim_peer_group AS g ON g.group_code = n.code
WHERE g.kind <> n.kind
ORDER BY g.group_code;
