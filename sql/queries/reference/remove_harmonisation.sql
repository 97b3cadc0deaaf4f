-- Removes what is no longer declared, or declared otherwise, about figures of different reports.
-- param 1 codes text[] codes of the indicators
-- param 2 rules text[] rules
-- param 3 documents text[] codes of the documents; empty for all
-- param 4 folded text[] folded names
-- param 5 printed text[] names as printed
-- param 6 means text[] what they mean
-- param 7 reasons text[] reasons
-- returns changed int8
WITH removed AS (
    DELETE FROM dw.harmonisation AS h
    WHERE NOT EXISTS (
        SELECT FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[])
            AS n (code, rule_code, document_code, folded, printed, means, reason)
        JOIN dw.dim_indicator AS d ON d.indicator_code = n.code
        WHERE d.indicator_key = h.indicator_key AND n.rule_code = h.rule_code AND n.document_code = h.document_code
            AND n.folded = h.printed_folded AND n.printed = h.printed AND n.means = h.means AND n.reason = h.reason)
    RETURNING 1
)
SELECT count(*) AS changed FROM removed;
