-- Slices: what a source states about one indicator in one year, the unit in which large sources are
-- compared, sent, held back and accounted for.

-- A load is one transaction. A source of slices has several in a run, and closes each run with one
-- that accounts for the slices that had not changed.
COMMENT ON TABLE etl.load IS 'The commit record of one transaction that loads a source; must balance; grain: run x source x transaction.';
ALTER TABLE etl.load
    ADD COLUMN deletion_rows    bigint NOT NULL DEFAULT 0 CHECK (deletion_rows >= 0),
    ADD COLUMN loaded_slices    int NOT NULL DEFAULT 0 CHECK (loaded_slices >= 0),
    ADD COLUMN unchanged_slices int NOT NULL DEFAULT 0 CHECK (unchanged_slices >= 0),
    ADD COLUMN held_slices      int NOT NULL DEFAULT 0 CHECK (held_slices >= 0),
    DROP CONSTRAINT load_balances,
    ADD CONSTRAINT load_balances CHECK (
        state <> 'loaded'
        OR read_cells = rejected_cells + duplicate_rows + deletion_rows + new_rows + revised_rows + unchanged_rows);
COMMENT ON COLUMN etl.load.deletion_rows IS 'Rows that say that the source has deleted a figure.';
COMMENT ON COLUMN etl.load.loaded_slices IS 'Slices that were sent and merged; 0 for sources without slices.';
COMMENT ON COLUMN etl.load.unchanged_slices IS 'Slices that were not sent because their digest had not changed.';
COMMENT ON COLUMN etl.load.held_slices IS 'Slices that were held back.';

ALTER TABLE etl.load_file
    ADD COLUMN url        text,
    ADD COLUMN fetched_at timestamptz;
COMMENT ON COLUMN etl.load_file.url IS 'Where the answer came from, for one that was fetched.';
COMMENT ON COLUMN etl.load_file.fetched_at IS 'When it was fetched.';

CREATE TABLE etl.scope (
    scope_key         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_key        smallint NOT NULL REFERENCES dw.dim_source,
    municipality_keys smallint[] CHECK (municipality_keys <> '{}'),
    UNIQUE NULLS NOT DISTINCT (source_key, municipality_keys)
);
COMMENT ON TABLE etl.scope IS 'Sets of units that a source has been asked for; grain: source x set.';
COMMENT ON COLUMN etl.scope.scope_key IS 'Surrogate key.';
COMMENT ON COLUMN etl.scope.source_key IS 'The source.';
COMMENT ON COLUMN etl.scope.municipality_keys IS 'The units, in ascending order; NULL for every unit that the source has.';

CREATE TABLE etl.slice (
    source_key    smallint NOT NULL REFERENCES dw.dim_source,
    indicator_key int NOT NULL REFERENCES dw.dim_indicator,
    period_key    int NOT NULL REFERENCES dw.dim_period,
    scope_key     int NOT NULL REFERENCES etl.scope,
    load_key      int NOT NULL REFERENCES etl.load,
    row_count     int NOT NULL CHECK (row_count >= 0),
    status_sum    bigint NOT NULL,
    digest        bytea CHECK (octet_length(digest) = 32),
    value_sum     numeric NOT NULL,
    PRIMARY KEY (source_key, indicator_key, period_key, scope_key)
);
COMMENT ON TABLE etl.slice IS 'What was last loaded of each slice; grain: source x indicator x year x scope.';
COMMENT ON COLUMN etl.slice.source_key IS 'The source.';
COMMENT ON COLUMN etl.slice.indicator_key IS 'The indicator.';
COMMENT ON COLUMN etl.slice.period_key IS 'The year.';
COMMENT ON COLUMN etl.slice.scope_key IS 'The units that were asked for.';
COMMENT ON COLUMN etl.slice.load_key IS 'The load that last merged it.';
COMMENT ON COLUMN etl.slice.row_count IS 'Rows it had.';
COMMENT ON COLUMN etl.slice.status_sum IS 'Checksum: sum of status_key x weight; the weight of a row is 4 x municipality_key + gender_key + 1.';
COMMENT ON COLUMN etl.slice.digest IS 'Digest of the rows as the source''s reader computes it; NULL when the facts may have changed since, or the slice was not complete: it is then merged again.';
COMMENT ON COLUMN etl.slice.value_sum IS 'Checksum: exact sum of value x weight over rows that have one.';

