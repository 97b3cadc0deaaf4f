-- Closes memberships of the given kinds of groups that are no longer declared; nothing is deleted.
-- param 1 group_codes text[] codes of the groups
-- param 2 municipality_codes text[] codes of the members
-- param 3 list_versions text[] versions of the lists
-- param 4 valid_froms text[] first days, YYYY-MM-DD; empty for no beginning
-- param 5 valid_tos text[] first days after the last, YYYY-MM-DD; empty for no end
-- param 6 origins text[] where the lists come from; empty for none
-- param 7 kinds text[] kinds of groups that the lists cover wholly
-- returns changed int8
WITH wanted AS (
    SELECT g.group_key, m.municipality_key,
        daterange(nullif(n.valid_from, '')::date, nullif(n.valid_to, '')::date) AS valid, n.list_version,
        nullif(n.origin, '') AS origin
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
        AS n (group_code, municipality_code, list_version, valid_from, valid_to, origin)
    JOIN dw.dim_peer_group AS g ON g.group_code = n.group_code
    JOIN dw.dim_municipality AS m ON m.municipality_code = n.municipality_code
), closed AS (
    UPDATE dw.bridge_peer_group AS b
    SET recorded = tstzrange(lower(b.recorded), greatest(etl.clock(), lower(b.recorded) + interval '1 microsecond'))
    FROM dw.dim_peer_group AS g
    WHERE g.group_key = b.group_key AND g.kind = ANY ($7) AND upper_inf(b.recorded)
        AND NOT EXISTS (
            SELECT FROM wanted AS w
            WHERE w.group_key = b.group_key AND w.municipality_key = b.municipality_key AND w.valid = b.valid
                AND w.list_version = b.list_version)
    RETURNING 1
)
SELECT count(*) AS changed FROM closed;
