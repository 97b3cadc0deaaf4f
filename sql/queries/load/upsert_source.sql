-- Records a source as its specification declares it.
-- param 1 source_code text name of the source
-- param 2 title text Swedish title
-- param 3 publisher text who publishes it
-- param 4 licence text under which terms
-- param 5 url text where
-- param 6 precedence int2 the smallest number speaks
-- returns source_key int2
WITH known AS (
    UPDATE dw.dim_source AS s
    SET title = $2, publisher = $3, licence = $4, url = $5, precedence = $6
    WHERE s.source_code = $1
    RETURNING source_key
), added AS (
    -- Only where it is new: ON CONFLICT would use up a key in every run, and there are 32,767.
    INSERT INTO dw.dim_source (source_code, title, publisher, licence, url, precedence)
    SELECT $1, $2, $3, $4, $5, $6
    WHERE NOT EXISTS (SELECT FROM dw.dim_source AS s WHERE s.source_code = $1)
    RETURNING source_key
)
SELECT source_key FROM known UNION ALL SELECT source_key FROM added;
