-- Registers documents, or corrects what is registered of them.
-- param 1 document_codes text[] document code; empty for none
-- param 2 titles text[] title; empty for none
-- param 3 municipality_codes text[] municipality code; empty for none
-- param 4 organisations text[] organisation; empty for none
-- param 5 report_kinds text[] report kind; empty for none
-- param 6 published_ons text[] published on; empty for none, YYYY-MM-DD
-- param 7 published_on_basiss text[] published on basis; empty for none
-- param 8 references text[] reference; empty for none
-- param 9 file_names text[] file name; empty for none
-- param 10 sha256s text[] sha256; empty for none, hexadecimal
-- returns changed int8
WITH changed AS (
    INSERT INTO etl.document AS d (document_code, title, municipality_code, organisation, report_kind, published_on, published_on_basis, reference, file_name, sha256)
    SELECT n.document_code, n.title, nullif(n.municipality_code, ''), nullif(n.organisation, ''),
        nullif(n.report_kind, ''), nullif(n.published_on, '')::date, nullif(n.published_on_basis, ''),
        nullif(n.reference, ''), nullif(n.file_name, ''), decode(nullif(n.sha256, ''), 'hex')
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[])
        AS n (document_code, title, municipality_code, organisation, report_kind, published_on, published_on_basis, reference, file_name, sha256)
    ON CONFLICT (document_code) DO UPDATE
    SET title = excluded.title, municipality_code = excluded.municipality_code, organisation = excluded.organisation, report_kind = excluded.report_kind, published_on = excluded.published_on, published_on_basis = excluded.published_on_basis, reference = excluded.reference, file_name = excluded.file_name, sha256 = excluded.sha256
    WHERE (d.title, d.municipality_code, d.organisation, d.report_kind, d.published_on, d.published_on_basis, d.reference, d.file_name, d.sha256)
        IS DISTINCT FROM (excluded.title, excluded.municipality_code, excluded.organisation, excluded.report_kind, excluded.published_on, excluded.published_on_basis, excluded.reference, excluded.file_name, excluded.sha256)
    RETURNING 1
)
SELECT count(*) AS changed FROM changed;
