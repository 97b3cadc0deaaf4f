-- Indicators that are not public and of which nobody has found out since they changed which figures may be shown.
-- returns indicator_key int4
SELECT indicator_key FROM etl.unchecked_indicator ORDER BY indicator_key;
