-- What readers see of the dimensions: current attributes, one row a member.

CREATE OR REPLACE VIEW mart.municipality AS
SELECT
    m.municipality_key, m.municipality_code, v.name, m.kind, v.county_code, v.county,
    (SELECT p.skr_group FROM dw.dim_municipality_version AS p
        WHERE p.municipality_key = m.municipality_key AND p.valid @> date '2017-01-01') AS skr_group_2017,
    v.skr_group AS skr_group_2023, v.sort_order
FROM dw.dim_municipality AS m
JOIN dw.dim_municipality_version AS v ON v.municipality_key = m.municipality_key AND upper_inf(v.valid);
COMMENT ON VIEW mart.municipality IS 'Municipalities, regions and the nation with their current names and groups; grain: unit.';
COMMENT ON COLUMN mart.municipality.municipality_key IS 'Surrogate key, for joins within mart.';
COMMENT ON COLUMN mart.municipality.municipality_code IS 'Four digits.';
COMMENT ON COLUMN mart.municipality.name IS 'Swedish name.';
COMMENT ON COLUMN mart.municipality.kind IS 'municipality, region or nation.';
COMMENT ON COLUMN mart.municipality.county_code IS 'Code of the county (län).';
COMMENT ON COLUMN mart.municipality.county IS 'Name of the county (län).';
COMMENT ON COLUMN mart.municipality.skr_group_2017 IS 'Group in SKR''s classification of 2017.';
COMMENT ON COLUMN mart.municipality.skr_group_2023 IS 'Group in SKR''s classification of 2023.';
COMMENT ON COLUMN mart.municipality.sort_order IS 'Place in Swedish alphabetical order.';

CREATE OR REPLACE VIEW mart.municipality_alias AS
SELECT municipality_key, alias, alias_folded FROM dw.municipality_alias;
COMMENT ON VIEW mart.municipality_alias IS 'Other spellings of units; grain: alias x unit.';
COMMENT ON COLUMN mart.municipality_alias.municipality_key IS 'The unit.';
COMMENT ON COLUMN mart.municipality_alias.alias IS 'The spelling.';
COMMENT ON COLUMN mart.municipality_alias.alias_folded IS 'The spelling with case, blanks and dashes folded.';

CREATE OR REPLACE VIEW mart.indicator AS
SELECT
    i.indicator_key, i.indicator_code, v.title, v.definition, v.unit, v.decimals, v.value_kind, v.polarity,
    v.polarity_reason, v.complement_title, v.publisher, v.operating_area, v.discontinued_year, v.frequency,
    v.reference_window, v.publication_rule, v.uncertainty, v.disclosure
FROM dw.dim_indicator AS i
JOIN dw.dim_indicator_version AS v ON v.indicator_key = i.indicator_key AND upper_inf(v.recorded)
WHERE v.disclosure <> 'secret';
COMMENT ON VIEW mart.indicator IS 'Indicators with their current description; grain: indicator.';
COMMENT ON COLUMN mart.indicator.indicator_key IS 'Surrogate key, for joins within mart.';
COMMENT ON COLUMN mart.indicator.indicator_code IS 'Code of the indicator.';
COMMENT ON COLUMN mart.indicator.title IS 'Official Swedish title.';
COMMENT ON COLUMN mart.indicator.definition IS 'What is counted.';
COMMENT ON COLUMN mart.indicator.unit IS 'Unit of the value.';
COMMENT ON COLUMN mart.indicator.decimals IS 'Decimals that the publisher prints.';
COMMENT ON COLUMN mart.indicator.value_kind IS 'What kind of number the value is.';
COMMENT ON COLUMN mart.indicator.polarity IS 'Which direction is good.';
COMMENT ON COLUMN mart.indicator.polarity_reason IS 'Why the polarity was set so.';
COMMENT ON COLUMN mart.indicator.complement_title IS 'Title of 100 - value, where that is meaningful.';
COMMENT ON COLUMN mart.indicator.publisher IS 'Who publishes it.';
COMMENT ON COLUMN mart.indicator.operating_area IS 'Area of work.';
COMMENT ON COLUMN mart.indicator.discontinued_year IS 'Last year, if it has ended.';
COMMENT ON COLUMN mart.indicator.frequency IS 'How often it is measured.';
COMMENT ON COLUMN mart.indicator.reference_window IS 'Which cases a year speaks of.';
COMMENT ON COLUMN mart.indicator.publication_rule IS 'When a figure is preliminary or final.';
COMMENT ON COLUMN mart.indicator.uncertainty IS 'How an interval may be computed.';
COMMENT ON COLUMN mart.indicator.disclosure IS 'public or internal.';

