-- Adds what the rows of a document's tables of money are about, and gives the keys of all of it.
-- param 1 document_key int4 the document; its nämnd is theirs
-- param 2 kinds text[] kinds
-- param 3 names text[] names
-- returns subject_key int4, kind text, name text
WITH wanted AS (
    SELECT DISTINCT d.organisation_key, w.kind, w.name
    FROM unnest($2::text[], $3::text[]) AS w (kind, name), dw.dim_document AS d
    WHERE d.document_key = $1
), added AS (
    INSERT INTO dw.dim_economy_subject (organisation_key, kind, name)
    SELECT w.organisation_key, w.kind, w.name
    FROM wanted AS w
    ON CONFLICT DO NOTHING
    RETURNING subject_key, kind, name
)
SELECT a.subject_key, a.kind, a.name FROM added AS a
UNION ALL
SELECT s.subject_key, s.kind, s.name
FROM dw.dim_economy_subject AS s
JOIN wanted AS w ON w.organisation_key = s.organisation_key AND w.kind = s.kind AND w.name = s.name;
