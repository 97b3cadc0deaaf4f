-- Groups of indicators with their size, as listed now.
-- returns group_code text, group_title text, source_code text, indicators int8
SELECT group_code, group_title, source_code, count(*) AS indicators
FROM mart.indicator_group_member
WHERE upper_inf(recorded)
GROUP BY group_code, group_title, source_code
ORDER BY group_title, group_code;
