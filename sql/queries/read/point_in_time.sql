-- The point in time that a text after RFC 3339 names.
-- param 1 moment text the text, with its offset from UTC
-- returns moment timestamptz
SELECT $1::text::timestamptz AS moment;
