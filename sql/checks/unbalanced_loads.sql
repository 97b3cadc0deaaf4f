-- Loads whose ledger does not agree with the facts: rows that carry a load's key, superseded ones
-- included, must be as many as the load says that it added, revised and withdrew.
-- returns subject text, problem text
WITH written AS (
    SELECT load_key, count(*) AS rows FROM (
        SELECT load_key FROM dw.fact_outcome
        UNION ALL SELECT load_key FROM dw.fact_outcome_revision
        UNION ALL SELECT load_key FROM dw.fact_target
        UNION ALL SELECT load_key FROM dw.fact_target_revision
        UNION ALL SELECT load_key FROM dw.fact_economy
        UNION ALL SELECT load_key FROM dw.fact_economy_revision
        UNION ALL SELECT load_key FROM dw.fact_staff_absence
        UNION ALL SELECT load_key FROM dw.fact_staff_absence_revision
    ) AS fact
    GROUP BY load_key
)
SELECT 'load ' || l.load_key,
    format('the ledger says %s rows, the facts hold %s', l.new_rows + l.revised_rows + l.withdrawn_rows, coalesce(w.rows, 0))
FROM etl.load AS l
LEFT JOIN written AS w ON w.load_key = l.load_key
WHERE coalesce(w.rows, 0) <> CASE WHEN l.state = 'loaded' THEN l.new_rows + l.revised_rows + l.withdrawn_rows ELSE 0 END;
