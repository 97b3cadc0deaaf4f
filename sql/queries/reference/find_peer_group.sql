-- A peer group and its current members.
-- param 1 group_code text code of the group
-- returns group_code text, name text, kind text, municipality_code text
SELECT g.group_code, g.name, g.kind, m.municipality_code
FROM dw.dim_peer_group AS g
LEFT JOIN dw.bridge_peer_group AS b ON b.group_key = g.group_key AND upper_inf(b.recorded) AND b.valid @> current_date
LEFT JOIN dw.dim_municipality AS m ON m.municipality_key = b.municipality_key
WHERE g.group_code = $1
ORDER BY m.municipality_code;
