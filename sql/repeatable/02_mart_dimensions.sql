-- What readers see of the dimensions: current attributes, one row a member. mart.municipality,
-- mart.indicator and mart.schema_version are tables of migrations/0018_current_tables.

CREATE OR REPLACE FUNCTION mart.publication_state(
    period_kind text, year smallint, publication_year smallint, preliminary_date date, publication_date date,
    collects_in_autumn boolean, day date) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN period_kind <> 'year' THEN 'final'
        WHEN collects_in_autumn AND publication_year = year AND publication_date IS NOT NULL AND day < publication_date
            THEN 'collecting'
        WHEN collects_in_autumn AND (publication_year = year AND publication_date IS NOT NULL) IS NOT TRUE
            AND year >= extract(year FROM day) THEN 'collecting'
        WHEN publication_year = year AND preliminary_date <= day AND day < publication_date THEN 'preliminary'
        ELSE 'final'
    END
$$;
COMMENT ON FUNCTION mart.publication_state(text, smallint, smallint, date, date, boolean, date) IS 'How far the publication of a period has come on a day by what the catalogue says: collecting (shown without mean, rank and verdict), preliminary or final; only years are ever anything but final.';
REVOKE ALL ON FUNCTION mart.publication_state(text, smallint, smallint, date, date, boolean, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION mart.publication_state(text, smallint, smallint, date, date, boolean, date)
    TO riktmarke_read, riktmarke_etl;

CREATE OR REPLACE VIEW mart.municipality_alias AS
SELECT municipality_key, alias, alias_folded FROM dw.municipality_alias;
COMMENT ON VIEW mart.municipality_alias IS 'Other spellings of units; grain: alias x unit.';
COMMENT ON COLUMN mart.municipality_alias.municipality_key IS 'The unit.';
COMMENT ON COLUMN mart.municipality_alias.alias IS 'The spelling.';
COMMENT ON COLUMN mart.municipality_alias.alias_folded IS 'The spelling with case, blanks and dashes folded.';

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
COMMENT ON COLUMN mart.peer_group_member.kind IS 'named, skr, county, own or kolada.';
COMMENT ON COLUMN mart.peer_group_member.list_version IS 'Version of the list.';
COMMENT ON COLUMN mart.peer_group_member.valid IS 'The days for which the membership holds.';
COMMENT ON COLUMN mart.peer_group_member.recorded IS 'While the membership was recorded.';
COMMENT ON COLUMN mart.peer_group_member.origin IS 'Where the list comes from.';
COMMENT ON COLUMN mart.peer_group_member.municipality_key IS 'Surrogate key of the member.';
COMMENT ON COLUMN mart.peer_group_member.municipality_code IS 'Code of the member.';
COMMENT ON COLUMN mart.peer_group_member.municipality IS 'Name of the member.';
COMMENT ON COLUMN mart.peer_group_member.sort_order IS 'Place of the member in Swedish alphabetical order.';

CREATE OR REPLACE VIEW mart.indicator_group_member AS
SELECT
    g.group_code, v.title AS group_title, s.source_code, i.indicator_key, i.indicator_code, i.title AS indicator, b.place,
    b.recorded
FROM dw.bridge_indicator_group AS b
JOIN dw.dim_indicator_group AS g ON g.indicator_group_key = b.indicator_group_key
JOIN dw.dim_source AS s ON s.source_key = g.source_key
JOIN dw.indicator_group_version AS v ON v.indicator_group_key = g.indicator_group_key
    AND v.version_no = (SELECT max(n.version_no) FROM dw.indicator_group_version AS n WHERE n.indicator_group_key = g.indicator_group_key)
JOIN mart.indicator AS i ON i.indicator_key = b.indicator_key;
COMMENT ON VIEW mart.indicator_group_member IS 'Members of groups of indicators, such as Kolada''s tables, and when we knew it; grain: group x indicator x time of knowledge.';
COMMENT ON COLUMN mart.indicator_group_member.group_code IS 'Code of the group.';
COMMENT ON COLUMN mart.indicator_group_member.group_title IS 'What the group is called, or was called last.';
COMMENT ON COLUMN mart.indicator_group_member.source_code IS 'The source whose catalogue lists it.';
COMMENT ON COLUMN mart.indicator_group_member.indicator_key IS 'Surrogate key of the member.';
COMMENT ON COLUMN mart.indicator_group_member.indicator_code IS 'Code of the member.';
COMMENT ON COLUMN mart.indicator_group_member.indicator IS 'Title of the member.';
COMMENT ON COLUMN mart.indicator_group_member.place IS 'Place of the member in the catalogue''s list, from 1.';
COMMENT ON COLUMN mart.indicator_group_member.recorded IS 'While the catalogue was known to list it; the current memberships have no end.';

GRANT SELECT ON mart.municipality_alias, mart.indicator_alias, mart.indicator_series_break,
    mart.peer_group_member, mart.indicator_group_member TO riktmarke_read, riktmarke_etl;
