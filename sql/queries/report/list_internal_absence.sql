-- Absence for sickness of all units of a kommun, small ones and those of unknown size too: for whoever
-- may take the role of the load, and never for readers.
-- param 1 municipality_key int2 the kommun
-- returns organisation text, workplace_kind text, workplace_code text, workplace text, period text, measure text, definition text, gender text, value numeric, status text, unit text, headcount int4, printed text, note text, source text, source_title text, document_line int4
SELECT o.name AS organisation, s.kind AS workplace_kind, CASE WHEN s.has_own_code THEN s.workplace_code END AS workplace_code,
    s.workplace_name AS workplace, p.period_code AS period, m.measure_code AS measure, s.definition,
    g.gender_code AS gender, s.value, st.status_code AS status, s.unit, s.headcount, s.printed, s.note,
    d.document_code AS source, d.title AS source_title, s.source_line AS document_line
FROM dw.absence_standing AS s
JOIN dw.dim_organisation AS o ON o.organisation_key = s.organisation_key
JOIN dw.dim_period AS p ON p.period_key = s.period_key
JOIN dw.dim_absence_measure AS m ON m.measure_key = s.measure_key
JOIN dw.dim_gender AS g ON g.gender_key = s.gender_key
JOIN dw.dim_outcome_status AS st ON st.status_key = s.status_key
JOIN mart.document AS d ON d.document_key = s.document_key
WHERE s.municipality_key = $1
ORDER BY s.period_key, d.speaks_before, s.source_line, measure, s.definition, gender DESC;
