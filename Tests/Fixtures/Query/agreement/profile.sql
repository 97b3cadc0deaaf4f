-- What `profile --format json` prints (:j) and mart.compare, mart.outcome or mart.profile does not, a row each.
WITH d AS (SELECT :j::jsonb AS output),
printed AS (
    SELECT r.* FROM d, jsonb_to_recordset(output -> 'rows') AS r (
        municipality_code text, indicator_code text, period text, gender text, value numeric, unit text, status text,
        polarity text, rank int, with_value int, lower_quartile numeric, median numeric, upper_quartile numeric,
        quartile_colour text, previous_value numeric, change numeric, source_title text, publication text)
),
everybody AS (SELECT (output #>> '{peers,everybody}')::boolean AND output ->> 'period' IS NULL AS is_meant FROM d),
computed AS (
    SELECT c.municipality_code, p.indicator_code, p.period, p.gender, c.value, c.unit, c.status, c.rank, c.with_value,
        c.lower_quartile, c.median, c.upper_quartile, c.quartile_colour, c.source_title
    FROM printed AS p CROSS JOIN d
    JOIN mart.municipality AS u ON u.municipality_code = p.municipality_code
    CROSS JOIN LATERAL mart.compare(p.indicator_code, p.period,
        CASE WHEN (output #>> '{peers,everybody}')::boolean
            THEN ARRAY(SELECT m.municipality_code FROM mart.municipality AS m WHERE m.kind = u.kind)
            ELSE ARRAY(SELECT jsonb_array_elements_text(output #> '{peers,members}')) || p.municipality_code END,
        p.gender) AS c
    WHERE c.municipality_code = p.municipality_code
)
SELECT concat_ws(' ', 'computed', p, c) FROM printed AS p
LEFT JOIN computed AS c ON c.indicator_code = p.indicator_code
WHERE (p.value, p.unit, p.status, p.rank, p.with_value, p.lower_quartile, p.median, p.upper_quartile, p.quartile_colour, p.source_title)
    IS DISTINCT FROM (c.value, c.unit, c.status, c.rank, c.with_value, c.lower_quartile, c.median, c.upper_quartile, c.quartile_colour,
        c.source_title)
UNION ALL
SELECT concat_ws(' ', 'change', p) FROM printed AS p
LEFT JOIN mart.outcome AS o ON o.indicator_code = p.indicator_code AND o.municipality_code = p.municipality_code
    AND o.gender = p.gender AND o.period = (p.period::int - 1)::text
WHERE p.period ~ '^[0-9]{4}$'
    AND (p.previous_value, p.change) IS DISTINCT FROM (o.value, p.value - o.value)
-- What is kept says the same of everybody, for public indicators.
UNION ALL
SELECT concat_ws(' ', 'kept', p, k) FROM everybody AS e CROSS JOIN d CROSS JOIN printed AS p
JOIN mart.indicator AS i ON i.indicator_code = p.indicator_code AND i.disclosure = 'public'
LEFT JOIN mart.profile AS k ON k.municipality_code = output ->> 'municipality_code' AND k.gender = output ->> 'gender'
    AND k.indicator_code = i.indicator_code
WHERE e.is_meant
    AND (p.period, p.gender, p.value, p.unit, p.status, p.polarity, p.rank, p.with_value, p.lower_quartile, p.median,
            p.upper_quartile, p.quartile_colour, p.previous_value, p.change, p.source_title, p.publication)
        IS DISTINCT FROM (k.period, k.gender, k.value, k.unit, k.status, k.polarity, k.rank, k.with_value, k.lower_quartile,
            k.median, k.upper_quartile, k.quartile_colour, k.previous_value, k.change, k.source_title, k.publication_state)
UNION ALL
SELECT concat_ws(' ', 'left out', k.indicator_code) FROM everybody AS e CROSS JOIN d
JOIN mart.profile AS k ON k.municipality_code = output ->> 'municipality_code' AND k.gender = output ->> 'gender'
WHERE e.is_meant AND NOT EXISTS (SELECT FROM printed AS p WHERE p.indicator_code = k.indicator_code)
UNION ALL
SELECT 'no rows' WHERE NOT EXISTS (SELECT FROM printed);
