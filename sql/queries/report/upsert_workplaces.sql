-- Adds the units of staff that a document names, and gives the keys of all of them.
-- param 1 document_key int4 the document; its nämnd is theirs
-- param 2 kinds text[] kinds: unit or total
-- param 3 codes text[] own codes, or names where there is none
-- param 4 own_codes bool[] whether the code is the unit's own
-- returns workplace_key int4, kind text, workplace_code text, has_own_code bool
WITH wanted AS (
    SELECT DISTINCT d.organisation_key, w.kind, w.code, w.is_own
    FROM unnest($2::text[], $3::text[], $4::bool[]) AS w (kind, code, is_own), dw.dim_document AS d
    WHERE d.document_key = $1
), added AS (
    INSERT INTO dw.dim_workplace (organisation_key, kind, workplace_code, has_own_code)
    SELECT w.organisation_key, w.kind, w.code, w.is_own
    FROM wanted AS w
    ON CONFLICT DO NOTHING
    RETURNING workplace_key, kind, workplace_code, has_own_code
)
SELECT a.workplace_key, a.kind, a.workplace_code, a.has_own_code FROM added AS a
UNION ALL
SELECT p.workplace_key, p.kind, p.workplace_code, p.has_own_code
FROM dw.dim_workplace AS p
JOIN wanted AS w ON w.organisation_key = p.organisation_key AND w.kind = p.kind AND w.code = p.workplace_code
    AND w.is_own = p.has_own_code;
