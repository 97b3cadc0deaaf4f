-- Internal indicators of which nothing is shown because nobody has looked at their figures since they
-- changed; and figures cleared that no document states.
-- returns subject text, problem text
SELECT concat_ws(' ', 'indicator_key', u.indicator_key) AS subject,
    'its figures changed and nobody has found out which may be shown' AS problem
FROM etl.unchecked_indicator AS u
UNION ALL
SELECT concat_ws(' ', 'indicator_key', c.indicator_key, 'period_key', c.period_key, 'municipality_key', c.municipality_key,
        'gender_key', c.gender_key),
    'it is cleared and no document states it'
FROM dw.cleared_outcome AS c
WHERE NOT EXISTS (
    SELECT FROM dw.fact_outcome AS f
    WHERE f.indicator_key = c.indicator_key AND f.period_key = c.period_key AND f.gender_key = c.gender_key
        AND f.municipality_key = c.municipality_key);