CREATE TABLE etl.load_slice (
    load_key       int NOT NULL REFERENCES etl.load,
    indicator_key  int NOT NULL,
    period_key     int NOT NULL,
    scope_key      int NOT NULL REFERENCES etl.scope,
    read_rows      int NOT NULL CHECK (read_rows >= 0),
    rejected_rows  int NOT NULL CHECK (rejected_rows >= 0),
    duplicate_rows int NOT NULL CHECK (duplicate_rows >= 0),
    deletion_rows  int NOT NULL CHECK (deletion_rows >= 0),
    new_rows       int NOT NULL CHECK (new_rows >= 0),
    revised_rows   int NOT NULL CHECK (revised_rows >= 0),
    unchanged_rows int NOT NULL CHECK (unchanged_rows >= 0),
    withdrawn_rows int NOT NULL CHECK (withdrawn_rows >= 0),
    missing_rows   int NOT NULL CHECK (missing_rows >= 0),
    is_complete    boolean NOT NULL,
    was_accepted   boolean NOT NULL,
    file_nos       smallint[] NOT NULL,
    digest         bytea NOT NULL CHECK (octet_length(digest) = 32),
    PRIMARY KEY (load_key, indicator_key, period_key),
    CONSTRAINT load_slice_balances CHECK (
        read_rows = rejected_rows + duplicate_rows + deletion_rows + new_rows + revised_rows + unchanged_rows)
);
COMMENT ON TABLE etl.load_slice IS 'What became of each slice that was sent; must balance; grain: load x indicator x year.';
COMMENT ON COLUMN etl.load_slice.load_key IS 'The load.';
COMMENT ON COLUMN etl.load_slice.indicator_key IS 'The indicator.';
COMMENT ON COLUMN etl.load_slice.period_key IS 'The year.';
COMMENT ON COLUMN etl.load_slice.scope_key IS 'The units that were asked for.';
COMMENT ON COLUMN etl.load_slice.read_rows IS 'Rows read, rejected ones included.';
COMMENT ON COLUMN etl.load_slice.rejected_rows IS 'Rows that could not be used.';
COMMENT ON COLUMN etl.load_slice.duplicate_rows IS 'Identical repetitions, loaded once.';
COMMENT ON COLUMN etl.load_slice.deletion_rows IS 'Rows that say that a figure is deleted.';
COMMENT ON COLUMN etl.load_slice.new_rows IS 'Figures that the warehouse did not have.';
COMMENT ON COLUMN etl.load_slice.revised_rows IS 'Figures that replaced another.';
COMMENT ON COLUMN etl.load_slice.unchanged_rows IS 'Figures that the warehouse had already.';
COMMENT ON COLUMN etl.load_slice.withdrawn_rows IS 'Figures that were closed: no longer stated, or deleted.';
COMMENT ON COLUMN etl.load_slice.missing_rows IS 'Rows that state that there is no value.';
COMMENT ON COLUMN etl.load_slice.is_complete IS 'Whether it held every figure of its scope, so that what it lacks is closed.';
COMMENT ON COLUMN etl.load_slice.was_accepted IS 'Whether it would have been held back, had nobody accepted it.';
COMMENT ON COLUMN etl.load_slice.file_nos IS 'The files of the load from which it was read.';
COMMENT ON COLUMN etl.load_slice.digest IS 'Digest of its rows.';

