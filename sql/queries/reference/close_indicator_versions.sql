-- Closes the current description of indicators whose description has changed, or was not declared before.
-- param 1 codes text[] codes
-- param 2 title text[] title; empty for none
-- param 3 definition text[] definition; empty for none
-- param 4 unit text[] unit; empty for none
-- param 5 decimals int2[] decimals
-- param 6 value_kind text[] value kind; empty for none
-- param 7 polarity text[] polarity; empty for none
-- param 8 polarity_reason text[] polarity reason; empty for none
-- param 9 complement_title text[] complement title; empty for none
-- param 10 publisher text[] publisher; empty for none
-- param 11 operating_area text[] operating area; empty for none
-- param 12 discontinued_year text[] discontinued year; empty for none
-- param 13 frequency text[] frequency; empty for none
-- param 14 reference_window text[] reference window; empty for none
-- param 15 publication_rule text[] publication rule; empty for none
-- param 16 uncertainty text[] uncertainty; empty for none
-- param 17 disclosure text[] disclosure; empty for none
-- returns changed int8
WITH given AS (
    SELECT i.indicator_key, n.title, nullif(n.definition, '') AS definition, n.unit, n.decimals, n.value_kind, n.polarity, nullif(n.polarity_reason, '') AS polarity_reason, nullif(n.complement_title, '') AS complement_title, nullif(n.publisher, '') AS publisher, nullif(n.operating_area, '') AS operating_area, nullif(n.discontinued_year, '')::int2 AS discontinued_year, nullif(n.frequency, '') AS frequency, nullif(n.reference_window, '') AS reference_window, nullif(n.publication_rule, '') AS publication_rule, n.uncertainty, n.disclosure
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::int2[], $6::text[], $7::text[], $8::text[], $9::text[], $10::text[], $11::text[], $12::text[], $13::text[], $14::text[], $15::text[], $16::text[], $17::text[])
        AS n (code, title, definition, unit, decimals, value_kind, polarity, polarity_reason, complement_title, publisher, operating_area, discontinued_year, frequency, reference_window, publication_rule, uncertainty, disclosure)
    JOIN dw.dim_indicator AS i ON i.indicator_code = n.code
), closed AS (
    UPDATE dw.dim_indicator_version AS v
    SET recorded = tstzrange(lower(v.recorded), greatest(etl.clock(), lower(v.recorded) + interval '1 microsecond'))
    FROM given AS g
    WHERE v.indicator_key = g.indicator_key AND upper_inf(v.recorded)
        AND (v.origin <> 'curated' OR (v.title, v.definition, v.unit, v.decimals, v.value_kind, v.polarity, v.polarity_reason, v.complement_title, v.publisher, v.operating_area, v.discontinued_year, v.frequency, v.reference_window, v.publication_rule, v.uncertainty, v.disclosure)
            IS DISTINCT FROM (g.title, g.definition, g.unit, g.decimals, g.value_kind, g.polarity, g.polarity_reason, g.complement_title, g.publisher, g.operating_area, g.discontinued_year, g.frequency, g.reference_window, g.publication_rule, g.uncertainty, g.disclosure))
    RETURNING 1
)
SELECT count(*) AS changed FROM closed;
