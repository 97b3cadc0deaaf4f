-- Which period a target holds for whose document states none.
-- returns indicator_key int4, document_code text, means text
SELECT h.indicator_key, h.document_code, h.means
FROM dw.harmonisation AS h
WHERE h.rule_code = 'target_period' AND h.means <> 'unstated'
ORDER BY h.indicator_key, h.document_code;
