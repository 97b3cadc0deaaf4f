-- Closes the memberships of one of the user's own groups: of some members, or of all.
-- param 1 group_code text code of the group
-- param 2 municipality_codes text[] members to close, or NULL for all
-- returns closed int8
WITH closed AS (
    UPDATE dw.bridge_peer_group AS b
    SET recorded = tstzrange(lower(b.recorded), greatest(etl.clock(), lower(b.recorded) + interval '1 microsecond'))
    FROM dw.dim_peer_group AS g, dw.dim_municipality AS m
    WHERE g.group_key = b.group_key AND g.group_code = $1 AND g.kind = 'own' AND upper_inf(b.recorded)
        AND m.municipality_key = b.municipality_key
        AND ($2::text[] IS NULL OR m.municipality_code = ANY ($2))
    RETURNING 1
)
SELECT count(*) AS closed FROM closed;
