-- Records registered documents as documents of a source, with the committees that issued them.
-- param 1 source_key int2 the source
-- param 2 document_codes text[] codes of the documents, or NULL for every registered one
-- returns document_key int4, document_code text
WITH wanted AS (
    SELECT r.*, m.municipality_key
    FROM etl.document AS r
    LEFT JOIN dw.dim_municipality AS m ON m.municipality_code = r.municipality_code
    WHERE $2::text[] IS NULL OR r.document_code = ANY ($2)
), organisation AS (
    INSERT INTO dw.dim_organisation (municipality_key, kind, name)
    SELECT DISTINCT municipality_key, 'committee', organisation
    FROM wanted
    WHERE organisation IS NOT NULL AND municipality_key IS NOT NULL
    ON CONFLICT (municipality_key, parent_organisation_key, kind, name) DO UPDATE SET name = excluded.name
    RETURNING organisation_key, municipality_key, name
)
INSERT INTO dw.dim_document AS d (
    source_key, document_code, title, organisation_key, report_kind, published_on, published_on_basis, reference,
    file_name, sha256)
SELECT
    $1, w.document_code, w.title, coalesce(o.organisation_key, 0), w.report_kind, w.published_on,
    w.published_on_basis, w.reference, w.file_name, w.sha256
FROM wanted AS w
LEFT JOIN organisation AS o ON o.municipality_key = w.municipality_key AND o.name = w.organisation
ON CONFLICT (source_key, document_code) DO UPDATE
SET title = excluded.title, organisation_key = excluded.organisation_key, report_kind = excluded.report_kind,
    published_on = excluded.published_on, published_on_basis = excluded.published_on_basis,
    reference = excluded.reference, file_name = excluded.file_name, sha256 = excluded.sha256
RETURNING document_key, document_code;