CREATE TABLE etl.held_slice (
    held_key       int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_key     smallint NOT NULL REFERENCES dw.dim_source,
    indicator_key  int NOT NULL REFERENCES dw.dim_indicator,
    period_key     int NOT NULL REFERENCES dw.dim_period,
    scope_key      int NOT NULL REFERENCES etl.scope,
    digest         bytea NOT NULL CHECK (octet_length(digest) = 32),
    reason_code    text NOT NULL CHECK (reason_code IN ('lost-values', 'jumped-values')),
    stated_values  int NOT NULL CHECK (stated_values > 0),
    lost_values    int NOT NULL CHECK (lost_values >= 0),
    typical_factor double precision,
    first_run_key  int NOT NULL REFERENCES etl.run,
    last_run_key   int NOT NULL REFERENCES etl.run,
    first_held_at  timestamptz NOT NULL,
    last_held_at   timestamptz NOT NULL,
    ended_at       timestamptz,
    ending         text CHECK (ending IN ('accepted', 'passed', 'replaced')),
    CHECK ((ended_at IS NULL) = (ending IS NULL))
);
CREATE UNIQUE INDEX held_slice_open ON etl.held_slice (source_key, indicator_key, period_key, scope_key) WHERE ended_at IS NULL;
COMMENT ON INDEX etl.held_slice_open IS 'A slice is held back once at a time.';
COMMENT ON TABLE etl.held_slice IS 'Slices that were held back (kvarhållna), with the reason; grain: slice x digest held back.';
COMMENT ON COLUMN etl.held_slice.held_key IS 'Surrogate key.';
COMMENT ON COLUMN etl.held_slice.source_key IS 'The source.';
COMMENT ON COLUMN etl.held_slice.indicator_key IS 'The indicator.';
COMMENT ON COLUMN etl.held_slice.period_key IS 'The year.';
COMMENT ON COLUMN etl.held_slice.scope_key IS 'The units that were asked for.';
COMMENT ON COLUMN etl.held_slice.digest IS 'Digest of the rows that were held back.';
COMMENT ON COLUMN etl.held_slice.reason_code IS 'lost-values: too large a share of its values is gone; jumped-values: its values are typically many times larger or smaller.';
COMMENT ON COLUMN etl.held_slice.stated_values IS 'Values that the warehouse has of the slice in its scope.';
COMMENT ON COLUMN etl.held_slice.lost_values IS 'Of these, how many the source no longer gives a value.';
COMMENT ON COLUMN etl.held_slice.typical_factor IS 'Median of new value / old value over values other than 0; NULL when there are none.';
COMMENT ON COLUMN etl.held_slice.first_run_key IS 'The run that first held it back.';
COMMENT ON COLUMN etl.held_slice.last_run_key IS 'The run that last met it.';
COMMENT ON COLUMN etl.held_slice.first_held_at IS 'When it was first held back.';
COMMENT ON COLUMN etl.held_slice.last_held_at IS 'When it was last met.';
COMMENT ON COLUMN etl.held_slice.ended_at IS 'When it was no longer held back; NULL while it is.';
COMMENT ON COLUMN etl.held_slice.ending IS 'accepted: let through by somebody; passed: a later one needed no holding back; replaced: another one is held back instead.';

