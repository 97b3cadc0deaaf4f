-- Everything by which files name municipalities: codes, current names and aliases.
-- returns municipality_key int2, municipality_code text, kind text, name text
SELECT m.municipality_key, m.municipality_code, m.kind, v.name
FROM dw.dim_municipality AS m
JOIN dw.dim_municipality_version AS v ON v.municipality_key = m.municipality_key
UNION
SELECT m.municipality_key, m.municipality_code, m.kind, a.alias
FROM dw.dim_municipality AS m
JOIN dw.municipality_alias AS a ON a.municipality_key = m.municipality_key
ORDER BY 2, 4;
