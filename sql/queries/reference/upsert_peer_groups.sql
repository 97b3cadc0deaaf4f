-- Records peer groups; a group's code keeps its kind.
-- param 1 codes text[] codes of the groups
-- param 2 names text[] Swedish names
-- param 3 kinds text[] kinds
-- returns changed int8
WITH changed AS (
    INSERT INTO dw.dim_peer_group AS g (group_code, name, kind)
    SELECT n.code, n.name, n.kind
    FROM unnest($1::text[], $2::text[], $3::text[]) AS n (code, name, kind)
    ON CONFLICT (group_code) DO UPDATE SET name = excluded.name
    WHERE g.kind = excluded.kind AND g.name <> excluded.name
    RETURNING 1
)
SELECT count(*) AS changed FROM changed;
