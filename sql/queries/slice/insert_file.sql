-- Records a file or answer that a load read.
-- param 1 load_key int4 the load
-- param 2 file_no int2 number of the file within the load
-- param 3 file_name text name of the file, or of the stored answer
-- param 4 sha256 bytea SHA-256 of its bytes
-- param 5 byte_count int8 size in bytes
-- param 6 encoding text encoding it was read in
-- param 7 url text where it was fetched, or NULL
-- param 8 fetched_at timestamptz when it was fetched, or NULL
INSERT INTO etl.load_file (load_key, file_no, file_name, sha256, byte_count, encoding, url, fetched_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8);
