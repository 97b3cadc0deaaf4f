-- A small warehouse for the tests of the query tool: every figure in it is there for a reason.
-- Run as the superuser after the migrations; psql -f takes it too.

INSERT INTO dw.dim_municipality (municipality_code, kind) VALUES
    ('0000', 'nation'), ('0001', 'region'), ('0009', 'region'),
    ('0120', 'municipality'), ('0138', 'municipality'), ('0160', 'municipality'),
    ('0162', 'municipality'), ('0180', 'municipality'), ('0182', 'municipality'),
    ('0184', 'municipality'), ('0980', 'municipality'), ('1480', 'municipality');

-- Täby was A1 by the list of 2017 only in this fixture: who is compared must follow the list's year.
INSERT INTO dw.dim_municipality_version
    (municipality_key, valid, name, county_code, county, skr_group, sort_order)
SELECT m.municipality_key, v.valid::daterange, v.name, v.county_code, v.county, v.skr_group, v.sort_order
FROM (VALUES
    ('0162', '(,2023-01-01)', 'Danderyd', '01', 'Stockholms län', 'A2', 1),
    ('0162', '[2023-01-01,)', 'Danderyd', '01', 'Stockholms län', 'A2', 1),
    ('0980', '(,2023-01-01)', 'Gotland', '09', 'Gotlands län', 'B3', 2),
    ('0980', '[2023-01-01,)', 'Gotland', '09', 'Gotlands län', 'B3', 2),
    ('1480', '(,2023-01-01)', 'Göteborg', '14', 'Västra Götalands län', 'A1', 3),
    ('1480', '[2023-01-01,)', 'Göteborg', '14', 'Västra Götalands län', 'A1', 3),
    ('0182', '(,2023-01-01)', 'Nacka', '01', 'Stockholms län', 'A2', 4),
    ('0182', '[2023-01-01,)', 'Nacka', '01', 'Stockholms län', 'A2', 4),
    ('0009', '(,)', 'Region Gotland', NULL, NULL, NULL, 5),
    ('0001', '(,)', 'Region Stockholm', NULL, NULL, NULL, 6),
    ('0000', '(,)', 'Riket', NULL, NULL, NULL, 7),
    ('0184', '(,2023-01-01)', 'Solna', '01', 'Stockholms län', 'A2', 8),
    ('0184', '[2023-01-01,)', 'Solna', '01', 'Stockholms län', 'A2', 8),
    ('0180', '(,2023-01-01)', 'Stockholm', '01', 'Stockholms län', 'A1', 9),
    ('0180', '[2023-01-01,)', 'Stockholm', '01', 'Stockholms län', 'A1', 9),
    ('0138', '(,2023-01-01)', 'Tyresö', '01', 'Stockholms län', 'A2', 10),
    ('0138', '[2023-01-01,)', 'Tyresö', '01', 'Stockholms län', 'A2', 10),
    ('0160', '(,2023-01-01)', 'Täby', '01', 'Stockholms län', 'A1', 11),
    ('0160', '[2023-01-01,)', 'Täby', '01', 'Stockholms län', 'A2', 11),
    ('0120', '(,2023-01-01)', 'Värmdö', '01', 'Stockholms län', 'A2', 12),
    ('0120', '[2023-01-01,)', 'Värmdö', '01', 'Stockholms län', 'A2', 12)
) AS v (code, valid, name, county_code, county, skr_group, sort_order)
JOIN dw.dim_municipality AS m ON m.municipality_code = v.code;

INSERT INTO dw.municipality_alias (alias_folded, municipality_key, alias)
SELECT 'hela landet', municipality_key, 'Hela landet' FROM dw.dim_municipality WHERE municipality_code = '0000';

INSERT INTO dw.dim_indicator (indicator_code) VALUES
    ('L0182-001'), ('L0182-002'), ('N00003'), ('N00090'), ('N00097'), ('U00001'), ('U33400'), ('U33461'),
    ('X00001');
