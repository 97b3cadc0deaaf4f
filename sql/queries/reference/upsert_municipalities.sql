-- Records municipalities, regions and the nation; adds the ones that are new.
-- param 1 codes text[] codes
-- param 2 kinds text[] kinds
-- returns changed int8
WITH changed AS (
    INSERT INTO dw.dim_municipality AS m (municipality_code, kind)
    SELECT code, kind
    FROM unnest($1::text[], $2::text[]) AS n (code, kind)
    ON CONFLICT (municipality_code) DO UPDATE SET kind = excluded.kind WHERE m.kind <> excluded.kind
    RETURNING 1
)
SELECT count(*) AS changed FROM changed;
