-- Where a committee's document prints a figure otherwise than another document or source states it, beyond
-- what rounding explains, and counts that shrink while they accumulate within a year. Of two documents the
-- later one is named; of a report and another source, the report; of two readings of one document, the later.
-- param 1 document_code text the document, or NULL for all
-- returns rule text, document_code text, file_name text, line_no int4, value numeric, indicator_code text, title text, municipality text, period text, gender text, other_document text, other_line int4, other_period text, other_value numeric
WITH printed AS (
    SELECT
        f.indicator_key, f.period_key, f.gender_key, f.municipality_key, f.document_key, f.value,
        coalesce(f.document_line, f.source_line) AS line_no, d.document_code, coalesce(d.file_name, '') AS file_name,
        coalesce(d.published_on, '-infinity') AS published_on
    FROM dw.fact_outcome AS f
    JOIN dw.dim_document AS d ON d.document_key = f.document_key
    -- By the condition of the index that leaves Kolada's millions out.
    WHERE f.source_column > 0 AND f.value IS NOT NULL AND d.organisation_key <> 0
), differing AS (
    SELECT
        CASE
            WHEN o.document_code = p.document_code THEN 'other-reading'
            WHEN o.organisation_key <> 0 THEN 'other-document'
            ELSE 'other-source'
        END AS rule,
        p.*, o.document_code AS other_document, coalesce(f.document_line, f.source_line) AS other_line,
        f.period_key AS other_period_key, f.value AS other_value
    FROM printed AS p
    JOIN dw.fact_outcome AS f ON f.indicator_key = p.indicator_key AND f.period_key = p.period_key
        AND f.gender_key = p.gender_key AND f.municipality_key = p.municipality_key AND f.document_key <> p.document_key
    JOIN dw.dim_document AS o ON o.document_key = f.document_key
    WHERE abs(p.value - f.value) * 2 > power(10::numeric, -least(scale(p.value), scale(f.value)))
        AND CASE
            WHEN o.organisation_key = 0 THEN true
            WHEN o.document_code = p.document_code THEN p.document_key > o.document_key
            ELSE (p.published_on, p.document_code) > (coalesce(o.published_on, '-infinity'), o.document_code)
        END
), shrinking AS (
    SELECT
        'shrinking' AS rule, p.*, o.document_code AS other_document, o.line_no AS other_line,
        o.period_key AS other_period_key, o.value AS other_value
    FROM printed AS p
    JOIN dw.dim_period AS pp ON pp.period_key = p.period_key AND pp.kind IN ('tertial', 'year')
    -- Only what is declared to accumulate.
    JOIN dw.harmonisation AS h ON h.indicator_key = p.indicator_key AND h.rule_code = 'tertial'
        AND h.means = 'accumulates' AND h.document_code IN ('', p.document_code)
    JOIN printed AS o ON o.indicator_key = p.indicator_key AND o.gender_key = p.gender_key
        AND o.municipality_key = p.municipality_key AND o.value > p.value
    JOIN dw.dim_period AS po ON po.period_key = o.period_key AND po.kind = 'tertial' AND po.year = pp.year
        AND (po.end_date < pp.end_date OR pp.kind = 'year')
)
SELECT DISTINCT
    d.rule, d.document_code, d.file_name, d.line_no, d.value, i.indicator_code, v.title, m.name AS municipality,
    p.period_code AS period, g.gender_code AS gender, d.other_document, d.other_line, po.period_code AS other_period,
    d.other_value
FROM (SELECT * FROM differing UNION ALL SELECT * FROM shrinking) AS d
JOIN dw.dim_indicator AS i ON i.indicator_key = d.indicator_key
JOIN dw.dim_indicator_version AS v ON v.indicator_key = d.indicator_key AND upper_inf(v.recorded)
JOIN dw.dim_municipality_version AS m ON m.municipality_key = d.municipality_key AND upper_inf(m.valid)
JOIN dw.dim_period AS p ON p.period_key = d.period_key
JOIN dw.dim_period AS po ON po.period_key = d.other_period_key
JOIN dw.dim_gender AS g ON g.gender_key = d.gender_key
WHERE d.document_code = $1 OR $1 IS NULL
ORDER BY d.document_code, d.line_no, d.rule, i.indicator_code, p.period_code, g.gender_code, d.other_document;
