-- Removes names of indicators that are no longer declared, or declared otherwise.
-- param 1 codes text[] codes of the members
-- param 2 alias_foldeds text[] alias foldeds
-- param 3 aliass text[] aliass
-- param 4 notes text[] notes
-- returns changed int8
WITH removed AS (
    DELETE FROM dw.indicator_alias AS v
    WHERE NOT EXISTS (
        SELECT FROM unnest($1::text[], $2::text[], $3::text[], $4::text[]) AS n (code, alias_folded, alias, note)
        JOIN dw.dim_indicator AS d ON d.indicator_code = n.code
        WHERE d.indicator_key = v.indicator_key AND v.alias_folded IS NOT DISTINCT FROM n.alias_folded AND v.alias IS NOT DISTINCT FROM n.alias AND v.note IS NOT DISTINCT FROM nullif(n.note, ''))
    RETURNING 1
)
SELECT count(*) AS changed FROM removed;
