-- Removes the names of the units that some documents speak of; add_workplace_versions derives them anew.
-- param 1 document_keys int4[] the documents
-- returns removed int8
WITH removed AS (
    DELETE FROM dw.dim_workplace_version AS v
    WHERE EXISTS (
        SELECT FROM dw.fact_staff_absence AS f
        WHERE f.workplace_key = v.workplace_key AND f.document_key = ANY ($1))
    RETURNING 1
)
SELECT count(*) AS removed FROM removed;
