-- Adds names of indicators that are declared and not there; runs after the removal.
-- param 1 codes text[] codes of the members
-- param 2 alias_foldeds text[] alias foldeds
-- param 3 aliass text[] aliass
-- param 4 notes text[] notes
-- returns changed int8
WITH added AS (
    INSERT INTO dw.indicator_alias (indicator_key, alias_folded, alias, note)
    SELECT d.indicator_key, n.alias_folded, n.alias, nullif(n.note, '')
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS n (code, alias_folded, alias, note)
    JOIN dw.dim_indicator AS d ON d.indicator_code = n.code
    ON CONFLICT DO NOTHING
    RETURNING 1
)
SELECT count(*) AS changed FROM added;