CREATE UNLOGGED TABLE staging.slice (
    indicator_key  int NOT NULL,
    period_key     int NOT NULL,
    scope_key      int NOT NULL,
    read_rows      int NOT NULL,
    rejected_rows  int NOT NULL,
    duplicate_rows int NOT NULL,
    deletion_rows  int NOT NULL,
    missing_rows   int NOT NULL,
    staged_rows    int NOT NULL,
    is_complete    boolean NOT NULL,
    was_accepted   boolean NOT NULL,
    status_sum     bigint NOT NULL,
    file_nos       smallint[] NOT NULL,
    digest         bytea NOT NULL,
    value_sum      numeric NOT NULL
);
COMMENT ON TABLE staging.slice IS 'The slices of one transaction, before they are merged; grain: indicator x year.';
COMMENT ON COLUMN staging.slice.indicator_key IS 'The indicator.';
COMMENT ON COLUMN staging.slice.period_key IS 'The year.';
COMMENT ON COLUMN staging.slice.scope_key IS 'The units that were asked for.';
COMMENT ON COLUMN staging.slice.read_rows IS 'Rows read.';
COMMENT ON COLUMN staging.slice.rejected_rows IS 'Rows that could not be used.';
COMMENT ON COLUMN staging.slice.duplicate_rows IS 'Identical repetitions.';
COMMENT ON COLUMN staging.slice.deletion_rows IS 'Rows that say that a figure is deleted.';
COMMENT ON COLUMN staging.slice.missing_rows IS 'Rows that state that there is no value.';
COMMENT ON COLUMN staging.slice.staged_rows IS 'Rows sent to staging.slice_value, deletions included.';
COMMENT ON COLUMN staging.slice.is_complete IS 'Whether what it lacks is closed.';
COMMENT ON COLUMN staging.slice.was_accepted IS 'Whether it was let through by somebody.';
COMMENT ON COLUMN staging.slice.status_sum IS 'Checksum of the statuses sent, as in etl.slice.';
COMMENT ON COLUMN staging.slice.file_nos IS 'The files of the load from which it was read.';
COMMENT ON COLUMN staging.slice.digest IS 'Digest of its rows.';
COMMENT ON COLUMN staging.slice.value_sum IS 'Checksum of the values sent, as in etl.slice.';

CREATE UNLOGGED TABLE staging.slice_value (
    indicator_key    int NOT NULL,
    period_key       int NOT NULL,
    source_line      int NOT NULL,
    municipality_key smallint NOT NULL,
    gender_key       smallint NOT NULL,
    status_key       smallint NOT NULL,
    source_file      smallint NOT NULL,
    value            numeric,
    note             text
);
COMMENT ON TABLE staging.slice_value IS 'The rows of staged slices; grain: indicator x year x municipality x gender.';
COMMENT ON COLUMN staging.slice_value.indicator_key IS 'The indicator.';
COMMENT ON COLUMN staging.slice_value.period_key IS 'The year.';
COMMENT ON COLUMN staging.slice_value.source_line IS 'Line in the file; 0 when it has no lines.';
COMMENT ON COLUMN staging.slice_value.municipality_key IS 'The unit.';
COMMENT ON COLUMN staging.slice_value.gender_key IS 'The gender.';
COMMENT ON COLUMN staging.slice_value.status_key IS 'Whether there is a value; 199 for a deleted figure.';
COMMENT ON COLUMN staging.slice_value.source_file IS 'File within the load.';
COMMENT ON COLUMN staging.slice_value.value IS 'The value.';
COMMENT ON COLUMN staging.slice_value.note IS 'Remark, such as a status word of unknown meaning.';

CREATE TABLE etl.run_stage (
    run_key     int NOT NULL REFERENCES etl.run,
    source_code text NOT NULL,
    stage       text NOT NULL CHECK (stage ~ '^[a-z][a-z-]*$'),
    seconds     double precision NOT NULL CHECK (seconds >= 0),
    byte_count  bigint NOT NULL CHECK (byte_count >= 0),
    item_count  bigint NOT NULL CHECK (item_count >= 0),
    PRIMARY KEY (run_key, source_code, stage)
);
COMMENT ON TABLE etl.run_stage IS 'What each stage of a run took; grain: run x source x stage.';
COMMENT ON COLUMN etl.run_stage.run_key IS 'The run.';
COMMENT ON COLUMN etl.run_stage.source_code IS 'The name of the source; empty for the run as a whole.';
COMMENT ON COLUMN etl.run_stage.stage IS 'fetch, read, write, check ...';
COMMENT ON COLUMN etl.run_stage.seconds IS 'Seconds it took.';
COMMENT ON COLUMN etl.run_stage.byte_count IS 'Bytes it handled; 0 where they were not counted.';
COMMENT ON COLUMN etl.run_stage.item_count IS 'Answers, rows or checks it handled.';

GRANT SELECT, INSERT, UPDATE ON etl.scope, etl.slice, etl.held_slice TO riktmarke_etl;
GRANT SELECT, INSERT ON etl.load_slice, etl.run_stage TO riktmarke_etl;
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON staging.slice, staging.slice_value TO riktmarke_etl;
