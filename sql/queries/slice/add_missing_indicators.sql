-- Adds indicators that a source states figures of and that no catalogue describes, marked so; their
-- unit and kind are not known, and nothing is guessed.
-- param 1 codes text[] their codes
-- returns indicator_key int4, indicator_code text
WITH added AS (
    INSERT INTO dw.dim_indicator (indicator_code)
    SELECT code FROM unnest($1::text[]) AS n (code)
    ON CONFLICT (indicator_code) DO NOTHING
    RETURNING indicator_key, indicator_code
), described AS (
    INSERT INTO dw.dim_indicator_version (
        indicator_key, version_no, recorded, title, unit, decimals, value_kind, polarity, uncertainty, disclosure, origin)
    SELECT a.indicator_key, 1, tstzrange(etl.clock(), NULL), a.indicator_code, 'okänd enhet', 2, 'index', 'unknown', 'none',
        'public', 'catalogue_missing'
    FROM added AS a
)
SELECT indicator_key, indicator_code FROM added;
