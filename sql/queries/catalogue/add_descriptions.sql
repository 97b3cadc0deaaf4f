-- Adds descriptions from the catalogue to indicators that have none; runs after close_descriptions. Unit,
-- kind and decimals are derived from the title's tail, the polarity is never derived.
-- param 1 codes text[] codes of the indicators
-- param 2 titles text[] titles without the years in brackets
-- param 3 definitions text[] descriptions; empty for none
-- param 4 units text[] units
-- param 5 decimals int2[] decimals
-- param 6 value_kinds text[] kinds of value
-- param 7 publishers text[] publishers; empty for none
-- param 8 operating_areas text[] areas of work; empty for none
-- param 9 discontinued_years text[] last years; empty for none
-- returns added int8
WITH given AS (
    SELECT i.indicator_key, n.title, nullif(n.definition, '') AS definition, n.unit, n.decimals, n.value_kind,
        nullif(n.publisher, '') AS publisher, nullif(n.operating_area, '') AS operating_area,
        nullif(n.discontinued_year, '')::int2 AS discontinued_year
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int2[], $6::text[], $7::text[], $8::text[], $9::text[])
        AS n (code, title, definition, unit, decimals, value_kind, publisher, operating_area, discontinued_year)
    JOIN dw.dim_indicator AS i ON i.indicator_code = n.code
), added AS (
    INSERT INTO dw.dim_indicator_version (
        indicator_key, version_no, recorded, title, definition, unit, decimals, value_kind, polarity, publisher,
        operating_area, discontinued_year, uncertainty, disclosure, origin)
    SELECT g.indicator_key, coalesce(o.version_no, 0) + 1, tstzrange(greatest(etl.clock(), o.recorded_to), NULL), g.title,
        g.definition, g.unit, g.decimals, g.value_kind, 'unknown', g.publisher, g.operating_area, g.discontinued_year, 'none',
        'public', 'catalogue'
    FROM given AS g
    LEFT JOIN LATERAL (
        SELECT max(v.version_no) AS version_no, max(upper(v.recorded)) AS recorded_to
        FROM dw.dim_indicator_version AS v
        WHERE v.indicator_key = g.indicator_key
    ) AS o ON true
    WHERE NOT EXISTS (
        SELECT FROM dw.dim_indicator_version AS v
        WHERE v.indicator_key = g.indicator_key AND upper_inf(v.recorded))
    RETURNING 1
)
SELECT count(*) AS added FROM added;