INSERT INTO dw.dim_indicator_version
    (indicator_key, version_no, recorded, title, definition, unit, decimals, value_kind, polarity, polarity_reason,
    complement_title, publisher, operating_area, discontinued_year, frequency, reference_window, publication_rule,
    uncertainty, disclosure)
SELECT i.indicator_key, 1, '[2018-01-01 00:00+00,)', v.title, v.definition, v.unit, v.decimals, v.value_kind,
    v.polarity, v.polarity_reason, v.complement_title, v.publisher, v.operating_area, v.discontinued_year,
    v.frequency, v.reference_window, v.publication_rule, v.uncertainty, 'public'
FROM (VALUES
    ('L0182-001', 'Andel kunder som är nöjda med stödet', 'Kunder som svarat ja. Påhittat för testet.', 'procent', 0,
        'share', 'high', 'nöjda kunder är avsikten', 'Andel kunder som inte är nöjda med stödet',
        'Nacka kommun, socialnämnden', 'Individ- och familjeomsorg', NULL::int, 'yearly', NULL, NULL, 'persons'),
    ('L0182-002', 'Andel sociala kontrakt som lett till egen bostad', NULL, 'procent', 0,
        'share', 'high', 'egen bostad är målet', NULL, 'Nacka kommun, socialnämnden',
        'Individ- och familjeomsorg', NULL, 'yearly', NULL, NULL, 'persons'),
    ('N00003', 'Personalkostnader, kr/inv', 'Kommunens personalkostnader i egen regi per invånare.', 'kr/inv', 0,
        'amount', 'none', 'kostnadsläge; säger inget om kvalitet eller resultat', NULL, 'RKA (Kolada)',
        'Kommunen, övergripande', NULL, 'yearly', 'kalenderåret enligt bokslutet',
        'preliminary=T+1-04;final=T+1-08', 'none'),
    ('N00090', 'Sjukfrånvaro kommunalt anställda totalt, (%)', 'Sjukfrånvarotid i procent av ordinarie arbetstid.',
        'procent', 1, 'share', 'low', 'lägre sjukfrånvaro är bättre', NULL, 'RKA (Kolada)',
        'Kommunen, övergripande', NULL, 'yearly', NULL, NULL, 'none'),
    ('N00097', 'Sjukfrånvaro kommunalt anställda kvinnor, (%)', NULL, 'procent', 1, 'share', 'low', NULL, NULL,
        'RKA (Kolada)', 'Kommunen, övergripande', NULL, 'yearly', NULL, NULL, 'none'),
    ('U00001', 'Brukarbedömning särskilt boende äldreomsorg, helhetssyn, andel (%)', NULL, 'procent', 0, 'share',
        'unknown', NULL, NULL, 'RKA (Kolada)', 'Äldreomsorg', NULL, 'two_yearly', NULL, NULL, 'survey'),
    ('U33400', 'Ej återaktualiserade ungdomar 13-20 år ett år efter avslutad utredning eller insats, andel (%)',
        NULL, 'procent', 0, 'share', 'high', NULL,
        'Återaktualiserade ungdomar 13–20 år inom ett år efter avslutad utredning eller insats, andel (%)',
        'RKA (Kolada)', 'Individ- och familjeomsorg', 2019, 'yearly', NULL, NULL, 'persons'),
    ('U33461', 'Ej återaktualiserade barn 0-12 år ett år efter avslutad utredning eller insats, andel (%)',
        'Andel av barnen 0–12 år vars samtliga utredningar och insatser avslutats som inte blev föremål för en ny formell utredning inom ett år. Ekonomiskt bistånd och ensamkommande barn räknas inte med.',
        'procent', 0, 'share', 'high', 'fler som klarar sig utan ny utredning tyder på hållbara avslut',
        'Återaktualiserade barn 0–12 år inom ett år efter avslutad utredning eller insats, andel (%)',
        'RKA (Kolada)', 'Individ- och familjeomsorg', 2019, 'yearly',
        'utredningar och insatser avslutade första halvåret året före redovisningsåret (för 2017: januari–juni 2016)',
        NULL, 'persons'),
    ('X00001', E'=Ond titel\u001B[2J\u202E med styrtecken', NULL, 'procent', 0, 'share', 'high', NULL, NULL,
        NULL, NULL, NULL, NULL, NULL, NULL, 'none')
) AS v (code, title, definition, unit, decimals, value_kind, polarity, polarity_reason, complement_title, publisher,
    operating_area, discontinued_year, frequency, reference_window, publication_rule, uncertainty)
