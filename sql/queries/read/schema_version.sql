-- The number of the newest migration applied to this database.
-- returns migration_no int4
SELECT migration_no FROM mart.schema_version;
