-- A larger warehouse on top of warehouse.sql, drawn by a digest so that every run has the same: sixty kommuner
-- with ties, missing values, women and men, five years, two documents that disagree, counts that are whole,
-- lacking or of a survey, values large and negative, and an internal indicator of which some may be shown.
-- Run as the superuser.

INSERT INTO dw.dim_municipality (municipality_code, kind)
SELECT (2600 + n)::text, 'municipality' FROM generate_series(1, 60) AS n;
INSERT INTO dw.dim_municipality_version
    (municipality_key, valid, name, county_code, county, skr_group, sort_order)
SELECT m.municipality_key, '(,)', 'Ort ' || right(m.municipality_code, 2), '26', 'Provlän', 'C8',
    m.municipality_code::int
FROM dw.dim_municipality AS m
WHERE m.municipality_code BETWEEN '2601' AND '2660';
INSERT INTO dw.dim_peer_group (group_code, name, kind) VALUES ('prov', 'Provgruppen', 'named');
INSERT INTO dw.bridge_peer_group (group_key, municipality_key, valid, list_version, origin, recorded)
SELECT g.group_key, m.municipality_key, '(,)', '1', 'test', '[2018-01-01 00:00+00,)'
FROM dw.dim_peer_group AS g, dw.dim_municipality AS m
WHERE g.group_code = 'prov' AND m.municipality_code BETWEEN '2601' AND '2660' AND m.municipality_code::int % 3 = 1;

INSERT INTO dw.dim_period (period_key, period_code, kind, year, start_date, end_date, is_cumulative)
SELECT 100000000 + y * 10000, y::text, 'year', y, make_date(y, 1, 1), make_date(y, 12, 31), false
FROM generate_series(2019, 2023) AS y;
INSERT INTO dw.dim_indicator (indicator_code)
SELECT 'Q0000' || n FROM generate_series(1, 9) AS n;
INSERT INTO dw.dim_indicator_version
    (indicator_key, version_no, recorded, title, unit, decimals, value_kind, polarity, operating_area, frequency,
    uncertainty, disclosure)
SELECT i.indicator_key, 1, '[2018-01-01 00:00+00,)', v.title, v.unit, v.decimals, v.kind, v.polarity, 'Prov', 'yearly',
    v.uncertainty, v.disclosure
FROM (VALUES
    ('Q00001', 'Prov, andel med underlag (%)', 'procent', 1, 'share', 'high', 'persons', 'public'),
    ('Q00002', 'Prov, andel utan underlag (%)', 'procent', 0, 'share', 'low', 'persons', 'public'),
    ('Q00003', 'Prov, kostnad', 'kr', 0, 'amount', 'none', 'none', 'public'),
    ('Q00004', 'Prov, enkät (%)', 'procent', 0, 'share', 'high', 'survey', 'public'),
    ('Q00005', 'Prov, andel i kluster (%)', 'procent', 1, 'share', 'low', 'clustered', 'public'),
    ('Q00006', 'Prov, ja eller nej', 'Ja=1/Nej=0', 0, 'boolean', 'high', 'none', 'public'),
    ('Q00007', 'Prov, avvikelse', 'kr/inv', 0, 'deviation', 'low', 'none', 'public'),
    ('Q00008', 'Prov, tal per 10 000', 'per 10 000 inv', 2, 'rate', 'low', 'persons', 'public'),
    ('Q00009', 'Prov, intern andel (%)', 'procent', 1, 'share', 'high', 'persons', 'internal')
) AS v (code, title, unit, decimals, kind, polarity, uncertainty, disclosure)
JOIN dw.dim_indicator AS i ON i.indicator_code = v.code;
SELECT dw.write_current('indicator');