JOIN dw.dim_indicator AS i ON i.indicator_code = v.code;

INSERT INTO dw.indicator_alias (alias_folded, indicator_key, alias)
SELECT v.folded, i.indicator_key, v.alias
FROM (VALUES ('sjukfrånvaro totalt', 'Sjukfrånvaro totalt', 'N00090')) AS v (folded, alias, code)
JOIN dw.dim_indicator AS i ON i.indicator_code = v.code;
INSERT INTO dw.indicator_series_break (indicator_key, year, reason)
SELECT indicator_key, 2012, 'Ny avgränsning av utredningar.' FROM dw.dim_indicator WHERE indicator_code = 'U33461';

INSERT INTO dw.dim_period (period_key, period_code, kind, year, start_date, end_date, is_cumulative) VALUES
    (120150000, '2015', 'year', 2015, '2015-01-01', '2015-12-31', false),
    (120160000, '2016', 'year', 2016, '2016-01-01', '2016-12-31', false),
    (120170000, '2017', 'year', 2017, '2017-01-01', '2017-12-31', false),
    (120180000, '2018', 'year', 2018, '2018-01-01', '2018-12-31', false),
    (220180001, '2018-T1', 'tertial', 2018, '2018-01-01', '2018-04-30', true);

INSERT INTO dw.dim_peer_group (group_code, name, kind) VALUES
    ('county-01', 'Stockholms län', 'county'),
    ('nacka-ateraktualisering', 'Nackas jämförelsekommuner för återaktualisering', 'named'),
    ('skr-a2', 'SKR A2 Pendlingskommun nära storstad', 'skr');
INSERT INTO dw.bridge_peer_group (group_key, municipality_key, valid, list_version, origin, recorded)
SELECT g.group_key, m.municipality_key, v.valid::daterange, v.version, 'test', '[2018-01-01 00:00+00,)'
FROM (VALUES
    ('nacka-ateraktualisering', '0162', '[2017-01-01,)', '2017'),
    ('nacka-ateraktualisering', '0184', '[2017-01-01,)', '2017'),
    ('nacka-ateraktualisering', '0160', '[2017-01-01,)', '2017'),
    ('nacka-ateraktualisering', '0120', '[2017-01-01,)', '2017'),
    ('skr-a2', '0162', '[2017-01-01,2023-01-01)', '2017'), ('skr-a2', '0162', '[2023-01-01,)', '2023'),
    ('skr-a2', '0182', '[2017-01-01,2023-01-01)', '2017'), ('skr-a2', '0182', '[2023-01-01,)', '2023'),
    ('skr-a2', '0184', '[2017-01-01,2023-01-01)', '2017'), ('skr-a2', '0184', '[2023-01-01,)', '2023'),
    ('skr-a2', '0138', '[2017-01-01,2023-01-01)', '2017'), ('skr-a2', '0138', '[2023-01-01,)', '2023'),
    ('skr-a2', '0120', '[2017-01-01,2023-01-01)', '2017'), ('skr-a2', '0120', '[2023-01-01,)', '2023'),
    ('skr-a2', '0160', '[2023-01-01,)', '2023'),
    ('county-01', '0162', '(,)', 'län'), ('county-01', '0182', '(,)', 'län'), ('county-01', '0184', '(,)', 'län'),
    ('county-01', '0180', '(,)', 'län'), ('county-01', '0138', '(,)', 'län'), ('county-01', '0160', '(,)', 'län'),
    ('county-01', '0120', '(,)', 'län')
) AS v (code, municipality, valid, version)
JOIN dw.dim_peer_group AS g ON g.group_code = v.code
JOIN dw.dim_municipality AS m ON m.municipality_code = v.municipality;

