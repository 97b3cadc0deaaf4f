-- Outcomes of which another thing is known at a time than was known at an earlier one: what speaks for
-- each key at both times, where value or status differ; with places in a group at both times.
-- Places are min ranks by the indicator's direction among the group's members of the same kind, by the
-- list that holds for the period, else by that of a day; of the focus, else of the row's own municipality.
-- There is none while the year is still being collected.
-- param 1 since timestamptz the earlier time
-- param 2 as_of timestamptz the later time, or NULL for now
-- param 3 indicator_keys int4[] only these indicators, or NULL for all
-- param 4 focus_key int2 the municipality in focus, or NULL
-- param 5 group_code text the group, or NULL; without focus and group every unit is listed
-- param 6 day date the day whose list stands in for a list that did not exist in the period
-- returns indicator_key int4, period text, gender text, municipality_key int2, old_value numeric, old_status int2, new_value numeric, new_status int2, run_key int4, recorded_at timestamptz, source text, old_rank int8, old_ranked int8, new_rank int8, new_ranked int8
WITH touched AS MATERIALIZED (
    SELECT DISTINCT c.indicator_key, c.period_key
    FROM mart.changed_slice AS c
    WHERE c.recorded_at > $1 AND ($3::int4[] IS NULL OR c.indicator_key = ANY ($3))
), listed AS MATERIALIZED (
    -- The day by whose list the group is taken, for each period.
    SELECT p.period_key,
        CASE WHEN EXISTS (
            SELECT FROM mart.peer_group_member AS g
            WHERE g.group_code = $5 AND g.valid @> p.end_date
                AND CASE WHEN $2::timestamptz IS NULL THEN upper_inf(g.recorded) ELSE g.recorded @> $2::timestamptz END)
        THEN p.end_date ELSE $6::date END AS day
    FROM mart.period AS p
    WHERE $5::text IS NOT NULL AND p.period_key IN (SELECT t.period_key FROM touched AS t)
), member AS MATERIALIZED (
    SELECT l.period_key, g.municipality_key
    FROM listed AS l
    JOIN mart.peer_group_member AS g ON g.group_code = $5 AND g.valid @> l.day
        AND CASE WHEN $2::timestamptz IS NULL THEN upper_inf(g.recorded) ELSE g.recorded @> $2::timestamptz END
    UNION
    SELECT l.period_key, $4::int2 FROM listed AS l WHERE $4::int2 IS NOT NULL
), version AS (
    -- OFFSET keeps each slice a look-up in the index, however many the planner expects.
    SELECT v.indicator_key, v.period_key, v.gender_key, v.municipality_key, v.document_key, v.value, v.status_key,
        f.run_key, f.recorded_at AS recorded_from, NULL::timestamptz AS recorded_to
    FROM touched AS t
    CROSS JOIN LATERAL (
        SELECT c.* FROM mart.outcome_current AS c
        WHERE c.indicator_key = t.indicator_key AND c.period_key = t.period_key
            AND ($5::text IS NOT NULL OR $4::int2 IS NULL OR c.municipality_key = $4)
        OFFSET 0
    ) AS v
    JOIN mart.load_time AS f ON f.load_key = v.load_key
    WHERE f.recorded_at <= coalesce($2::timestamptz, 'infinity')
        AND ($5::text IS NULL OR (v.period_key, v.municipality_key) IN (SELECT m.period_key, m.municipality_key FROM member AS m))
    UNION ALL
    SELECT v.indicator_key, v.period_key, v.gender_key, v.municipality_key, v.document_key, v.value, v.status_key,
        f.run_key, f.recorded_at, e.recorded_at
    FROM touched AS t
    CROSS JOIN LATERAL (
        SELECT c.* FROM mart.outcome_superseded AS c
        WHERE c.indicator_key = t.indicator_key AND c.period_key = t.period_key
            AND ($5::text IS NOT NULL OR $4::int2 IS NULL OR c.municipality_key = $4)
        OFFSET 0
    ) AS v
    JOIN mart.load_time AS f ON f.load_key = v.load_key
    JOIN mart.load_time AS e ON e.load_key = v.superseded_load_key
    WHERE f.recorded_at <= coalesce($2::timestamptz, 'infinity') AND e.recorded_at > $1
        AND ($5::text IS NULL OR (v.period_key, v.municipality_key) IN (SELECT m.period_key, m.municipality_key FROM member AS m))
), spoken AS (
    -- For each key and both times, the version that speaks then.
    SELECT DISTINCT ON (v.indicator_key, v.period_key, v.gender_key, v.municipality_key, k.is_later)
        v.indicator_key, v.period_key, v.gender_key, v.municipality_key, k.is_later, v.value, v.status_key, v.run_key,
        v.recorded_from, d.document_code
    FROM version AS v
    CROSS JOIN (VALUES (false), (true)) AS k (is_later)
    JOIN mart.document AS d ON d.document_key = v.document_key
    WHERE CASE WHEN k.is_later THEN v.recorded_to IS NULL OR v.recorded_to > coalesce($2::timestamptz, 'infinity')
        ELSE v.recorded_from <= $1 END
        -- Places need every member; else only what has a new version is looked at.
        AND ($5::text IS NOT NULL OR (v.indicator_key, v.period_key, v.gender_key, v.municipality_key) IN (
            SELECT n.indicator_key, n.period_key, n.gender_key, n.municipality_key FROM version AS n WHERE n.recorded_from > $1))
    ORDER BY v.indicator_key, v.period_key, v.gender_key, v.municipality_key, k.is_later,
        v.value IS NULL, v.status_key = 199, d.speaks_before
), placed AS (
    SELECT s.*,
        CASE WHEN r.ranks THEN
            rank() OVER (
                PARTITION BY s.indicator_key, s.period_key, s.gender_key, s.is_later, r.ranks
                ORDER BY CASE WHEN i.polarity = 'high' THEN -s.value ELSE s.value END)
        END AS place,
        CASE WHEN r.ranks THEN
            count(*) OVER (PARTITION BY s.indicator_key, s.period_key, s.gender_key, s.is_later, r.ranks)
        END AS ranked
    FROM spoken AS s
    JOIN mart.indicator AS i ON i.indicator_key = s.indicator_key
    JOIN mart.municipality AS u ON u.municipality_key = s.municipality_key
    JOIN mart.period AS p ON p.period_key = s.period_key
    CROSS JOIN LATERAL (
        SELECT $5::text IS NOT NULL AND s.value IS NOT NULL AND i.polarity IN ('high', 'low') AND i.value_kind <> 'boolean'
            AND u.kind = coalesce((SELECT f.kind FROM mart.municipality AS f WHERE f.municipality_key = $4), 'municipality')
            AND mart.publication_state(
                p.kind, p.year, i.publication_year, i.preliminary_date, i.publication_date, i.collects_in_autumn,
                (coalesce($2::timestamptz, now()) AT TIME ZONE 'UTC')::date) <> 'collecting' AS ranks
    ) AS r
), told AS (
    -- Beside each figure the places of the focus at both times: the figure itself may have been absent.
    SELECT p.*,
        max(p.place) FILTER (WHERE p.municipality_key = $4 AND NOT p.is_later) OVER slice AS old_place,
        max(p.ranked) FILTER (WHERE p.municipality_key = $4 AND NOT p.is_later) OVER slice AS old_ranked,
        max(p.place) FILTER (WHERE p.municipality_key = $4 AND p.is_later) OVER slice AS new_place,
        max(p.ranked) FILTER (WHERE p.municipality_key = $4 AND p.is_later) OVER slice AS new_ranked
    FROM placed AS p
    WINDOW slice AS (PARTITION BY p.indicator_key, p.period_key, p.gender_key)
), paired AS (
    -- There is one row of each time, or none, so that max is that row's.
    SELECT t.indicator_key, t.period_key, t.gender_key, t.municipality_key,
        max(t.value) FILTER (WHERE NOT t.is_later) AS old_value, max(t.status_key) FILTER (WHERE NOT t.is_later) AS old_status,
        max(t.value) FILTER (WHERE t.is_later) AS new_value, max(t.status_key) FILTER (WHERE t.is_later) AS new_status,
        max(t.run_key) FILTER (WHERE t.is_later) AS run_key, max(t.recorded_from) FILTER (WHERE t.is_later) AS recorded_at,
        max(t.document_code) FILTER (WHERE t.is_later) AS source,
        max(CASE WHEN $4::int2 IS NOT NULL THEN t.old_place WHEN NOT t.is_later THEN t.place END) AS old_rank,
        max(CASE WHEN $4::int2 IS NOT NULL THEN t.old_ranked WHEN NOT t.is_later THEN t.ranked END) AS old_ranked,
        max(CASE WHEN $4::int2 IS NOT NULL THEN t.new_place WHEN t.is_later THEN t.place END) AS new_rank,
        max(CASE WHEN $4::int2 IS NOT NULL THEN t.new_ranked WHEN t.is_later THEN t.ranked END) AS new_ranked
    FROM told AS t
    GROUP BY t.indicator_key, t.period_key, t.gender_key, t.municipality_key
)
SELECT
    p.indicator_key, d.period_code AS period, g.gender_code AS gender, p.municipality_key, p.old_value, p.old_status,
    p.new_value, p.new_status, p.run_key, p.recorded_at, p.source, p.old_rank, p.old_ranked, p.new_rank, p.new_ranked
FROM paired AS p
JOIN mart.period AS d ON d.period_key = p.period_key
JOIN mart.gender AS g ON g.gender_key = p.gender_key
JOIN mart.indicator AS i ON i.indicator_key = p.indicator_key
JOIN mart.municipality AS u ON u.municipality_key = p.municipality_key
WHERE (p.old_value, p.old_status) IS DISTINCT FROM (p.new_value, p.new_status)
ORDER BY i.indicator_code, d.end_date DESC, d.start_date, d.period_key, p.gender_key, u.sort_order, p.municipality_key;
