-- Absence for sickness of a kommun's units that readers may see, all documents.
-- param 1 municipality_key int2 the kommun
-- returns organisation text, workplace_kind text, workplace_code text, workplace text, period text, measure text, definition text, gender text, value numeric, status text, unit text, headcount int4, printed text, note text, source text, source_title text, document_line int4
SELECT a.organisation, a.workplace_kind, a.workplace_code, a.workplace, a.period, a.measure, a.definition, a.gender,
    a.value, a.status, a.unit, a.headcount, a.printed, a.note, a.source, a.source_title, a.document_line
FROM mart.absence AS a
JOIN mart.document AS d ON d.document_key = a.document_key
WHERE a.municipality_key = $1
ORDER BY a.period_key, d.speaks_before, a.document_line, a.measure, a.definition, a.gender DESC;