INSERT INTO dw.dim_organisation (municipality_key, kind, name)
SELECT municipality_key, 'committee', 'Socialnämnden' FROM dw.dim_municipality WHERE municipality_code = '0182';
INSERT INTO dw.dim_source (source_code, title, publisher, licence, precedence) VALUES
    ('kolada', 'Kolada', 'RKA', 'CC0', 10), ('nacka-reports', 'Nackas rapporter', 'Nacka kommun', NULL, 50);
INSERT INTO dw.dim_document
    (source_key, document_code, title, organisation_key, report_kind, published_on, published_on_basis, reference, file_name, sha256)
SELECT s.source_key, v.code, v.title,
    coalesce((SELECT organisation_key FROM dw.dim_organisation WHERE name = v.organisation), 0), v.kind,
    v.published::date, 'period_end', v.reference, v.file, sha256(v.file::bytea)
FROM (VALUES
    ('kolada', 'kolada', 'Kolada', NULL, NULL, NULL, NULL, NULL),
    ('nacka-reports', 'arsredovisning-2017', 'Årsredovisning 2017, socialnämnden', 'Socialnämnden', 'annual_report',
        '2017-12-31', '2016/343', 'arsredovisning_2017.txt'),
    ('nacka-reports', 'tertial-1-2018', 'Tertialbokslut 1 2018, socialnämnden', 'Socialnämnden', 'tertial_report',
        '2018-04-30', NULL, 'tertialbokslut1_2018.txt')
) AS v (source, code, title, organisation, kind, published, reference, file)
JOIN dw.dim_source AS s ON s.source_code = v.source;

-- Load 1 (1 March 2018) had Nacka's 87, load 2 (1 June 2018) corrected it to 86.
INSERT INTO etl.run (command, program_version, operator, host, process_id, started_at, finished_at, exit_status)
SELECT 'run --all', '0.1.0', 'test', 'test', n, t, t, 0
FROM (VALUES (1, timestamptz '2018-03-01 09:00+01'), (2, timestamptz '2018-06-01 09:00+02')) AS v (n, t);
INSERT INTO etl.load (run_key, source_key, state, identity, recorded_at)
SELECT v.run, s.source_key, 'loaded', sha256('identity'), v.t
FROM (VALUES (1, timestamptz '2018-03-01 10:00:00.25+01'), (2, timestamptz '2018-06-01 10:00+02')) AS v (run, t),
    dw.dim_source AS s
WHERE s.source_code = 'nacka-reports'
ORDER BY v.run;
INSERT INTO etl.load_file (load_key, file_no, file_name, sha256, byte_count, encoding)
SELECT l, 1, 'seeds/outcomes/nacka.csv', sha256(('file ' || l)::bytea), 1000, 'UTF-8' FROM generate_series(1, 2) AS l;

