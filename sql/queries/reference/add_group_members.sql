-- Adds memberships that are declared and not there; runs after close_group_members.
-- param 1 group_codes text[] codes of the groups
-- param 2 municipality_codes text[] codes of the members
-- param 3 list_versions text[] versions of the lists
-- param 4 valid_froms text[] first days, YYYY-MM-DD; empty for no beginning
-- param 5 valid_tos text[] first days after the last, YYYY-MM-DD; empty for no end
-- param 6 origins text[] where the lists come from; empty for none
-- returns changed int8
WITH wanted AS (
    SELECT g.group_key, m.municipality_key,
        daterange(nullif(n.valid_from, '')::date, nullif(n.valid_to, '')::date) AS valid, n.list_version,
        nullif(n.origin, '') AS origin
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
        AS n (group_code, municipality_code, list_version, valid_from, valid_to, origin)
    JOIN dw.dim_peer_group AS g ON g.group_code = n.group_code
    JOIN dw.dim_municipality AS m ON m.municipality_code = n.municipality_code
), added AS (
    -- Not before an earlier membership ended, even when the clock has been set back since.
    INSERT INTO dw.bridge_peer_group (group_key, municipality_key, valid, list_version, origin, recorded)
    SELECT w.group_key, w.municipality_key, w.valid, w.list_version, w.origin,
        tstzrange(
            greatest(
                etl.clock(),
                (SELECT max(upper(e.recorded)) FROM dw.bridge_peer_group AS e
                    WHERE e.group_key = w.group_key AND e.municipality_key = w.municipality_key)),
            NULL)
    FROM wanted AS w
    WHERE NOT EXISTS (
        SELECT FROM dw.bridge_peer_group AS b
        WHERE b.group_key = w.group_key AND b.municipality_key = w.municipality_key AND b.valid = w.valid
            AND b.list_version = w.list_version AND upper_inf(b.recorded))
    RETURNING 1
)
SELECT count(*) AS changed FROM added;
