-- Whether staging holds any figure more than once.
-- returns found bool
SELECT EXISTS (
    SELECT FROM staging.observation
    GROUP BY indicator_key, period_key, gender_key, municipality_key, document_key, is_target
    HAVING count(*) > 1) AS found;
