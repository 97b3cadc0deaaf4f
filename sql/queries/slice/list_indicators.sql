-- Every indicator by its code, and whether its figures must not enter the facts.
-- returns indicator_key int4, indicator_code text, is_secret bool
SELECT i.indicator_key, i.indicator_code,
    EXISTS (
        SELECT FROM dw.dim_indicator_version AS v
        WHERE v.indicator_key = i.indicator_key AND upper_inf(v.recorded) AND v.disclosure = 'secret') AS is_secret
FROM dw.dim_indicator AS i;
