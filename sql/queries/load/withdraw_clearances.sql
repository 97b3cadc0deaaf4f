-- Lets nothing of some indicators be shown.
-- param 1 indicator_keys int4[] the indicators
DELETE FROM dw.cleared_outcome WHERE indicator_key = ANY ($1);
