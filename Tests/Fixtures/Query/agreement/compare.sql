-- What `compare --format json` prints (:j) and mart.compare does not, a row each; none is right.
WITH d AS (SELECT :j::jsonb AS output),
printed AS (
    SELECT r.* FROM d, jsonb_to_recordset(output -> 'rows') AS r (
        municipality_code text, value numeric, status text, rank int, numerator numeric, denominator numeric, source text)
),
computed AS (
    SELECT c.* FROM d, mart.compare(output #>> '{indicator,code}', output ->> 'period',
        ARRAY(SELECT municipality_code FROM printed), output ->> 'gender') AS c
),
figures AS (
    SELECT g.* FROM d, jsonb_to_record(output -> 'group') AS g (
        members int, with_value int, mean_unweighted numeric, mean_weighted numeric, median numeric, min numeric, max numeric)
),
focus AS (SELECT c.* FROM computed AS c, d WHERE c.municipality_code = output ->> 'focus')
SELECT concat_ws(' ', 'row', p, c) FROM printed AS p
FULL JOIN computed AS c ON c.municipality_code = p.municipality_code
JOIN mart.municipality AS m ON m.municipality_code = coalesce(p.municipality_code, c.municipality_code)
WHERE (p.value, p.status, p.numerator, p.denominator, p.source)
    IS DISTINCT FROM (c.value, c.status, c.numerator, c.denominator, c.source)
    OR m.kind = (SELECT f.kind FROM mart.municipality AS f, d WHERE f.municipality_code = output ->> 'focus')
        AND p.rank IS DISTINCT FROM c.rank
UNION ALL
SELECT concat_ws(' ', 'group', g, f) FROM figures AS g CROSS JOIN focus AS f
WHERE (g.members, g.with_value, g.mean_unweighted, g.mean_weighted, g.median, g.min, g.max)
    IS DISTINCT FROM (f.members, f.with_value, f.mean, f.weighted_mean, f.median, f.lowest, f.highest)
UNION ALL
SELECT 'no rows' WHERE NOT EXISTS (SELECT FROM printed) OR NOT EXISTS (SELECT FROM focus);