CREATE TEMPORARY TABLE stated AS
SELECT * FROM (VALUES
    -- The reference comparison of the annual report 2017.
    ('U33461', '2017', 'T', '0162', 'arsredovisning-2017', 0, 89::numeric, NULL::numeric, NULL::numeric, 2, 304, NULL::text),
    ('U33461', '2017', 'T', '0160', 'arsredovisning-2017', 0, 88, NULL, NULL, 3, 305, NULL),
    ('U33461', '2017', 'T', '0182', 'arsredovisning-2017', 0, 86, NULL, NULL, 4, 302, NULL),
    ('U33461', '2017', 'T', '0184', 'arsredovisning-2017', 0, 85, NULL, NULL, 5, 303, NULL),
    ('U33461', '2017', 'T', '0120', 'arsredovisning-2017', 0, 66, NULL, NULL, 6, 306, NULL),
    ('U33461', '2016', 'T', '0182', 'arsredovisning-2017', 0, 84, NULL, NULL, 7, 100, NULL),
    ('U33461', '2016', 'T', '0162', 'arsredovisning-2017', 100, NULL, NULL, NULL, 8, 101, NULL),
    -- 2018 is preliminary for Nacka, so that 2017 is the latest final period.
    ('U33461', '2018', 'T', '0182', 'tertial-1-2018', 1, 85, NULL, NULL, 9, 50, NULL),
    ('U33461', '2018', 'T', '0184', 'tertial-1-2018', 0, 83, NULL, NULL, 10, 51, NULL),
    ('U33461', '2017', 'K', '0182', 'arsredovisning-2017', 0, 87, NULL, NULL, 11, 310, NULL),
    -- Two documents disagree: 5 and 4.8.
    ('L0182-002', '2017', 'T', '0182', 'arsredovisning-2017', 0, 5, NULL, NULL, 12, 120, NULL),
    ('L0182-002', '2017', 'T', '0182', 'tertial-1-2018', 0, 4.8, NULL, NULL, 13, 60, NULL),
    ('L0182-002', '2017', 'T', '0184', 'tertial-1-2018', 0, 7.5, NULL, NULL, 14, 61, NULL),
    -- Shares with their counts: better, similar, worse; Tyresö is suppressed, Värmdö says nothing.
    ('L0182-001', '2017', 'T', '0182', 'arsredovisning-2017', 0, 80, 80, 100, 15, 130, NULL),
    ('L0182-001', '2017', 'T', '0162', 'arsredovisning-2017', 0, 95, 95, 100, 16, 131, NULL),
    ('L0182-001', '2017', 'T', '0160', 'arsredovisning-2017', 0, 82, 164, 200, 17, 132, NULL),
    ('L0182-001', '2017', 'T', '0184', 'arsredovisning-2017', 0, 60, 60, 100, 18, 133, NULL),
    ('L0182-001', '2017', 'T', '0138', 'arsredovisning-2017', 120, NULL, NULL, NULL, 19, 134, NULL),
    -- Money: neither direction is good; thousands marks; the nation beside municipalities.
    ('N00003', '2017', 'T', '0182', 'kolada', 0, 30303, NULL, NULL, 20, NULL, NULL),
    ('N00003', '2017', 'T', '0162', 'kolada', 0, 28451, NULL, NULL, 21, NULL, NULL),
    ('N00003', '2017', 'T', '0180', 'kolada', 0, 33917, NULL, NULL, 22, NULL, NULL),
    ('N00003', '2017', 'T', '0000', 'kolada', 0, 41234, NULL, NULL, 23, NULL, NULL),
    -- Low is good; a tie; a remark.
    ('N00090', '2017', 'T', '0182', 'kolada', 0, 5.9, NULL, NULL, 24, NULL, 'Tryckfel i källan: 59.'),
    ('N00090', '2017', 'T', '0184', 'kolada', 0, 5.9, NULL, NULL, 25, NULL, NULL),
    ('N00090', '2017', 'T', '0160', 'kolada', 0, 6.4, NULL, NULL, 26, NULL, NULL),
    ('N00090', '2018-T1', 'T', '0182', 'kolada', 0, 7.1, NULL, NULL, 27, NULL, NULL),
    ('N00090', '2017', 'K', '0182', 'kolada', 0, 6.7, NULL, NULL, 28, NULL, NULL),
    ('N00090', '2017', 'M', '0182', 'kolada', 0, 3.1, NULL, NULL, 29, NULL, NULL),
    ('X00001', '2017', 'T', '0182', 'kolada', 0, 1, NULL, NULL, 30, NULL, E'\u001B]0;ond\u0007'),
    ('X00001', '2017', 'T', '0184', 'kolada', 0, 2, NULL, NULL, 31, NULL, NULL)
) AS v (indicator, period, gender, municipality, document, status, value, numerator, denominator, line, document_line, note);

