-- Adds titles of a source's groups of indicators, and memberships in them, that are listed and not
-- there; runs after close_indicator_groups.
-- param 1 source_key int2 the source
-- param 2 codes text[] codes of the groups
-- param 3 titles text[] their titles
-- param 4 member_groups text[] for each membership the code of its group
-- param 5 member_codes text[] the code of its indicator
-- param 6 places int2[] its place in the list
-- returns changed int8
WITH named AS (
    -- Not before an earlier version ended, even when the clock has been set back since.
    INSERT INTO dw.indicator_group_version (indicator_group_key, version_no, recorded, title)
    SELECT g.indicator_group_key, coalesce(o.version_no, 0) + 1, tstzrange(greatest(etl.clock(), o.ended), NULL), n.title
    FROM unnest($2::text[], $3::text[]) AS n (code, title)
    JOIN dw.dim_indicator_group AS g ON g.group_code = n.code AND g.source_key = $1
    LEFT JOIN LATERAL (
        SELECT max(v.version_no) AS version_no, max(upper(v.recorded)) AS ended
        FROM dw.indicator_group_version AS v
        WHERE v.indicator_group_key = g.indicator_group_key
    ) AS o ON true
    WHERE NOT EXISTS (
        SELECT FROM dw.indicator_group_version AS v
        WHERE v.indicator_group_key = g.indicator_group_key AND upper_inf(v.recorded))
    RETURNING 1
), added AS (
    INSERT INTO dw.bridge_indicator_group (indicator_group_key, indicator_key, place, recorded)
    SELECT g.indicator_group_key, i.indicator_key, n.place,
        tstzrange(
            greatest(
                etl.clock(),
                (SELECT max(upper(e.recorded)) FROM dw.bridge_indicator_group AS e
                    WHERE e.indicator_group_key = g.indicator_group_key AND e.indicator_key = i.indicator_key)),
            NULL)
    FROM unnest($4::text[], $5::text[], $6::int2[]) AS n (group_code, code, place)
    JOIN dw.dim_indicator_group AS g ON g.group_code = n.group_code AND g.source_key = $1
    JOIN dw.dim_indicator AS i ON i.indicator_code = n.code
    WHERE NOT EXISTS (
        SELECT FROM dw.bridge_indicator_group AS b
        WHERE b.indicator_group_key = g.indicator_group_key AND b.indicator_key = i.indicator_key AND upper_inf(b.recorded))
    RETURNING 1
)
SELECT (SELECT count(*) FROM named) + (SELECT count(*) FROM added) AS changed;
