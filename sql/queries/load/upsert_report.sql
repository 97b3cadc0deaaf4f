-- Records a report as a document of its source: what its manifest says, and what the register adds.
-- param 1 source_key int2 the source
-- param 2 document_code text code of the document
-- param 3 title text its title, where the register has none
-- param 4 municipality_code text the kommun that issued it
-- param 5 organisation text the committee that issued it
-- param 6 report_kind text the kind of report
-- param 7 period_end text the last day it speaks of (YYYY-MM-DD), or NULL; its date where none is registered
-- param 8 file_name text name of the file that was read
-- param 9 sha256 bytea SHA-256 of that file
-- returns document_key int4
WITH organisation AS (
    INSERT INTO dw.dim_organisation (municipality_key, kind, name)
    SELECT m.municipality_key, 'committee', $5
    FROM dw.dim_municipality AS m
    WHERE m.municipality_code = $4
    ON CONFLICT (municipality_key, parent_organisation_key, kind, name) DO UPDATE SET name = excluded.name
    RETURNING organisation_key
)
INSERT INTO dw.dim_document AS d (
    source_key, document_code, title, organisation_key, report_kind, published_on, published_on_basis, reference,
    file_name, sha256)
SELECT
    $1, $2, coalesce(r.title, $3), coalesce((SELECT o.organisation_key FROM organisation AS o), 0), $6,
    coalesce(r.published_on, $7::text::date),
    CASE WHEN r.published_on IS NOT NULL THEN r.published_on_basis WHEN $7 IS NOT NULL THEN 'period_end' END,
    r.reference, $8, $9
FROM (VALUES (1)) AS one (row_no)
LEFT JOIN etl.document AS r ON r.document_code = $2
ON CONFLICT (source_key, document_code) DO UPDATE
SET title = excluded.title, organisation_key = excluded.organisation_key, report_kind = excluded.report_kind,
    published_on = excluded.published_on, published_on_basis = excluded.published_on_basis,
    reference = excluded.reference, file_name = excluded.file_name, sha256 = excluded.sha256
RETURNING document_key;
