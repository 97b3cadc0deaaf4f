-- Where a committee's document prints a target, an amount of money or an absence otherwise than another
-- document states it, beyond what rounding explains, and income and costs that shrink while they accumulate
-- within a year. A forecast is another one each time. Which of two is named: as in list_disagreements.
-- param 1 document_code text the document, or NULL for all
-- returns rule text, document_code text, file_name text, line_no int4, printed text, subject text, measure_sv text, measure_en text, municipality text, period text, gender text, other_document text, other_line int4, other_period text, other_printed text
WITH stated AS (
    -- A target counts in its indicator's unit.
    SELECT
        'target:' || f.indicator_key AS subject_id, f.period_key, f.gender_key, f.municipality_key, f.document_key,
        f.value, power(10::numeric, -scale(f.value)) AS step, true AS is_signed, NULL::boolean AS accumulates,
        coalesce(f.document_line, f.source_line) AS line_no, replace(f.value::text, '.', ',') AS printed,
        v.title || ' (' || i.indicator_code || ')' AS subject, 'mål' AS measure_sv, 'target' AS measure_en
    FROM dw.fact_target AS f
    JOIN dw.dim_indicator AS i ON i.indicator_key = f.indicator_key
    JOIN dw.dim_indicator_version AS v ON v.indicator_key = f.indicator_key AND upper_inf(v.recorded)
    -- A target without a period of its own stands beside figures, and may hold for any.
    WHERE f.value IS NOT NULL AND f.period_declared
    UNION ALL
    -- Rows that mean the same verksamhet are the same subject, whatever they are called.
    SELECT
        concat_ws(':', 'money', m.measure_code, s.organisation_key, s.kind, coalesce(a.activity_code, '=' || s.name), f.definition),
        f.period_key, 0, f.municipality_key, f.document_key,
        f.amount,
        CASE f.printed_unit WHEN 'kr' THEN 0.001 WHEN 'tkr' THEN 1 ELSE 1000 END
        * power(10::numeric, -coalesce(length(substring(f.printed FROM '[0-9],([0-9]+)')), 0)),
        -- Words carry the sign where running text (column 0) prints none; a cell without one is positive.
        f.source_column > 0 OR f.printed ~ '^[-+−–]',
        f.is_cumulative AND m.measure_code IN ('income', 'cost'),
        f.source_line, f.printed || CASE WHEN f.printed ~ '[[:alpha:]]' THEN '' ELSE ' ' || f.printed_unit END,
        s.name, m.label_sv, m.label_en
    FROM dw.fact_economy AS f
    JOIN dw.dim_economy_subject AS s ON s.subject_key = f.subject_key
    JOIN dw.dim_organisation AS o ON o.organisation_key = s.organisation_key
    JOIN dw.dim_economy_measure AS m ON m.measure_key = f.measure_key
    LEFT JOIN dw.committee_activity AS a ON a.municipality_key = f.municipality_key AND a.organisation = o.name AND a.name = s.name
    WHERE f.amount IS NOT NULL AND m.measure_code NOT IN ('forecast', 'forecast_deviation')
    UNION ALL
    SELECT
        concat_ws(':', 'absence', f.measure_key, f.workplace_key, f.definition), f.period_key, f.gender_key,
        f.municipality_key, f.document_key, f.value, power(10::numeric, -scale(f.value)), true, NULL::boolean,
        f.source_line, f.printed, f.workplace_name, m.label_sv, m.label_en
    FROM dw.fact_staff_absence AS f
    JOIN dw.dim_absence_measure AS m ON m.measure_key = f.measure_key
    WHERE f.value IS NOT NULL
), documented AS (
    SELECT
        s.*, d.document_code, coalesce(d.file_name, '') AS file_name,
        coalesce(d.published_on, '-infinity') AS published_on, d.organisation_key
    FROM stated AS s
    JOIN dw.dim_document AS d ON d.document_key = s.document_key
), told AS (
    SELECT
        CASE
            WHEN o.document_code = p.document_code THEN 'other-reading'
            WHEN o.organisation_key <> 0 THEN 'other-document'
            ELSE 'other-source'
        END AS rule,
        p, o
    FROM documented AS p
    JOIN documented AS o ON o.subject_id = p.subject_id AND o.period_key = p.period_key AND o.gender_key = p.gender_key
        AND o.municipality_key = p.municipality_key AND o.document_key <> p.document_key
    WHERE p.organisation_key <> 0
        AND 2 * CASE WHEN p.is_signed AND o.is_signed THEN abs(p.value - o.value) ELSE abs(abs(p.value) - abs(o.value)) END
            > greatest(p.step, o.step)
        AND CASE
            WHEN o.organisation_key = 0 THEN true
            WHEN o.document_code = p.document_code THEN p.document_key > o.document_key
            ELSE (p.published_on, p.document_code) > (o.published_on, o.document_code)
        END
    UNION ALL
    SELECT 'shrinking', p, o
    FROM documented AS p
    JOIN dw.dim_period AS pp ON pp.period_key = p.period_key AND pp.kind IN ('tertial', 'year')
    JOIN documented AS o ON o.subject_id = p.subject_id AND o.gender_key = p.gender_key
        AND o.municipality_key = p.municipality_key AND o.accumulates AND o.organisation_key <> 0
        AND 2 * (abs(o.value) - abs(p.value)) > greatest(p.step, o.step)
    JOIN dw.dim_period AS po ON po.period_key = o.period_key AND po.kind = 'tertial' AND po.year = pp.year
        AND (po.end_date < pp.end_date OR pp.kind = 'year')
    WHERE p.accumulates AND p.organisation_key <> 0
)
SELECT DISTINCT
    t.rule, (t.p).document_code, (t.p).file_name, (t.p).line_no, (t.p).printed, (t.p).subject, (t.p).measure_sv,
    (t.p).measure_en, m.name AS municipality, p.period_code AS period, g.gender_code AS gender,
    (t.o).document_code AS other_document, (t.o).line_no AS other_line, po.period_code AS other_period,
    (t.o).printed AS other_printed
FROM told AS t
JOIN dw.dim_municipality_version AS m ON m.municipality_key = (t.p).municipality_key AND upper_inf(m.valid)
JOIN dw.dim_period AS p ON p.period_key = (t.p).period_key
JOIN dw.dim_period AS po ON po.period_key = (t.o).period_key
JOIN dw.dim_gender AS g ON g.gender_key = (t.p).gender_key
WHERE (t.p).document_code = $1 OR $1 IS NULL
ORDER BY (t.p).document_code, (t.p).line_no, t.rule, (t.p).subject, (t.p).measure_sv, p.period_code, g.gender_code, (t.o).document_code;
