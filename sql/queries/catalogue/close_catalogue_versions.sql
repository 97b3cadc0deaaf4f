-- Closes what a source's catalogue said of indicators of which it now says something else, or which it
-- no longer has.
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
-- param 16 whole bool whether this is all of the catalogue, so that what it lacks has vanished
-- returns changed int8, vanished int8
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
), closed AS (
    UPDATE dw.indicator_catalogue_version AS v
    SET recorded = tstzrange(lower(v.recorded), greatest(etl.clock(), lower(v.recorded) + interval '1 microsecond'))
    FROM dw.indicator_catalogue_version AS o
    LEFT JOIN given AS g ON g.indicator_key = o.indicator_key
    WHERE v.indicator_key = o.indicator_key AND v.source_key = o.source_key AND v.version_no = o.version_no
        AND o.source_key = $1 AND upper_inf(o.recorded)
        AND CASE WHEN g.indicator_key IS NULL THEN $16::bool
            ELSE (o.title, o.description, o.operating_area, o.perspective, o.auspice, o.municipality_type,
                    o.publication_period, o.publication_date, o.preliminary_date, o.discontinued_year,
                    o.is_divided_by_gender, o.has_unit_data, o.collects_in_autumn)
                IS DISTINCT FROM
                (g.title, g.description, g.operating_area, g.perspective, g.auspice, g.municipality_type,
                    g.publication_period, g.publication_date, g.preliminary_date, g.discontinued_year, g.divided,
                    g.unit_data, g.autumn) END
    RETURNING g.indicator_key
)
SELECT count(indicator_key) AS changed, count(*) FILTER (WHERE indicator_key IS NULL) AS vanished FROM closed;
