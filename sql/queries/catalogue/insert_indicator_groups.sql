-- Records groups of indicators that the warehouse does not know; a group keeps its source.
-- param 1 source_key int2 the source
-- param 2 codes text[] codes of the groups
-- returns added int8
WITH added AS (
    INSERT INTO dw.dim_indicator_group (source_key, group_code)
    SELECT $1, n.code
    FROM unnest($2::text[]) AS n (code)
    ORDER BY n.code
    ON CONFLICT (group_code) DO NOTHING
    RETURNING 1
)
SELECT count(*) AS added FROM added;
