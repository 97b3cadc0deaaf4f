-- Closes descriptions that were taken from the catalogue, or stood in for it, where it now gives
-- another one. What a reference file declares stays.
-- param 1 codes text[] codes of the indicators
-- param 2 titles text[] titles without the years in brackets
-- param 3 definitions text[] descriptions; empty for none
-- param 4 units text[] units
-- param 5 decimals int2[] decimals
-- param 6 value_kinds text[] kinds of value
-- param 7 publishers text[] publishers; empty for none
-- param 8 operating_areas text[] areas of work; empty for none
-- param 9 discontinued_years text[] last years; empty for none
-- returns changed int8
WITH given AS (
    SELECT i.indicator_key, n.title, nullif(n.definition, '') AS definition, n.unit, n.decimals, n.value_kind,
        nullif(n.publisher, '') AS publisher, nullif(n.operating_area, '') AS operating_area,
        nullif(n.discontinued_year, '')::int2 AS discontinued_year
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int2[], $6::text[], $7::text[], $8::text[], $9::text[])
        AS n (code, title, definition, unit, decimals, value_kind, publisher, operating_area, discontinued_year)
    JOIN dw.dim_indicator AS i ON i.indicator_code = n.code
), closed AS (
    UPDATE dw.dim_indicator_version AS v
    SET recorded = tstzrange(lower(v.recorded), greatest(etl.clock(), lower(v.recorded) + interval '1 microsecond'))
    FROM given AS g
    WHERE v.indicator_key = g.indicator_key AND upper_inf(v.recorded)
        AND (v.origin = 'catalogue_missing'
            OR v.origin = 'catalogue'
                AND (v.title, v.definition, v.unit, v.decimals, v.value_kind, v.publisher, v.operating_area, v.discontinued_year)
                    IS DISTINCT FROM
                    (g.title, g.definition, g.unit, g.decimals, g.value_kind, g.publisher, g.operating_area, g.discontinued_year))
    RETURNING 1
)
SELECT count(*) AS changed FROM closed;
