-- Removes tasks of nämnder that are no longer declared, or declared otherwise.
-- param 1 municipality_codes text[] codes of the kommuner
-- param 2 organisations text[] nämnder
-- param 3 activity_codes text[] verksamheter
-- param 4 names text[] printed names; empty for none
-- param 5 titles text[] names of the verksamheter
-- param 6 reasons text[] reasons
-- returns changed int8
WITH removed AS (
    DELETE FROM dw.committee_activity AS v
    WHERE NOT EXISTS (
        SELECT FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
            AS n (code, organisation, activity_code, name, title, reason)
        JOIN dw.dim_municipality AS d ON d.municipality_code = n.code
        WHERE d.municipality_key = v.municipality_key
            AND (n.organisation, n.activity_code, n.name, n.title, n.reason)
                = (v.organisation, v.activity_code, v.name, v.title, v.reason))
    RETURNING 1
)
SELECT count(*) AS changed FROM removed;
