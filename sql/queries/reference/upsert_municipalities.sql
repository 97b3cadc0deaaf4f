-- Records municipalities, regions and the nation; adds the ones that are new.
-- param 1 codes text[] codes
-- param 2 kinds text[] kinds
-- returns changed int8
WITH stated AS (
    SELECT code, kind
    FROM unnest($1::text[], $2::text[]) AS n (code, kind)
), added AS (
    -- Only what is new is met: ON CONFLICT would use up a key for every unit in every run, and there are 32,767.
    INSERT INTO dw.dim_municipality (municipality_code, kind)
    SELECT n.code, n.kind
    FROM stated AS n
    WHERE NOT EXISTS (SELECT FROM dw.dim_municipality AS m WHERE m.municipality_code = n.code)
    RETURNING 1
), changed AS (
    UPDATE dw.dim_municipality AS m
    SET kind = n.kind
    FROM stated AS n
    WHERE m.municipality_code = n.code AND m.kind <> n.kind
    RETURNING 1
)
SELECT (SELECT count(*) FROM added) + (SELECT count(*) FROM changed) AS changed;
