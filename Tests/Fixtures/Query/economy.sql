-- Money and absence beside the small warehouse of warehouse.sql. Nacka's figures are those of its socialnämnd's
-- tables, with their lines: tertialrapport 1 2017, årsredovisning 2017, tertialbokslut 1 2018 (public documents).
-- Tyresö's report, the headcounts and the price index are made up for the tests.

INSERT INTO dw.dim_period (period_key, period_code, kind, year, start_date, end_date, is_cumulative) VALUES
    (220170001, '2017-T1', 'tertial', 2017, '2017-01-01', '2017-04-30', true);
INSERT INTO dw.dim_organisation (municipality_key, kind, name)
SELECT municipality_key, 'committee', 'Socialnämnden' FROM dw.dim_municipality WHERE municipality_code = '0138';
INSERT INTO dw.dim_document
    (source_key, document_code, title, organisation_key, report_kind, published_on, published_on_basis, file_name)
SELECT s.source_key, v.code, v.title, o.organisation_key, v.kind, v.published::date, 'period_end', v.file
FROM (VALUES
    ('tertial-1-2017', 'Tertialrapport 1 2017, socialnämnden', '0182', 'tertial_report', '2017-04-30', 'tertialrapport1_2017.txt'),
    ('tyreso-2017', 'Tyresös påhittade årsredovisning 2017', '0138', 'annual_report', '2017-12-31', 'tyreso_2017.txt')
) AS v (code, title, municipality, kind, published, file)
JOIN dw.dim_source AS s ON s.source_code = 'nacka-reports'
JOIN dw.dim_municipality AS m ON m.municipality_code = v.municipality
JOIN dw.dim_organisation AS o ON o.municipality_key = m.municipality_key AND o.kind = 'committee';

INSERT INTO dw.committee_activity
SELECT m.municipality_key, 'Socialnämnden', v.activity, v.name, v.title, 'test'
FROM (VALUES
    ('0182', 'barn-och-unga', 'Barn och unga', 'Barn och unga'), ('0182', 'vuxna', 'Vuxna 21-64 år', 'Vuxna'),
    ('0182', 'funktionsnedsattning', 'Personer med funktionsnedsättning', 'Personer med funktionsnedsättning'),
    ('0138', 'barn-och-unga', 'Barn och ungdom', 'Barn och unga'),
    ('0138', 'ekonomiskt-bistand', 'Ekonomiskt bistånd', 'Ekonomiskt bistånd')
) AS v (code, activity, name, title)
JOIN dw.dim_municipality AS m ON m.municipality_code = v.code;

CREATE TEMPORARY TABLE printed_row (
    document text, line int, subject text, c1 text, c2 text, c3 text, c4 text, c5 text, c6 text, c7 text, c8 text);
