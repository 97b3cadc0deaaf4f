-- Opens an access to the cases of a source; it must be committed before rows are read.
-- param 1 source_code text the source
-- param 2 purpose text what for
-- returns access_no int8
SELECT case_data.open_access($1, $2) AS access_no;
