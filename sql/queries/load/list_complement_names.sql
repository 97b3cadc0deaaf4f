-- By which names documents print the complement of a share instead of the share.
-- returns indicator_key int4, document_code text, printed text
SELECT h.indicator_key, h.document_code, h.printed
FROM dw.harmonisation AS h
WHERE h.rule_code = 'name' AND h.means = 'complement'
ORDER BY h.indicator_key, h.document_code, h.printed;
