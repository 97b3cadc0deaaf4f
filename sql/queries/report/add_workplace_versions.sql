-- Derives what the units were called, and when, from all facts about them; runs after the removal.
-- Where two documents name a unit differently for one period, the newer document's name stands.
-- param 1 document_keys int4[] the documents whose units are meant
-- returns added int8
WITH stated AS (
    SELECT DISTINCT ON (f.workplace_key, p.start_date)
        f.workplace_key, p.start_date, f.workplace_name AS name
    FROM dw.fact_staff_absence AS f
    JOIN dw.dim_period AS p ON p.period_key = f.period_key
    JOIN dw.dim_document AS d ON d.document_key = f.document_key
    WHERE f.status_key <> 199
        AND f.workplace_key IN (SELECT t.workplace_key FROM dw.fact_staff_absence AS t WHERE t.document_key = ANY ($1))
    ORDER BY f.workplace_key, p.start_date, d.published_on DESC NULLS LAST, f.document_key DESC, f.workplace_name
), changed AS (
    SELECT workplace_key, start_date, name, lag(name) OVER unit IS DISTINCT FROM name AS is_new,
        lag(name) OVER unit IS NULL AS is_first
    FROM stated
    WINDOW unit AS (PARTITION BY workplace_key ORDER BY start_date)
), version AS (
    SELECT workplace_key, name,
        daterange(
            CASE WHEN is_first THEN NULL ELSE start_date END,
            lead(start_date) OVER (PARTITION BY workplace_key ORDER BY start_date)) AS valid
    FROM changed
    WHERE is_new
), added AS (
    INSERT INTO dw.dim_workplace_version (workplace_key, valid, name)
    SELECT v.workplace_key, v.valid, v.name
    FROM version AS v
    RETURNING 1
)
SELECT count(*) AS added FROM added;
