-- What the documents that are loaded contradict themselves in, by the newest load of each.
-- param 1 document_code text the document, or NULL for all
-- returns document_code text, file_name text, line_no int4, severity text, rule_code text, printed text, expected text, message_sv text, message_en text
SELECT
    d.document_code, coalesce(d.file_name, '') AS file_name, f.line_no, f.severity, f.rule_code, f.printed, f.expected,
    f.message_sv, f.message_en
FROM etl.finding AS f
JOIN dw.dim_document AS d ON d.document_key = f.document_key
WHERE (d.document_code = $1 OR $1 IS NULL)
    AND f.load_key = (
        SELECT max(l.load_key) FROM etl.load AS l WHERE l.source_key = d.source_key AND l.state = 'loaded')
ORDER BY d.document_code, f.line_no, f.rule_code, f.finding_key;
