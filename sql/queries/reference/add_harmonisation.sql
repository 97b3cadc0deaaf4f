-- Adds what is declared about figures of different reports and not there; runs after the removal.
-- param 1 codes text[] codes of the indicators
-- param 2 rules text[] rules
-- param 3 documents text[] codes of the documents; empty for all
-- param 4 folded text[] folded names
-- param 5 printed text[] names as printed
-- param 6 means text[] what they mean
-- param 7 reasons text[] reasons
-- returns changed int8
WITH added AS (
    INSERT INTO dw.harmonisation (indicator_key, rule_code, document_code, printed_folded, printed, means, reason)
    SELECT d.indicator_key, n.rule_code, n.document_code, n.folded, n.printed, n.means, n.reason
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
        AS n (code, rule_code, document_code, folded, printed, means, reason)
    JOIN dw.dim_indicator AS d ON d.indicator_code = n.code
    ON CONFLICT DO NOTHING
    RETURNING 1
)
SELECT count(*) AS changed FROM added;