INSERT INTO printed_row VALUES
    ('tertial-1-2017', 134, 'Ankomstregistrerade fakturor', '', '-552', '-552', '', '', '', '', ''),
    ('tertial-1-2017', 135, 'Barn och unga', '1 584', '-38 196', '-36 612', '-34 594', '-2 018', '-103 783', '-104 958', '-1 175'),
    ('tertial-1-2017', 136, 'Vuxna 21-64 år', '6 443', '-20 380', '-13 938', '-15 076', '1 139', '-45 229', '-47 349', '-2 120'),
    ('tertial-1-2017', 137, 'Personer med funktionsnedsättning', '11 861', '-147 726', '-135 865', '-148 516', '12 651', '-445 548', '-432 792', '12 756'),
    ('tertial-1-2017', 138, 'Gemensam socialtjänst', '9', '-2 860', '-2 851', '-2 772', '-79', '-8 317', '-8 624', '-307'),
    ('tertial-1-2017', 139, 'Myndighet och huvudmannaskap', '1 795', '-41 257', '-39 462', '-37 393', '-2 070', '-112 169', '-120 260', '-8 091'),
    ('tertial-1-2017', 140, 'Nämnd och nämndstöd', '0', '-511', '-490', '-922', '411', '-2 766', '-1 883', '883'),
    ('tertial-1-2017', 141, 'Utfall felaktigt vht', '13', '-393', '-380', '0', '-380', '0', '0', '0'),
    ('tertial-1-2017', 142, 'Summa', '21 703', '-251 854', '-229 602', '-239 274', '9 102', '-717 812', '-715 866', '1 946'),
    ('arsredovisning-2017', 258, 'Barn och unga', '4 654', '-111 675', '-107 021', '-103 783', '-3 238', '5 628', '-103 130', '-97 502'),
    ('arsredovisning-2017', 259, 'Vuxna 21-64 år', '17 380', '-52 947', '-35 567', '-45 229', '9 662', '26 763', '-67 182', '-40 419'),
    ('arsredovisning-2017', 260, 'Personer med funktionsnedsättning', '34 661', '-462 777', '-428 117', '-445 548', '17 431', '35 692', '-455 126', '-419 434'),
    ('arsredovisning-2017', 261, 'Gemensam socialtjänst', '454', '-6 751', '-6 296', '-8 317', '2 02 I', 'I 089', '-11 847', '-10 758'),
    ('arsredovisning-2017', 262, 'Myndighet och huvudmannaskap', '', '-116 266', '-116 266', '-112 169', '-4 097', '', '-103 572', '-103 572'),
    ('arsredovisning-2017', 263, 'Nämnd och nämndstöd', '', '-2 386', '-2 386', '-2 766', '380', '0', '-2 061', '-2 061'),
    ('arsredovisning-2017', 264, 'Summa', '57 149', '-752 803', '-695 654', '-717 812', '22 158', '69 172', '-742 917', '-673 745'),
    ('tertial-1-2018', 521, 'Barn och unga', '1 906', '-42 510', '-40 604', '-36 413', '-4 191', '-109 238', '-119 081', '-9 843'),
    ('tertial-1-2018', 523, 'Vuxna 21-64 år', '6 488', '-19 564', '-13 075', '-15 606', '2 531', '-46 819', '-41 162', '5 657'),
    ('tertial-1-2018', 528, 'Personer med funktionsnedsättning', '9 752', '-157 472', '-147 720', '-148 150', '430', '-444 449', '-441 939', '2 510'),
    ('tertial-1-2018', 533, 'Gemensam socialtjänst', '0', '-2 544', '-2 544', '-2 743', '198', '-8 198', '-7 701', '497'),
    ('tertial-1-2018', 538, 'Myndighet och huvudmannaskap', '0', '-38 717', '-38 717', '-38 002', '-715', '-115 669', '-118 194', '-2 525'),
    ('tertial-1-2018', 543, 'Nämnd och nämndstöd', '0', '-873', '-873', '-922', '49', '-2 766', '-2 658', '108'),
    ('tertial-1-2018', 545, 'Summa', '18 146', '-261 680', '-243 533', '-241 836', '-1 697', '-727 139', '-730 734', '-3 595'),
    ('tyreso-2017', 10, 'Barn och ungdom', '2 000', '-62 000', '-60 000', '-58 000', '-2 000', NULL, NULL, NULL),
    ('tyreso-2017', 11, 'Ekonomiskt bistånd', '500', '-30 500', '-30 000', '-31 000', '1 000', NULL, NULL, NULL),
    ('tyreso-2017', 12, 'Summa', '2 500', '-92 500', '-90 000', '-89 000', '-1 000', NULL, NULL, NULL);

CREATE TEMPORARY TABLE printed_column (document text, place int, measure text, period text);
INSERT INTO printed_column VALUES
    ('tertial-1-2017', 1, 'income', '2017-T1'), ('tertial-1-2017', 2, 'cost', '2017-T1'), ('tertial-1-2017', 3, 'net', '2017-T1'), ('tertial-1-2017', 4, 'budget', '2017-T1'),
    ('tertial-1-2017', 5, 'deviation', '2017-T1'), ('tertial-1-2017', 6, 'budget', '2017'), ('tertial-1-2017', 7, 'forecast', '2017'), ('tertial-1-2017', 8, 'forecast_deviation', '2017'),
    ('tertial-1-2018', 1, 'income', '2018-T1'), ('tertial-1-2018', 2, 'cost', '2018-T1'), ('tertial-1-2018', 3, 'net', '2018-T1'), ('tertial-1-2018', 4, 'budget', '2018-T1'),
    ('tertial-1-2018', 5, 'deviation', '2018-T1'), ('tertial-1-2018', 6, 'budget', '2018'), ('tertial-1-2018', 7, 'forecast', '2018'), ('tertial-1-2018', 8, 'forecast_deviation', '2018'),
    ('arsredovisning-2017', 1, 'income', '2017'), ('arsredovisning-2017', 2, 'cost', '2017'), ('arsredovisning-2017', 3, 'net', '2017'), ('arsredovisning-2017', 4, 'budget', '2017'),
    ('arsredovisning-2017', 5, 'deviation', '2017'), ('arsredovisning-2017', 6, 'income', '2016'), ('arsredovisning-2017', 7, 'cost', '2016'), ('arsredovisning-2017', 8, 'net', '2016'),
    ('tyreso-2017', 1, 'income', '2017'), ('tyreso-2017', 2, 'cost', '2017'), ('tyreso-2017', 3, 'net', '2017'), ('tyreso-2017', 4, 'budget', '2017'),
    ('tyreso-2017', 5, 'deviation', '2017');

