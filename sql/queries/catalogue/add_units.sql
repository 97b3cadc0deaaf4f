-- Adds units that the warehouse does not know. What a reference file declares of the others stays.
-- param 1 codes text[] codes
-- param 2 names text[] names
-- param 3 kinds text[] municipality, region or nation
-- returns added int8
WITH added AS (
    INSERT INTO dw.dim_municipality (municipality_code, kind)
    SELECT DISTINCT ON (n.code) n.code, n.kind
    FROM unnest($1::text[], $2::text[], $3::text[]) AS n (code, name, kind)
    -- ON CONFLICT would use up a key for every unit in every run, and there are 32,767.
    WHERE NOT EXISTS (SELECT FROM dw.dim_municipality AS m WHERE m.municipality_code = n.code)
    ORDER BY n.code
    RETURNING municipality_key, municipality_code
), described AS (
    INSERT INTO dw.dim_municipality_version (municipality_key, valid, name, sort_order)
    SELECT a.municipality_key, daterange(NULL, NULL), n.name,
        ((SELECT coalesce(max(sort_order), 0) FROM dw.dim_municipality_version) + row_number() OVER (ORDER BY a.municipality_code))::int2
    FROM added AS a
    JOIN unnest($1::text[], $2::text[], $3::text[]) AS n (code, name, kind) ON n.code = a.municipality_code
)
SELECT count(*) AS added FROM added;
