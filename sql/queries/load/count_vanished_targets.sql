-- How many targets a source stated before and how many of them it no longer states.
-- param 1 document_keys int4[] the documents of the source
-- returns stated int8, vanished int8
SELECT
    count(*) AS stated,
    count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM staging.observation AS s
        WHERE s.is_target AND f.indicator_key = s.indicator_key AND f.period_key = s.period_key AND f.gender_key = s.gender_key AND f.municipality_key = s.municipality_key AND f.document_key = s.document_key)) AS vanished
FROM dw.fact_target AS f
WHERE f.document_key = ANY ($1) AND f.status_key <> 199;
