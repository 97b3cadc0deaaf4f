-- Adds what a source's catalogue says of indicators of which it said nothing; runs after
-- close_catalogue_versions.
-- param 1 source_key int2 the source
-- param 2 codes text[] codes of the indicators
-- param 3 titles text[] titles
-- param 4 descriptions text[] descriptions; empty for none
-- param 5 operating_areas text[] areas of work; empty for none
-- param 6 perspectives text[] perspectives; empty for none
-- param 7 auspices text[] letters for whose activity is meant; empty for none
-- param 8 municipality_types text[] K, L or A; empty for none
-- param 9 publication_periods text[] years of the next publication; empty for none
-- param 10 publication_dates text[] days of the next publication, YYYY-MM-DD; empty for none
-- param 11 preliminary_dates text[] days of the next preliminary publication; empty for none
-- param 12 discontinued_years text[] last years; empty for none
-- param 13 divided bool[] whether women and men have values of their own
-- param 14 unit_data bool[] whether single units have values
-- param 15 autumn bool[] whether collection goes on all autumn
-- returns added int8
WITH given AS (
    SELECT i.indicator_key, n.title, nullif(n.description, '') AS description, nullif(n.operating_area, '') AS operating_area,
        nullif(n.perspective, '') AS perspective, nullif(n.auspice, '') AS auspice,
        nullif(n.municipality_type, '') AS municipality_type, nullif(n.publication_period, '') AS publication_period,
        nullif(n.publication_date, '')::date AS publication_date, nullif(n.preliminary_date, '')::date AS preliminary_date,
        nullif(n.discontinued_year, '')::int2 AS discontinued_year, n.divided, n.unit_data, n.autumn
    FROM unnest($2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[],
        $11::text[], $12::text[], $13::bool[], $14::bool[], $15::bool[])
        AS n (code, title, description, operating_area, perspective, auspice, municipality_type, publication_period,
            publication_date, preliminary_date, discontinued_year, divided, unit_data, autumn)
    JOIN dw.dim_indicator AS i ON i.indicator_code = n.code
), added AS (
    INSERT INTO dw.indicator_catalogue_version (
        indicator_key, source_key, version_no, recorded, title, description, operating_area, perspective, auspice,
        municipality_type, publication_period, publication_date, preliminary_date, discontinued_year, is_divided_by_gender,
        has_unit_data, collects_in_autumn)
    SELECT g.indicator_key, $1, coalesce(o.version_no, 0) + 1, tstzrange(greatest(etl.clock(), o.recorded_to), NULL),
        g.title, g.description, g.operating_area, g.perspective, g.auspice, g.municipality_type, g.publication_period,
        g.publication_date, g.preliminary_date, g.discontinued_year, g.divided, g.unit_data, g.autumn
    FROM given AS g
    LEFT JOIN LATERAL (
        SELECT max(v.version_no) AS version_no, max(upper(v.recorded)) AS recorded_to
        FROM dw.indicator_catalogue_version AS v
        WHERE v.indicator_key = g.indicator_key AND v.source_key = $1
    ) AS o ON true
    WHERE NOT EXISTS (
        SELECT FROM dw.indicator_catalogue_version AS v
        WHERE v.indicator_key = g.indicator_key AND v.source_key = $1 AND upper_inf(v.recorded))
    RETURNING 1
)
SELECT count(*) AS added FROM added;
