-- How many figures of money a source stated before and how many of them it no longer states.
-- param 1 document_keys int4[] the documents of the source
-- returns stated int8, vanished int8
SELECT
    count(*) AS stated,
    count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM staging.economy AS s
        WHERE f.subject_key = s.subject_key AND f.period_key = s.period_key AND f.measure_key = s.measure_key AND f.definition = s.definition AND f.document_key = s.document_key)) AS vanished
FROM dw.fact_economy AS f
WHERE f.document_key = ANY ($1) AND f.status_key <> 199;
