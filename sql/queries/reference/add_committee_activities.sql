-- Adds tasks of nämnder that are declared and not there; runs after the removal.
-- param 1 municipality_codes text[] codes of the kommuner
-- param 2 organisations text[] nämnder
-- param 3 activity_codes text[] verksamheter
-- param 4 names text[] printed names; empty for none
-- param 5 titles text[] names of the verksamheter
-- param 6 reasons text[] reasons
-- returns changed int8
WITH added AS (
    INSERT INTO dw.committee_activity (municipality_key, organisation, activity_code, name, title, reason)
    SELECT d.municipality_key, n.organisation, n.activity_code, n.name, n.title, n.reason
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])
        AS n (code, organisation, activity_code, name, title, reason)
    JOIN dw.dim_municipality AS d ON d.municipality_code = n.code
    ON CONFLICT (municipality_key, organisation, activity_code, name) DO NOTHING
    RETURNING 1
)
SELECT count(*) AS changed FROM added;
