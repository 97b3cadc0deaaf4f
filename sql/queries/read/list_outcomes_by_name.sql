-- What the warehouse states now of the indicators that a draft names, for one kommun: every period and gender;
-- the first statement is the one that speaks. A name of several indicators is none.
-- param 1 municipality_code text the kommun
-- param 2 names text[] names as printed, folded
-- returns name text, indicator_code text, period text, gender text, value numeric, document_code text
WITH named AS (
    SELECT n.name, min(k.indicator_key) AS indicator_key
    FROM unnest($2::text[]) AS n (name)
    CROSS JOIN LATERAL (
        SELECT a.indicator_key FROM mart.indicator_alias AS a WHERE a.alias_folded = n.name
        UNION
        SELECT h.indicator_key FROM mart.harmonisation AS h WHERE h.rule_code = 'name' AND h.means = '' AND lower(h.printed) = n.name
        UNION
        SELECT i.indicator_key FROM mart.indicator AS i WHERE lower(i.title) = n.name
    ) AS k
    GROUP BY n.name
    HAVING count(*) = 1
)
SELECT DISTINCT ON (n.name, p.period_code, g.gender_code)
    n.name, i.indicator_code, p.period_code AS period, g.gender_code AS gender, o.value, o.source AS document_code
FROM named AS n
JOIN mart.indicator AS i ON i.indicator_key = n.indicator_key
JOIN mart.municipality AS m ON m.municipality_code = $1
JOIN mart.outcome_stated AS o ON o.indicator_key = n.indicator_key AND o.municipality_key = m.municipality_key
JOIN mart.period AS p ON p.period_key = o.period_key
JOIN mart.gender AS g ON g.gender_key = o.gender_key
WHERE o.value IS NOT NULL
ORDER BY n.name, p.period_code, g.gender_code, o.precedence, o.published_on DESC NULLS LAST, o.document_key DESC;
