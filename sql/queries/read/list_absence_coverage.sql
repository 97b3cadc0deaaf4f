-- Of how many units the documents of a kommun state absence, and how many readers may see.
-- param 1 municipality_key int2 the kommun
-- returns organisation text, period_key int4, source text, source_title text, stated_units int8, shown_units int8
SELECT c.organisation, c.period_key, d.document_code AS source, d.title AS source_title, c.stated_units, c.shown_units
FROM mart.absence_coverage AS c
JOIN mart.document AS d ON d.document_key = c.document_key
WHERE c.municipality_key = $1
ORDER BY c.period_key, d.speaks_before;
