-- Every indicator with its current description, in no order; of one code, when a code is given.
-- param 1 indicator_code text code of the only indicator wanted, or NULL for all
-- returns indicator_key int4, indicator_code text, title text, definition text, unit text, decimals int2, value_kind text, polarity text, polarity_reason text, complement_title text, publisher text, operating_area text, discontinued_year int2, frequency text, reference_window text, publication_rule text, uncertainty text, disclosure text, break_years int2[], break_reasons text[], origin text, catalogue_source text, publication_year int2, preliminary_date date, publication_date date, collects_in_autumn bool, warning_periods int4[]
SELECT
    indicator_key, indicator_code, title, definition, unit, decimals, value_kind, polarity, polarity_reason,
    complement_title, publisher, operating_area, discontinued_year, frequency, reference_window, publication_rule,
    uncertainty, disclosure, break_years, break_reasons, origin, catalogue_source, publication_year, preliminary_date,
    publication_date, collects_in_autumn, warning_periods
FROM mart.indicator
WHERE $1::text IS NULL OR indicator_code = $1;
