-- Notes that it has been found out which figures of some indicators may be shown.
-- param 1 indicator_keys int4[] the indicators
DELETE FROM etl.unchecked_indicator WHERE indicator_key = ANY ($1);
