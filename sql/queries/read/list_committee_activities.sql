-- Which verksamheter the nämnder of some kommuner answer for, as declared.
-- param 1 municipality_keys int2[] the kommuner
-- returns municipality_key int2, organisation text, activity_code text, title text
SELECT DISTINCT a.municipality_key, a.organisation, a.activity_code, a.title
FROM mart.committee_activity AS a
WHERE a.municipality_key = ANY ($1)
ORDER BY a.municipality_key, a.organisation, a.activity_code;
