-- Whether anything of a source has been delivered, whatever is left of it.
-- param 1 source_code text the source
-- returns is_known bool
SELECT EXISTS (SELECT FROM case_data.delivery AS d WHERE d.source_code = $1) AS is_known;
