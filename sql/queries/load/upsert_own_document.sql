-- Records a source as its own document, for sources that name none.
-- param 1 source_key int2 the source
-- returns document_key int4
INSERT INTO dw.dim_document AS d (source_key, document_code, title)
SELECT s.source_key, s.source_code, s.title
FROM dw.dim_source AS s
WHERE s.source_key = $1
ON CONFLICT (source_key, document_code) DO UPDATE SET title = excluded.title
RETURNING document_key;
