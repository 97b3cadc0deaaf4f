-- The current memberships of groups that come from a catalogue.
-- returns group_code text, municipality_code text, list_version text, origin text
SELECT g.group_code, m.municipality_code, b.list_version, coalesce(b.origin, '') AS origin
FROM dw.bridge_peer_group AS b
JOIN dw.dim_peer_group AS g ON g.group_key = b.group_key
JOIN dw.dim_municipality AS m ON m.municipality_key = b.municipality_key
WHERE g.kind = 'kolada' AND upper_inf(b.recorded)
ORDER BY g.group_code, b.list_version, m.municipality_code;