INSERT INTO dw.fact_outcome
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, value, numerator, denominator, document_line, note)
SELECT i.indicator_key, p.period_key, d.document_key,
    CASE WHEN (v.indicator, v.period, v.gender, v.municipality) = ('U33461', '2017', 'T', '0182') THEN 2 ELSE 1 END,
    CASE WHEN (v.indicator, v.period, v.gender, v.municipality) = ('U33461', '2017', 'T', '0182') THEN 2 ELSE 1 END,
    v.line, m.municipality_key, g.gender_key, v.status, 1, 5, v.value, v.numerator, v.denominator, v.document_line, v.note
FROM stated AS v
JOIN dw.dim_indicator AS i ON i.indicator_code = v.indicator
JOIN dw.dim_period AS p ON p.period_code = v.period
JOIN dw.dim_gender AS g ON g.gender_code = v.gender
JOIN dw.dim_municipality AS m ON m.municipality_code = v.municipality
JOIN dw.dim_document AS d ON d.document_code = v.document;

INSERT INTO dw.fact_outcome_revision
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, value, document_line, superseded_load_key)
SELECT indicator_key, period_key, document_key, 1, 1, source_line, municipality_key, gender_key, 0, 1, 5, 87, 302, 2
FROM dw.fact_outcome WHERE load_key = 2;

INSERT INTO dw.fact_target
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, period_declared, value, document_line)
SELECT i.indicator_key, 120170000, d.document_key, 1, 1, 40, m.municipality_key, 0, 0, 1, 6, true, 90, 302
FROM dw.dim_indicator AS i, dw.dim_municipality AS m, dw.dim_document AS d
WHERE i.indicator_code = 'U33461' AND m.municipality_code = '0182' AND d.document_code = 'arsredovisning-2017';
-- What load 2 changed of N00097 in 2018, a year that Kolada's catalogue says is preliminary until the last year that a period can name:
-- Täby was 6.0 and is 6.4, Danderyd's 5.5 was withdrawn, Värmdö had none and has one, Tyresö is new.
-- U00001 is being collected for as long.
INSERT INTO dw.fact_outcome
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, value)
SELECT i.indicator_key, 120180000, d.document_key, v.load, v.revision, v.line, m.municipality_key, 0, v.status,
    CASE WHEN v.line = 0 THEN 0 ELSE 1 END, CASE WHEN v.line = 0 THEN 0 ELSE 5 END, v.value
FROM (VALUES
    ('N00097', '0182', 1, 1, 40, 0, 6.1::numeric), ('N00097', '0184', 1, 1, 41, 0, 5.8),
    ('N00097', '0160', 2, 2, 42, 0, 6.4), ('N00097', '0162', 2, 2, 0, 199, NULL),
    ('N00097', '0120', 2, 2, 44, 0, 5.9), ('N00097', '0138', 2, 1, 45, 0, 7.0),
    ('U00001', '0182', 1, 1, 50, 0, 78), ('U00001', '0184', 1, 1, 51, 0, 81), ('U00001', '0160', 2, 1, 52, 102, NULL)
) AS v (indicator, municipality, load, revision, line, status, value)
JOIN dw.dim_indicator AS i ON i.indicator_code = v.indicator
JOIN dw.dim_municipality AS m ON m.municipality_code = v.municipality
JOIN dw.dim_document AS d ON d.document_code = 'kolada';
INSERT INTO dw.fact_outcome_revision
    (indicator_key, period_key, document_key, load_key, revision_no, source_line, municipality_key, gender_key,
    status_key, source_file, source_column, value, superseded_load_key)
SELECT f.indicator_key, f.period_key, f.document_key, 1, 1, v.line, f.municipality_key, 0, v.status, 1, 5, v.value, 2
FROM (VALUES ('0160', 42, 0, 6.0::numeric), ('0162', 43, 0, 5.5), ('0120', 44, 102, NULL)) AS v (municipality, line, status, value)
JOIN dw.dim_municipality AS m ON m.municipality_code = v.municipality
JOIN dw.fact_outcome AS f ON f.municipality_key = m.municipality_key AND f.period_key = 120180000
JOIN dw.dim_indicator AS i ON i.indicator_key = f.indicator_key AND i.indicator_code = 'N00097';
INSERT INTO dw.indicator_catalogue_version
    (indicator_key, source_key, version_no, recorded, title, description, publication_period, publication_date,
    preliminary_date, is_divided_by_gender, has_unit_data, collects_in_autumn)