CREATE OR REPLACE VIEW mart.indicator_alias AS
SELECT a.indicator_key, a.alias, a.alias_folded, a.note
FROM dw.indicator_alias AS a
JOIN mart.indicator AS i ON i.indicator_key = a.indicator_key;
COMMENT ON VIEW mart.indicator_alias IS 'Names under which sources print an indicator; grain: alias x indicator.';
COMMENT ON COLUMN mart.indicator_alias.indicator_key IS 'The indicator.';
COMMENT ON COLUMN mart.indicator_alias.alias IS 'The name as printed.';
COMMENT ON COLUMN mart.indicator_alias.alias_folded IS 'The name with case, blanks and dashes folded.';
COMMENT ON COLUMN mart.indicator_alias.note IS 'Where it stands.';

CREATE OR REPLACE VIEW mart.indicator_series_break AS
SELECT b.indicator_key, b.year, b.reason
FROM dw.indicator_series_break AS b
JOIN mart.indicator AS i ON i.indicator_key = b.indicator_key;
COMMENT ON VIEW mart.indicator_series_break IS 'Years from which an indicator is not comparable with those before; grain: indicator x year.';
COMMENT ON COLUMN mart.indicator_series_break.indicator_key IS 'The indicator.';
COMMENT ON COLUMN mart.indicator_series_break.year IS 'First year after the break.';
COMMENT ON COLUMN mart.indicator_series_break.reason IS 'What changed.';

CREATE OR REPLACE VIEW mart.peer_group_member AS
SELECT
    g.group_code, g.name AS group_name, g.kind, b.list_version, b.valid, b.recorded, b.origin,
    b.municipality_key, m.municipality_code, m.name AS municipality, m.sort_order
FROM dw.bridge_peer_group AS b
JOIN dw.dim_peer_group AS g ON g.group_key = b.group_key
JOIN mart.municipality AS m ON m.municipality_key = b.municipality_key;
COMMENT ON VIEW mart.peer_group_member IS 'Members of peer groups with the days and the list they belong by; grain: group x municipality x list version.';
COMMENT ON COLUMN mart.peer_group_member.group_code IS 'Code of the group.';
COMMENT ON COLUMN mart.peer_group_member.group_name IS 'Swedish name of the group.';
COMMENT ON COLUMN mart.peer_group_member.kind IS 'named, skr, county or own.';
COMMENT ON COLUMN mart.peer_group_member.list_version IS 'Version of the list.';
COMMENT ON COLUMN mart.peer_group_member.valid IS 'The days for which the membership holds.';
COMMENT ON COLUMN mart.peer_group_member.recorded IS 'While the membership was recorded.';
COMMENT ON COLUMN mart.peer_group_member.origin IS 'Where the list comes from.';
COMMENT ON COLUMN mart.peer_group_member.municipality_key IS 'Surrogate key of the member.';
COMMENT ON COLUMN mart.peer_group_member.municipality_code IS 'Code of the member.';
COMMENT ON COLUMN mart.peer_group_member.municipality IS 'Name of the member.';
COMMENT ON COLUMN mart.peer_group_member.sort_order IS 'Place of the member in Swedish alphabetical order.';

GRANT SELECT ON mart.municipality, mart.municipality_alias, mart.indicator, mart.indicator_alias,
    mart.indicator_series_break, mart.peer_group_member TO riktmarke_read, riktmarke_etl;

CREATE OR REPLACE VIEW mart.schema_version AS
SELECT max(migration_no) AS migration_no FROM etl.schema_migration;
COMMENT ON VIEW mart.schema_version IS 'The newest migration applied; one row.';
COMMENT ON COLUMN mart.schema_version.migration_no IS 'Its number.';
GRANT SELECT ON mart.schema_version TO riktmarke_read, riktmarke_etl;
