-- A digest of everything that resolving names depends on, so that a changed alias is a new identity.
-- returns digest bytea
SELECT sha256(convert_to(concat_ws(
    '|',
    (SELECT string_agg(concat_ws(',', municipality_code, kind, municipality_key), ';' ORDER BY municipality_code) FROM dw.dim_municipality),
    (SELECT string_agg(concat_ws(',', municipality_key, name, valid), ';' ORDER BY municipality_key, valid) FROM dw.dim_municipality_version),
    (SELECT string_agg(concat_ws(',', alias_folded, municipality_key), ';' ORDER BY alias_folded, municipality_key) FROM dw.municipality_alias),
    (SELECT string_agg(concat_ws(',', i.indicator_code, i.indicator_key, CASE WHEN v.origin = 'curated' THEN v.title END, v.unit, v.value_kind, v.disclosure), ';' ORDER BY i.indicator_code)
        FROM dw.dim_indicator AS i JOIN dw.dim_indicator_version AS v ON v.indicator_key = i.indicator_key AND upper_inf(v.recorded) AND v.origin <> 'catalogue_missing'),
    (SELECT string_agg(concat_ws(',', alias_folded, indicator_key), ';' ORDER BY alias_folded, indicator_key) FROM dw.indicator_alias),
    (SELECT string_agg(concat_ws(',', indicator_key, rule_code, document_code, printed_folded, means), ';' ORDER BY indicator_key, rule_code, document_code, printed_folded) FROM dw.harmonisation),
    (SELECT string_agg(d::text, ';' ORDER BY document_code) FROM etl.document AS d)
), 'UTF8')) AS digest;
