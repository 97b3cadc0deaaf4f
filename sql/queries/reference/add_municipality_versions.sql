-- Adds the versions of municipalities that are wanted and not there; runs after replace_municipality_versions.
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
), added AS (
    INSERT INTO dw.dim_municipality_version (municipality_key, valid, name, county_code, county, skr_group, sort_order)
    SELECT w.municipality_key, w.valid, w.name, w.county_code, w.county, w.skr_group, w.sort_order
    FROM wanted AS w
    WHERE NOT EXISTS (
        SELECT FROM dw.dim_municipality_version AS v
        WHERE v.municipality_key = w.municipality_key AND v.valid = w.valid)
    RETURNING 1
)
SELECT count(*) AS changed FROM added;
