-- Records a source as its specification declares it.
-- param 1 source_code text name of the source
-- param 2 title text Swedish title
-- param 3 publisher text who publishes it
-- param 4 licence text under which terms
-- param 5 url text where
-- param 6 precedence int2 the smallest number speaks
-- returns source_key int2
INSERT INTO dw.dim_source AS s (source_code, title, publisher, licence, url, precedence)
VALUES ($1, $2, $3, $4, $5, $6)
ON CONFLICT (source_code) DO UPDATE
SET title = excluded.title, publisher = excluded.publisher, licence = excluded.licence, url = excluded.url,
    precedence = excluded.precedence
RETURNING source_key;