CREATE TEMPORARY TABLE drawn AS
SELECT d.*, d.base * (20 + d.draw % 61) / 100 AS cases
FROM (
    SELECT i.indicator_key, i.indicator_code, p.period_key, p.year, g.gender_key, m.municipality_key, u.kind,
        ('x' || substr(md5(concat_ws('/', i.indicator_code, p.year, g.gender_key, m.municipality_code)), 1, 7))::bit(28)::int AS draw,
        30 + ('x' || substr(md5(concat_ws('-', i.indicator_code, m.municipality_code)), 1, 7))::bit(28)::int % 400 AS base
    FROM dw.dim_indicator AS i
    CROSS JOIN dw.dim_period AS p
    CROSS JOIN dw.dim_gender AS g
    CROSS JOIN dw.dim_municipality AS m
    JOIN mart.municipality AS u ON u.municipality_key = m.municipality_key
    WHERE i.indicator_code BETWEEN 'Q00001' AND 'Q00009' AND p.kind = 'year' AND p.year BETWEEN 2019 AND 2023
        AND (g.gender_key = 0 OR i.indicator_code IN ('Q00001', 'Q00002'))
) AS d;
-- A fifth says nothing at all; another tenth says why not.
DELETE FROM drawn WHERE draw % 5 = 0;

INSERT INTO dw.fact_outcome
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, value, numerator, denominator, respondents)
SELECT d.indicator_key, d.period_key, k.document_key, 2, 1, row_number() OVER (ORDER BY draw, municipality_key), d.municipality_key,
    d.gender_key,
    CASE WHEN d.draw % 10 = 1 THEN 102 WHEN d.draw % 10 = 2 THEN 1 ELSE 0 END, 1, 5,
    CASE WHEN d.draw % 10 <> 1 THEN CASE d.indicator_code
        WHEN 'Q00002' THEN d.draw % 9 * 10
        WHEN 'Q00003' THEN 99999999999 + d.draw % 1000
        WHEN 'Q00004' THEN 40 + d.draw % 30
        WHEN 'Q00006' THEN d.draw % 2
        WHEN 'Q00007' THEN d.draw % 401 - 200
        WHEN 'Q00008' THEN round(d.draw % 5000 / 100.0, 2)
        ELSE round(100.0 * d.cases / d.base, 1) END END,
    CASE WHEN d.draw % 10 <> 1 AND d.indicator_code IN ('Q00001', 'Q00005', 'Q00009')
        -- In 2022 one kommun in thirty states no counts: then nobody's are summed.
        AND NOT (d.year = 2022 AND d.draw % 30 = 3) THEN d.cases END,
    CASE WHEN d.draw % 10 <> 1 AND (d.indicator_code IN ('Q00001', 'Q00005', 'Q00009') AND NOT (d.year = 2022 AND d.draw % 30 = 3)
        OR d.indicator_code = 'Q00004' AND d.draw % 2 = 0) THEN d.base END,
    CASE WHEN d.draw % 10 <> 1 AND d.indicator_code = 'Q00004' THEN d.base * 3 / 5 END
FROM drawn AS d
JOIN dw.dim_document AS k ON k.document_code = 'tertial-1-2018';
-- Another document says something else of some of them, and has another place in the order of who speaks.
INSERT INTO dw.fact_outcome
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, value)
SELECT d.indicator_key, d.period_key, k.document_key, 1, 1, row_number() OVER (ORDER BY draw, municipality_key), d.municipality_key,
    d.gender_key, CASE WHEN d.draw % 7 = 1 THEN 100 ELSE 0 END, 1, 5, CASE WHEN d.draw % 7 <> 1 THEN 33.3 END
FROM drawn AS d
JOIN dw.dim_document AS k ON k.document_code = CASE WHEN d.draw % 2 = 0 THEN 'kolada' ELSE 'arsredovisning-2017' END
WHERE d.indicator_code IN ('Q00001', 'Q00002') AND d.draw % 17 = 0;
-- Of the internal one only what the loader has cleared is shown.
INSERT INTO dw.cleared_outcome (indicator_key, period_key, municipality_key, gender_key)
SELECT indicator_key, period_key, municipality_key, gender_key
FROM drawn
WHERE indicator_code = 'Q00009' AND draw % 4 <> 2;
DELETE FROM etl.unchecked_indicator;
DROP TABLE drawn;
SELECT etl.refresh_rankings();
