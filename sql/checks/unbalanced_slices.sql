-- Loads whose slices do not add up to the load's own row in the ledger. Rows of slices that were not
-- sent are counted by the load alone.
-- returns subject text, problem text
WITH slices AS (
    SELECT load_key, count(*) AS slices, sum(read_rows) AS read_rows, sum(rejected_rows) AS rejected_rows,
        sum(duplicate_rows) AS duplicate_rows, sum(deletion_rows) AS deletion_rows, sum(new_rows) AS new_rows,
        sum(revised_rows) AS revised_rows, sum(unchanged_rows) AS unchanged_rows, sum(withdrawn_rows) AS withdrawn_rows
    FROM etl.load_slice
    GROUP BY load_key
)
SELECT 'load ' || l.load_key,
    format('the load says %s slices and %s new, %s revised, %s withdrawn rows; its slices say %s and %s, %s, %s',
        l.loaded_slices, l.new_rows, l.revised_rows, l.withdrawn_rows, s.slices, s.new_rows, s.revised_rows, s.withdrawn_rows)
FROM slices AS s
JOIN etl.load AS l ON l.load_key = s.load_key
WHERE (l.loaded_slices, l.read_cells, l.rejected_cells, l.duplicate_rows, l.deletion_rows, l.new_rows, l.revised_rows,
        l.unchanged_rows, l.withdrawn_rows)
    IS DISTINCT FROM (s.slices, s.read_rows, s.rejected_rows, s.duplicate_rows, s.deletion_rows, s.new_rows, s.revised_rows,
        s.unchanged_rows, s.withdrawn_rows)
UNION ALL
SELECT 'load ' || l.load_key, format('the load says %s slices, none is in the ledger', l.loaded_slices)
FROM etl.load AS l
WHERE l.loaded_slices > 0 AND NOT EXISTS (SELECT FROM etl.load_slice AS s WHERE s.load_key = l.load_key);
