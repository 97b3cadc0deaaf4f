-- Whether anything of a source of slices has ever been loaded.
-- param 1 source_key int2 the source
-- param 2 document_key int4 the document that its figures belong to
-- returns loaded bool
SELECT EXISTS (SELECT FROM etl.slice WHERE source_key = $1)
    OR EXISTS (SELECT FROM dw.fact_outcome WHERE document_key = $2 LIMIT 1) AS loaded;