INSERT INTO dw.dim_economy_subject (organisation_key, kind, name)
SELECT DISTINCT d.organisation_key, CASE r.subject WHEN 'Summa' THEN 'total' ELSE 'activity' END,
    CASE r.subject WHEN 'Summa' THEN 'Socialnämnden' ELSE r.subject END
FROM printed_row AS r
JOIN dw.dim_document AS d ON d.document_code = r.document;
INSERT INTO dw.fact_economy
    (subject_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, measure_key, status_key,
    source_file, source_column, is_cumulative, amount, definition, printed, printed_unit, note)
SELECT s.subject_key, p.period_key, d.document_key, 1, 1, r.line, o.municipality_key, m.measure_key,
    CASE cell.text WHEN '' THEN 101 ELSE 0 END, 1, c.place, true,
    nullif(replace(replace(cell.text, ' ', ''), 'I', '1'), '')::numeric, '', cell.text, 'tkr',
    CASE WHEN cell.text LIKE '%I%' THEN 'letter-for-digit: ”' || cell.text || '”' END
FROM printed_row AS r
JOIN dw.dim_document AS d ON d.document_code = r.document
JOIN dw.dim_organisation AS o ON o.organisation_key = d.organisation_key
JOIN dw.dim_economy_subject AS s ON s.organisation_key = d.organisation_key
    AND s.name = CASE r.subject WHEN 'Summa' THEN 'Socialnämnden' ELSE r.subject END
JOIN printed_column AS c ON c.document = r.document
JOIN dw.dim_period AS p ON p.period_code = c.period
JOIN dw.dim_economy_measure AS m ON m.measure_code = c.measure
CROSS JOIN LATERAL (
    SELECT (ARRAY[r.c1, r.c2, r.c3, r.c4, r.c5, r.c6, r.c7, r.c8])[c.place] AS text) AS cell;

-- Load 2 corrected Tyresö's costs of economic assistance: they were 30 400.
INSERT INTO dw.fact_economy_revision
SELECT f.subject_key, f.period_key, f.document_key, 1, 1, f.source_line, f.municipality_key, f.measure_key, f.status_key,
    f.source_file, f.source_column, f.is_cumulative, -30400, f.definition, '-30 400', f.printed_unit, f.note, 2
FROM dw.fact_economy AS f
JOIN dw.dim_economy_subject AS s ON s.subject_key = f.subject_key AND s.name = 'Ekonomiskt bistånd'
WHERE f.measure_key = 2;
UPDATE dw.fact_economy AS f
SET load_key = 2, revision_no = 2
FROM dw.dim_economy_subject AS s
WHERE s.subject_key = f.subject_key AND s.name = 'Ekonomiskt bistånd' AND f.measure_key = 2;

-- Inhabitants (SCB's for Nacka) and a price index.
INSERT INTO dw.dim_indicator (indicator_code) VALUES ('N01951'), ('PKV');
INSERT INTO dw.dim_indicator_version
    (indicator_key, version_no, recorded, title, unit, decimals, value_kind, polarity, uncertainty, disclosure)
SELECT i.indicator_key, 1, '[2018-01-01 00:00+00,)', v.title, v.unit, v.decimals, v.kind, 'none', 'none', 'public'
FROM (VALUES
    ('N01951', 'Invånare totalt, antal', 'antal', 0, 'count'), ('PKV', 'Prisindex för kommunal verksamhet', 'index', 1, 'index')
) AS v (code, title, unit, decimals, kind)
JOIN dw.dim_indicator AS i ON i.indicator_code = v.code;
INSERT INTO dw.fact_outcome
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key, status_key,
    source_file, source_column, value)
SELECT i.indicator_key, p.period_key, d.document_key, 1, 1, v.line, m.municipality_key, 0, 0, 1, 5, v.value
FROM (VALUES
    ('N01951', '2017', '0182', 101231::numeric, 60), ('N01951', '2017', '0138', 47304, 61),
    ('PKV', '2016', '0000', 100, 62), ('PKV', '2017', '0000', 103, 63)
) AS v (indicator, period, municipality, value, line)
JOIN dw.dim_indicator AS i ON i.indicator_code = v.indicator
JOIN dw.dim_period AS p ON p.period_code = v.period
JOIN dw.dim_municipality AS m ON m.municipality_code = v.municipality
JOIN dw.dim_document AS d ON d.document_code = 'kolada';
SELECT dw.write_current('indicator');

