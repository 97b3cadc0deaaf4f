-- Replaces the versions of municipalities by the wanted ones; unchanged versions are not touched.
-- SKR's classification of 2017 held until the end of 2022, that of 2023 holds since.
-- param 1 codes text[] codes
-- param 2 names text[] names
-- param 3 county_codes text[] codes of the counties; empty for none
-- param 4 counties text[] names of the counties; empty for none
-- param 5 groups_2017 text[] SKR groups of 2017; empty for none
-- param 6 groups_2023 text[] SKR groups of 2023; empty for none
-- param 7 sort_orders int2[] places in Swedish alphabetical order
-- returns changed int8
WITH given AS (
    SELECT m.municipality_key, n.name, nullif(n.county_code, '') AS county_code, nullif(n.county, '') AS county,
        nullif(n.group_2017, '') AS group_2017, nullif(n.group_2023, '') AS group_2023, n.sort_order
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::int2[])
        AS n (code, name, county_code, county, group_2017, group_2023, sort_order)
    JOIN dw.dim_municipality AS m ON m.municipality_code = n.code
), wanted AS (
    SELECT municipality_key, daterange(NULL, CASE WHEN group_2017 IS DISTINCT FROM group_2023 THEN date '2023-01-01' END) AS valid,
        name, county_code, county, group_2017 AS skr_group, sort_order
    FROM given
    UNION ALL
    SELECT municipality_key, daterange(date '2023-01-01', NULL), name, county_code, county, group_2023, sort_order
    FROM given
    WHERE group_2017 IS DISTINCT FROM group_2023
), removed AS (
    DELETE FROM dw.dim_municipality_version AS v
    USING given AS g
    WHERE v.municipality_key = g.municipality_key
        AND NOT EXISTS (
            SELECT FROM wanted AS w
            WHERE (w.municipality_key, w.valid, w.name, w.sort_order) = (v.municipality_key, v.valid, v.name, v.sort_order)
                AND (w.county_code, w.county, w.skr_group) IS NOT DISTINCT FROM (v.county_code, v.county, v.skr_group))
    RETURNING 1
)
SELECT count(*) AS changed FROM removed;
