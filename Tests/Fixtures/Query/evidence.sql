-- On top of generated.sql: surveys, cases in clusters and single persons, of which it is known what a verdict must
-- rest on and what is missing. Run as the superuser.

INSERT INTO dw.dim_indicator (indicator_code)
SELECT c FROM unnest(ARRAY['S00001', 'S00002', 'S00003', 'C00001', 'C00002', 'C00003', 'P00001', 'P00002']) AS c;
INSERT INTO dw.dim_indicator_version
    (indicator_key, version_no, recorded, title, unit, decimals, value_kind, polarity, frequency, uncertainty, disclosure)
SELECT indicator_key, 1, '[2018-01-01 00:00+00,)', 'Prov ' || indicator_code, 'procent', 1, 'share',
    CASE WHEN indicator_code < 'D' THEN 'low' ELSE 'high' END, 'yearly',
    CASE WHEN indicator_code < 'C00002' OR indicator_code = 'C00003' THEN 'clustered'
        WHEN indicator_code LIKE 'S%' THEN 'survey' ELSE 'persons' END, 'public'
FROM dw.dim_indicator
WHERE indicator_code ~ '^[SCP]0000[1-3]$';
SELECT dw.write_current('indicator');
CREATE TEMPORARY TABLE told (code text, place int, gender int, value numeric, x numeric, n numeric, answers int);
-- Surveys: all fine; one of the others below half; of one nobody knows how many were asked.
INSERT INTO told
SELECT s.code, v.place, 0, v.value, NULL, CASE WHEN s.code = 'S00003' AND v.place = 3 THEN NULL ELSE v.asked END,
    CASE WHEN s.code = 'S00002' AND v.place = 3 THEN 70 ELSE 100 END
FROM (VALUES ('S00001'), ('S00002'), ('S00003')) AS s (code),
    (VALUES (1, 30, 150), (2, 60, 150), (3, 62, 160)) AS v (place, value, asked);
-- Twelve further apart than chance leaves them; the same as single persons; of five only.
INSERT INTO told
SELECT s.code, u.place, g.gender, round(100.0 * g.x / g.n, 1), g.x, g.n, NULL
FROM (VALUES ('C00001', 12), ('C00002', 12), ('C00003', 5)) AS s (code, units),
    unnest(ARRAY[60, 140, 70, 130, 80, 120, 62, 138, 72, 128, 82, 118]) WITH ORDINALITY AS u (x, place),
    LATERAL (VALUES (0, u.x, 400), (1, CASE WHEN u.place = 1 THEN 40 ELSE u.x / 2 END, 200),
        (2, CASE WHEN u.place = 1 THEN 20 ELSE u.x / 2 END, 200)) AS g (gender, x, n)
WHERE u.place <= s.units;
-- Single persons: of one of the others the counts do not give the value.
INSERT INTO told VALUES
    ('P00001', 1, 0, 40, 40, 100, NULL), ('P00001', 2, 0, 60, 60, 100, NULL), ('P00001', 3, 0, 60, 60, 100, NULL),
    ('P00002', 1, 0, 40, 40, 100, NULL), ('P00002', 2, 0, 60, 60, 100, NULL), ('P00002', 3, 0, 60, 6, 100, NULL);
INSERT INTO dw.fact_outcome
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, value, numerator, denominator, respondents)
SELECT i.indicator_key, 100000000 + 2023 * 10000, d.document_key, 2, 1, row_number() OVER (), m.municipality_key, t.gender, 0, 1, 5,
    t.value, t.x, t.n, t.answers
FROM told AS t
JOIN dw.dim_indicator AS i ON i.indicator_code = t.code
JOIN dw.dim_municipality AS m ON m.municipality_code = (2600 + t.place)::text
JOIN dw.dim_document AS d ON d.document_code = 'kolada';
SELECT etl.refresh_rankings();