SELECT i.indicator_key, s.source_key, 1, '[2018-01-01 00:00+00,)', i.indicator_code, v.description, '2018', '2199-12-31',
    '2018-04-01', false, false, v.collects
FROM (VALUES
    ('N00097', NULL, false),
    ('U00001', 'Observera att datainsamling pågår hela hösten, varför medelvärden inte bör användas för jämförelser förrän i slutet av året.', true)
) AS v (indicator, description, collects)
JOIN dw.dim_indicator AS i ON i.indicator_code = v.indicator
JOIN dw.dim_source AS s ON s.source_code = 'kolada';

-- A group of Kolada's catalogue, and two of its groups of indicators.
INSERT INTO dw.dim_peer_group (group_code, name, kind) VALUES
    ('kolada-g37475', 'Liknande kommuner, övergripande, Nacka', 'kolada');
INSERT INTO dw.bridge_peer_group (group_key, municipality_key, valid, list_version, origin, recorded)
SELECT g.group_key, m.municipality_key, '(,)', '2025', 'test', '[2018-01-01 00:00+00,)'
FROM dw.dim_peer_group AS g, dw.dim_municipality AS m
WHERE g.group_code = 'kolada-g37475' AND m.municipality_code IN ('0138', '0160');
INSERT INTO dw.dim_indicator_group (source_key, group_code)
SELECT s.source_key, v.code
FROM (VALUES ('kolada-g2kpi1'), ('kolada-g2kpi2')) AS v (code), dw.dim_source AS s
WHERE s.source_code = 'kolada';
INSERT INTO dw.indicator_group_version
SELECT g.indicator_group_key, 1, '[2018-01-01 00:00+00,)',
    CASE g.group_code WHEN 'kolada-g2kpi1' THEN 'Kommunens kvalitet i korthet' ELSE 'Personal, kvalitet' END
FROM dw.dim_indicator_group AS g;
INSERT INTO dw.bridge_indicator_group
SELECT g.indicator_group_key, i.indicator_key, v.place, '[2018-01-01 00:00+00,)'
FROM (VALUES
    ('kolada-g2kpi1', 'U00001', 1), ('kolada-g2kpi1', 'N00090', 2), ('kolada-g2kpi2', 'N00097', 1)
) AS v (code, indicator, place)
JOIN dw.dim_indicator_group AS g ON g.group_code = v.code
JOIN dw.dim_indicator AS i ON i.indicator_code = v.indicator;

-- What looked odd after the last load: Nacka's total of N00090 (women 6.7, men 3.1, so it is not really),
-- and fewer units than the year before.
INSERT INTO dw.outcome_warning
SELECT i.indicator_key, 120170000, 0, m.municipality_key, v.code, v.found, v.expected
FROM (VALUES
    ('0182', 'total-outside-genders', 5.9, 6.7), (NULL, 'coverage-fallen', 3, 11), (NULL, 'nation-absent', 0, 1)
) AS v (municipality, code, found, expected)
JOIN dw.dim_indicator AS i ON i.indicator_code = 'N00090'
LEFT JOIN dw.dim_municipality AS m ON m.municipality_code = v.municipality;

SELECT dw.write_current('indicator');

-- The ledger counts what stands in the facts.
UPDATE etl.load AS l
SET new_rows = n.new_rows, revised_rows = n.all_rows - n.new_rows, read_cells = n.all_rows
FROM (
    SELECT load_key, count(*) AS all_rows, count(*) FILTER (WHERE revision_no = 1) AS new_rows
    FROM (
        SELECT load_key, revision_no FROM dw.fact_outcome
        UNION ALL SELECT load_key, revision_no FROM dw.fact_outcome_revision) AS f
    GROUP BY load_key
) AS n
WHERE n.load_key = l.load_key;
DROP TABLE stated;
SELECT etl.refresh_rankings();
