-- Every document through which a source has ever stated figures.
-- param 1 source_key int2 the source
-- returns document_key int4
SELECT document_key
FROM dw.dim_document
WHERE source_key = $1
ORDER BY document_key;
