-- How many figures of absence a source stated before and how many of them it no longer states.
-- param 1 document_keys int4[] the documents of the source
-- returns stated int8, vanished int8
SELECT
    count(*) AS stated,
    count(*) FILTER (WHERE NOT EXISTS (
        SELECT FROM staging.absence AS s
        WHERE f.workplace_key = s.workplace_key AND f.period_key = s.period_key AND f.measure_key = s.measure_key AND f.gender_key = s.gender_key AND f.definition = s.definition AND f.document_key = s.document_key)) AS vanished
FROM dw.fact_staff_absence AS f
WHERE f.document_key = ANY ($1) AND f.status_key <> 199;
