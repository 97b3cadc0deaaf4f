-- Closes titles of a source's groups of indicators, and memberships in them, that it no longer lists
-- so; nothing is deleted.
-- param 1 source_key int2 the source
-- param 2 codes text[] codes of the groups
-- param 3 titles text[] their titles
-- param 4 member_groups text[] for each membership the code of its group
-- param 5 member_codes text[] the code of its indicator
-- param 6 places int2[] its place in the list
-- returns changed int8
WITH named AS (
    SELECT g.indicator_group_key, n.title
    FROM unnest($2::text[], $3::text[]) AS n (code, title)
    JOIN dw.dim_indicator_group AS g ON g.group_code = n.code AND g.source_key = $1
), listed AS (
    SELECT g.indicator_group_key, i.indicator_key, n.place
    FROM unnest($4::text[], $5::text[], $6::int2[]) AS n (group_code, code, place)
    JOIN dw.dim_indicator_group AS g ON g.group_code = n.group_code AND g.source_key = $1
    JOIN dw.dim_indicator AS i ON i.indicator_code = n.code
), renamed AS (
    UPDATE dw.indicator_group_version AS v
    SET recorded = tstzrange(lower(v.recorded), greatest(etl.clock(), lower(v.recorded) + interval '1 microsecond'))
    FROM dw.dim_indicator_group AS g
    WHERE g.indicator_group_key = v.indicator_group_key AND g.source_key = $1 AND upper_inf(v.recorded)
        AND NOT EXISTS (
            SELECT FROM named AS n WHERE n.indicator_group_key = v.indicator_group_key AND n.title = v.title)
    RETURNING 1
), removed AS (
    UPDATE dw.bridge_indicator_group AS b
    SET recorded = tstzrange(lower(b.recorded), greatest(etl.clock(), lower(b.recorded) + interval '1 microsecond'))
    FROM dw.dim_indicator_group AS g
    WHERE g.indicator_group_key = b.indicator_group_key AND g.source_key = $1 AND upper_inf(b.recorded)
        AND NOT EXISTS (
            SELECT FROM listed AS l
            WHERE l.indicator_group_key = b.indicator_group_key AND l.indicator_key = b.indicator_key AND l.place = b.place)
    RETURNING 1
)
SELECT (SELECT count(*) FROM renamed) + (SELECT count(*) FROM removed) AS changed;