-- Absence: of 2017-T1 as printed, without headcounts; of 2018-T1 with some that are made up.
CREATE TEMPORARY TABLE printed_absence (
    document text, period text, line int, code text, name text, measure text, definition text, gender text, value numeric,
    headcount int);
INSERT INTO printed_absence VALUES
    ('tertial-1-2017', '2017-T1', 158, '21210', 'MH STJ IFO BoU Mottagning', 'absence', 'SKL nyckeltal 1', 'T', 8.78, NULL),
    ('tertial-1-2017', '2017-T1', 158, '21210', 'MH STJ IFO BoU Mottagning', 'absence_short', 'högst 59 dagar', 'T', 8.78, NULL),
    ('tertial-1-2017', '2017-T1', 158, '21210', 'MH STJ IFO BoU Mottagning', 'absence_long', 'Nackamodell', 'T', 0.00, NULL),
    ('tertial-1-2017', '2017-T1', 160, '21220', 'MH STJ IFO BoU Uppf öppenvård', 'absence', 'SKL nyckeltal 1', 'T', 11.44, NULL),
    ('tertial-1-2017', '2017-T1', 160, '21220', 'MH STJ IFO BoU Uppf öppenvård', 'absence_short', 'högst 59 dagar', 'T', 4.01, NULL),
    ('tertial-1-2017', '2017-T1', 160, '21220', 'MH STJ IFO BoU Uppf öppenvård', 'absence_long', 'Nackamodell', 'T', 7.43, NULL),
    ('tertial-1-2018', '2018-T1', 659, '', 'MH STJ Barn o familjeenheten', 'absence_short', 'Nackamodell', 'T', 3.43, 64),
    ('tertial-1-2018', '2018-T1', 659, '', 'MH STJ Barn o familjeenheten', 'absence_short', 'Nackamodell', 'K', 3.47, 55),
    ('tertial-1-2018', '2018-T1', 659, '', 'MH STJ Barn o familjeenheten', 'absence_short', 'Nackamodell', 'M', 2.82, 9),
    ('tertial-1-2018', '2018-T1', 660, '', 'Påhittad liten enhet', 'absence_short', 'Nackamodell', 'T', 9.99, 10);
INSERT INTO dw.dim_workplace (organisation_key, kind, workplace_code, has_own_code)
SELECT DISTINCT d.organisation_key, 'unit', coalesce(nullif(a.code, ''), a.name), a.code <> ''
FROM printed_absence AS a
JOIN dw.dim_document AS d ON d.document_code = a.document;
INSERT INTO dw.fact_staff_absence
    (workplace_key, period_key, document_key, load_key, revision_no, source_line, headcount, municipality_key, measure_key,
    gender_key, status_key, source_file, source_column, value, definition, unit, workplace_name, printed)
SELECT w.workplace_key, p.period_key, d.document_key, 1, 1, a.line, a.headcount, o.municipality_key, m.measure_key,
    g.gender_key, 0, 1, 1, a.value, a.definition, 'percent', a.name, replace(a.value::text, '.', ',')
FROM printed_absence AS a
JOIN dw.dim_document AS d ON d.document_code = a.document
JOIN dw.dim_organisation AS o ON o.organisation_key = d.organisation_key
JOIN dw.dim_workplace AS w ON w.organisation_key = d.organisation_key AND w.workplace_code = coalesce(nullif(a.code, ''), a.name)
JOIN dw.dim_period AS p ON p.period_code = a.period
JOIN dw.dim_absence_measure AS m ON m.measure_code = a.measure
JOIN dw.dim_gender AS g ON g.gender_code = a.gender;
DROP TABLE printed_row, printed_column, printed_absence;

-- The ledger counts these, too.
UPDATE etl.load AS l
SET new_rows = n.new_rows, revised_rows = n.all_rows - n.new_rows, read_cells = n.all_rows
FROM (
    SELECT load_key, count(*) AS all_rows, count(*) FILTER (WHERE revision_no = 1) AS new_rows
    FROM (
        SELECT load_key, revision_no FROM dw.fact_outcome
        UNION ALL SELECT load_key, revision_no FROM dw.fact_outcome_revision
        UNION ALL SELECT load_key, revision_no FROM dw.fact_economy
        UNION ALL SELECT load_key, revision_no FROM dw.fact_economy_revision
        UNION ALL SELECT load_key, revision_no FROM dw.fact_staff_absence) AS f
    GROUP BY load_key
) AS n
WHERE n.load_key = l.load_key;
