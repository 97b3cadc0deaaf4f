-- Schemas, who may look into them, and the ledger of migrations itself.
CREATE SCHEMA dw;
COMMENT ON SCHEMA dw IS 'Dimensions and facts: the current truth and every superseded version of it.';
CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA dw;

CREATE SCHEMA staging;
COMMENT ON SCHEMA staging IS 'Unlogged tables that a load fills and empties; never trusted after a reconnect.';
CREATE SCHEMA etl;
COMMENT ON SCHEMA etl IS 'Runs, loads, rejects, documents and migrations: the ledger of how data came in.';
CREATE SCHEMA mart;
COMMENT ON SCHEMA mart IS 'What people read: documented views and functions, a stable contract.';

GRANT USAGE ON SCHEMA dw, staging, etl, mart TO riktmarke_etl;
GRANT USAGE ON SCHEMA mart TO riktmarke_read;

CREATE TABLE etl.schema_migration (
    migration_no    int PRIMARY KEY CHECK (migration_no > 0),
    name            text NOT NULL UNIQUE,
    sha256          bytea NOT NULL CHECK (octet_length(sha256) = 32),
    applied_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    applied_by      text NOT NULL DEFAULT session_user,
    duration_ms     int NOT NULL CHECK (duration_ms >= 0),
    program_version text NOT NULL
);
COMMENT ON TABLE etl.schema_migration IS 'One row a migration that has been applied; grain: migration.';
COMMENT ON COLUMN etl.schema_migration.migration_no IS 'Number of the migration, the first four digits of its file name.';
COMMENT ON COLUMN etl.schema_migration.name IS 'File name without its ending.';
COMMENT ON COLUMN etl.schema_migration.sha256 IS 'SHA-256 of the file as it was applied; a changed file is refused.';
COMMENT ON COLUMN etl.schema_migration.applied_at IS 'When the migration was applied.';
COMMENT ON COLUMN etl.schema_migration.applied_by IS 'The login that applied it.';
COMMENT ON COLUMN etl.schema_migration.duration_ms IS 'How long it took, in milliseconds.';
COMMENT ON COLUMN etl.schema_migration.program_version IS 'Version of the program that applied it.';

CREATE TABLE etl.schema_repeatable (
    name            text PRIMARY KEY,
    sha256          bytea NOT NULL CHECK (octet_length(sha256) = 32),
    applied_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    program_version text NOT NULL
);
COMMENT ON TABLE etl.schema_repeatable IS 'One row a repeatable script (views, functions) with the version now in force; grain: script.';
COMMENT ON COLUMN etl.schema_repeatable.name IS 'File name without its ending.';
COMMENT ON COLUMN etl.schema_repeatable.sha256 IS 'SHA-256 of the script in force; a script is applied again when its hash changes.';
COMMENT ON COLUMN etl.schema_repeatable.applied_at IS 'When this version was applied.';
COMMENT ON COLUMN etl.schema_repeatable.program_version IS 'Version of the program that applied it.';

GRANT SELECT ON etl.schema_migration, etl.schema_repeatable TO riktmarke_etl;
