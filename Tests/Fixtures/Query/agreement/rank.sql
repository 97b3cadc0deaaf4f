-- What `rank --format json` prints (:j) and mart.compare, mart.ranking or mart.distribution does not, a row each.
WITH d AS (SELECT :j::jsonb AS output),
printed AS (
    SELECT r.* FROM d, jsonb_to_recordset(output -> 'rows') AS r (
        municipality_code text, value numeric, unit text, status text, rank int, with_value int, numerator numeric,
        denominator numeric, quartile_colour text, source text)
),
computed AS (
    SELECT c.* FROM d, mart.compare(output #>> '{indicator,code}', output ->> 'period',
        CASE WHEN (output #>> '{peers,everybody}')::boolean AND output #>> '{peers,kind}' = 'municipality' THEN NULL
        ELSE ARRAY(SELECT municipality_code FROM printed) END, output ->> 'gender') AS c
),
spread AS (
    SELECT s.* FROM d, jsonb_to_record(nullif(output -> 'spread', 'null')) AS s (
        with_value int, mean numeric, lowest numeric, lower_quartile numeric, median numeric, upper_quartile numeric,
        highest numeric)
),
everybody AS (SELECT (output #>> '{peers,everybody}')::boolean AND output #>> '{peers,kind}' = 'municipality' AS is_meant FROM d)
SELECT concat_ws(' ', 'row', p, c) FROM printed AS p
FULL JOIN computed AS c ON c.municipality_code = p.municipality_code
WHERE (p.value, p.unit, p.status, p.rank, p.with_value, p.numerator, p.denominator, p.quartile_colour, p.source)
    IS DISTINCT FROM (c.value, coalesce(c.unit, p.unit), c.status, c.rank, c.with_value, c.numerator, c.denominator,
        c.quartile_colour, c.source)
UNION ALL
SELECT concat_ws(' ', 'spread', s, c) FROM spread AS s
CROSS JOIN (SELECT * FROM computed LIMIT 1) AS c CROSS JOIN d
WHERE (s.with_value, s.mean, s.lowest, s.lower_quartile, s.median, s.upper_quartile, s.highest, (output ->> 'members')::int)
    IS DISTINCT FROM (c.with_value, c.mean, c.lowest, c.lower_quartile, c.median, c.upper_quartile, c.highest, c.members)
    AND output -> 'spread' <> 'null'
-- What is kept says the same of everybody, for public indicators.
UNION ALL
SELECT concat_ws(' ', 'kept', p, r) FROM printed AS p CROSS JOIN d CROSS JOIN everybody AS e
LEFT JOIN mart.ranking AS r ON r.indicator_code = output #>> '{indicator,code}' AND r.period = output ->> 'period'
    AND r.gender = output ->> 'gender' AND r.municipality_code = p.municipality_code
WHERE e.is_meant AND p.value IS NOT NULL
    AND EXISTS (SELECT FROM mart.indicator AS i WHERE i.indicator_code = output #>> '{indicator,code}' AND i.disclosure = 'public')
    AND (p.value, p.status, p.rank, p.with_value, p.quartile_colour, p.source)
        IS DISTINCT FROM (r.value, r.status, r.rank, r.with_value, r.quartile_colour, r.source)
UNION ALL
SELECT concat_ws(' ', 'distribution', s, k) FROM spread AS s CROSS JOIN d CROSS JOIN everybody AS e
LEFT JOIN mart.distribution AS k ON k.indicator_code = output #>> '{indicator,code}' AND k.period = output ->> 'period'
    AND k.gender = output ->> 'gender' AND k.unit_kind = 'municipality'
WHERE e.is_meant AND output -> 'spread' <> 'null'
    AND EXISTS (SELECT FROM mart.indicator AS i WHERE i.indicator_code = output #>> '{indicator,code}' AND i.disclosure = 'public')
    AND (s.with_value, s.mean, s.lowest, s.lower_quartile, s.median, s.upper_quartile, s.highest)
        IS DISTINCT FROM (k.with_value, k.mean, k.lowest, k.lower_quartile, k.median, k.upper_quartile, k.highest)
UNION ALL
SELECT 'no rows' WHERE NOT EXISTS (SELECT FROM printed);
