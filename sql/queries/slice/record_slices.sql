-- Keeps the digests of the complete slices that a load has merged, forgets those that its changes
-- have made untrue, and ends what was held back of them.
-- param 1 load_key int4 the load
-- param 2 source_key int2 the source
-- returns loaded int8
WITH forgotten AS (
    -- Another scope's digest, or any digest beside an incomplete slice, tells what was before.
    UPDATE etl.slice AS o
    SET digest = NULL
    FROM etl.load_slice AS l
    WHERE l.load_key = $1 AND l.new_rows + l.revised_rows + l.withdrawn_rows > 0 AND o.digest IS NOT NULL
        AND o.source_key = $2 AND o.indicator_key = l.indicator_key AND o.period_key = l.period_key
        AND (o.scope_key <> l.scope_key OR NOT l.is_complete)
), recorded AS (
    INSERT INTO etl.slice AS o (
        source_key, indicator_key, period_key, scope_key, load_key, row_count, status_sum, digest, value_sum)
    SELECT $2, s.indicator_key, s.period_key, s.scope_key, $1, s.staged_rows - s.deletion_rows, s.status_sum, s.digest,
        s.value_sum
    FROM staging.slice AS s
    WHERE s.is_complete
    ON CONFLICT (source_key, indicator_key, period_key, scope_key) DO UPDATE
    SET load_key = excluded.load_key, row_count = excluded.row_count, status_sum = excluded.status_sum,
        digest = excluded.digest, value_sum = excluded.value_sum
), ended AS (
    UPDATE etl.held_slice AS h
    SET ended_at = etl.clock(), ending = CASE WHEN s.was_accepted THEN 'accepted' ELSE 'passed' END
    FROM staging.slice AS s
    WHERE h.source_key = $2 AND h.indicator_key = s.indicator_key AND h.period_key = s.period_key
        AND h.scope_key = s.scope_key AND h.ended_at IS NULL
)
SELECT count(*) AS loaded FROM staging.slice;
