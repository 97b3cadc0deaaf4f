-- Every unit by its code.
-- returns municipality_key int2, municipality_code text
SELECT municipality_key, municipality_code
FROM dw.dim_municipality;
