-- What is declared about the figures of an indicator in some documents, and in all.
-- param 1 indicator_key int4 the indicator
-- param 2 documents text[] codes of the documents
-- returns rule_code text, document_code text, printed text, means text, reason text
SELECT h.rule_code, h.document_code, h.printed, h.means, h.reason
FROM mart.harmonisation AS h
WHERE h.indicator_key = $1 AND (h.document_code = '' OR h.document_code = ANY ($2))
ORDER BY h.rule_code, h.document_code, h.printed;
