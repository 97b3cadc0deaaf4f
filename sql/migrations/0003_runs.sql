-- The ledger: who ran what, which files were read, what became of every cell.

CREATE TABLE etl.run (
    run_key         int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    command         text NOT NULL,
    program_version text NOT NULL,
    operator        text NOT NULL,
    host            text NOT NULL,
    process_id      int NOT NULL,
    started_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    finished_at     timestamptz,
    exit_status     smallint,
    CHECK ((finished_at IS NULL) = (exit_status IS NULL))
);
COMMENT ON TABLE etl.run IS 'One row an invocation of riktmarke-etl run; grain: run.';
COMMENT ON COLUMN etl.run.run_key IS 'Number of the run.';
COMMENT ON COLUMN etl.run.command IS 'What was asked for, without secrets.';
COMMENT ON COLUMN etl.run.program_version IS 'Version of the program.';
COMMENT ON COLUMN etl.run.operator IS 'Login name on the machine that ran it.';
COMMENT ON COLUMN etl.run.host IS 'Name of that machine.';
COMMENT ON COLUMN etl.run.process_id IS 'Process id there.';
COMMENT ON COLUMN etl.run.started_at IS 'When it started.';
COMMENT ON COLUMN etl.run.finished_at IS 'When it ended; NULL while it runs, or after a crash.';
COMMENT ON COLUMN etl.run.exit_status IS 'Exit status of the program; NULL while it runs, or after a crash.';

CREATE TABLE etl.load (
    load_key       int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_key        int NOT NULL REFERENCES etl.run,
    source_key     smallint NOT NULL REFERENCES dw.dim_source,
    state          text NOT NULL CHECK (state IN ('staged', 'loaded', 'refused')),
    identity       bytea NOT NULL CHECK (octet_length(identity) = 32),
    recorded_at    timestamptz NOT NULL DEFAULT clock_timestamp(),
    read_cells     bigint NOT NULL DEFAULT 0 CHECK (read_cells >= 0),
    rejected_cells bigint NOT NULL DEFAULT 0 CHECK (rejected_cells >= 0),
    duplicate_rows bigint NOT NULL DEFAULT 0 CHECK (duplicate_rows >= 0),
    new_rows       bigint NOT NULL DEFAULT 0 CHECK (new_rows >= 0),
    revised_rows   bigint NOT NULL DEFAULT 0 CHECK (revised_rows >= 0),
    unchanged_rows bigint NOT NULL DEFAULT 0 CHECK (unchanged_rows >= 0),
    withdrawn_rows bigint NOT NULL DEFAULT 0 CHECK (withdrawn_rows >= 0),
    missing_cells  bigint NOT NULL DEFAULT 0 CHECK (missing_cells >= 0),
    seconds        double precision NOT NULL DEFAULT 0 CHECK (seconds >= 0),
    CONSTRAINT load_balances CHECK (
        state <> 'loaded'
        OR read_cells = rejected_cells + duplicate_rows + new_rows + revised_rows + unchanged_rows)
);
COMMENT ON TABLE etl.load IS 'The commit record of one source in one run; must balance; grain: run x source.';
COMMENT ON COLUMN etl.load.load_key IS 'Number of the load; facts carry it.';
COMMENT ON COLUMN etl.load.run_key IS 'The run it belongs to.';
COMMENT ON COLUMN etl.load.source_key IS 'The source loaded.';
COMMENT ON COLUMN etl.load.state IS 'staged: read, not yet merged; loaded: merged and committed; refused: nothing of it loaded.';
COMMENT ON COLUMN etl.load.identity IS 'SHA-256 over the specification, the files and the reference data: the same identity gives the same result.';
COMMENT ON COLUMN etl.load.recorded_at IS 'When its figures became the recorded truth: the last statement before the commit sets it.';
COMMENT ON COLUMN etl.load.read_cells IS 'Value cells read, rejected ones included.';
COMMENT ON COLUMN etl.load.rejected_cells IS 'Cells that became rejects.';
COMMENT ON COLUMN etl.load.duplicate_rows IS 'Repetitions of an identical figure within the files, loaded once.';
COMMENT ON COLUMN etl.load.new_rows IS 'Figures that the warehouse did not have.';
COMMENT ON COLUMN etl.load.revised_rows IS 'Figures that replaced another; the old ones are kept as revisions.';
COMMENT ON COLUMN etl.load.unchanged_rows IS 'Figures that the warehouse had already.';
COMMENT ON COLUMN etl.load.withdrawn_rows IS 'Figures that the source no longer states.';
COMMENT ON COLUMN etl.load.missing_cells IS 'Cells read that state that there is no value.';
COMMENT ON COLUMN etl.load.seconds IS 'Seconds the load took.';
CREATE INDEX load_by_source ON etl.load (source_key, load_key DESC);

CREATE TABLE etl.load_file (
    load_key    int NOT NULL REFERENCES etl.load,
    file_no     smallint NOT NULL CHECK (file_no > 0),
    file_name   text NOT NULL,
    sha256      bytea NOT NULL CHECK (octet_length(sha256) = 32),
    byte_count  bigint NOT NULL CHECK (byte_count >= 0),
    encoding    text NOT NULL,
    PRIMARY KEY (load_key, file_no)
);
COMMENT ON TABLE etl.load_file IS 'The files that a load read; grain: load x file.';
COMMENT ON COLUMN etl.load_file.load_key IS 'The load.';
COMMENT ON COLUMN etl.load_file.file_no IS 'Number of the file within the load; facts carry it with their line and column.';
COMMENT ON COLUMN etl.load_file.file_name IS 'Name of the file as the specification gives it.';
COMMENT ON COLUMN etl.load_file.sha256 IS 'SHA-256 of its bytes.';
COMMENT ON COLUMN etl.load_file.byte_count IS 'Its size in bytes.';
COMMENT ON COLUMN etl.load_file.encoding IS 'The encoding it was read in.';

CREATE TABLE etl.reject (
    reject_key  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    load_key    int NOT NULL REFERENCES etl.load,
    file_no     smallint NOT NULL,
    line_no     int NOT NULL CHECK (line_no > 0),
    column_no   smallint,
    column_name text,
    cell        text,
    reject_code text NOT NULL,
    reason_sv   text NOT NULL,
    reason_en   text NOT NULL,
    hint_sv     text,
    hint_en     text
);
COMMENT ON TABLE etl.reject IS 'What could not be read, with its place and the reason; grain: rejected cell or row.';
COMMENT ON COLUMN etl.reject.reject_key IS 'Surrogate key.';
COMMENT ON COLUMN etl.reject.load_key IS 'The load.';
COMMENT ON COLUMN etl.reject.file_no IS 'The file within the load.';
COMMENT ON COLUMN etl.reject.line_no IS 'Line in the file, from 1.';
COMMENT ON COLUMN etl.reject.column_no IS 'Column in the file, from 1; NULL when the whole row is meant.';
COMMENT ON COLUMN etl.reject.column_name IS 'Head of the column.';
COMMENT ON COLUMN etl.reject.cell IS 'The cell as it stood, at most 200 characters.';
COMMENT ON COLUMN etl.reject.reject_code IS 'Stable code of the reason.';
COMMENT ON COLUMN etl.reject.reason_sv IS 'The reason in Swedish.';
COMMENT ON COLUMN etl.reject.reason_en IS 'The reason in English.';
COMMENT ON COLUMN etl.reject.hint_sv IS 'How to mend it, in Swedish.';
COMMENT ON COLUMN etl.reject.hint_en IS 'How to mend it, in English.';
CREATE INDEX reject_by_load ON etl.reject (load_key);

CREATE TABLE etl.document (
    document_code      text PRIMARY KEY,
    title              text NOT NULL,
    municipality_code  text CHECK (municipality_code ~ '^[0-9]{4}$'),
    organisation       text,
    report_kind        text,
    published_on       date,
    published_on_basis text,
    reference          text,
    file_name          text,
    sha256             bytea CHECK (octet_length(sha256) = 32)
);
COMMENT ON TABLE etl.document IS 'Register of documents that sources may refer to; grain: document.';
COMMENT ON COLUMN etl.document.document_code IS 'Code by which specifications and files name it.';
COMMENT ON COLUMN etl.document.title IS 'Title of the document.';
COMMENT ON COLUMN etl.document.municipality_code IS 'Municipality that issued it.';
COMMENT ON COLUMN etl.document.organisation IS 'Committee (nämnd) or other organisation that issued it.';
COMMENT ON COLUMN etl.document.report_kind IS 'Kind of report.';
COMMENT ON COLUMN etl.document.published_on IS 'Date of the document.';
COMMENT ON COLUMN etl.document.published_on_basis IS 'How that date is known.';
COMMENT ON COLUMN etl.document.reference IS 'Registration number or other reference.';
COMMENT ON COLUMN etl.document.file_name IS 'Name of the document''s own file.';
COMMENT ON COLUMN etl.document.sha256 IS 'SHA-256 of the document''s own file.';

CREATE TABLE etl.reference_load (
    reference_load_key int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    run_key            int NOT NULL REFERENCES etl.run,
    table_name         text NOT NULL,
    file_name          text NOT NULL,
    sha256             bytea NOT NULL CHECK (octet_length(sha256) = 32),
    row_count          int NOT NULL CHECK (row_count >= 0),
    changed_rows       int NOT NULL CHECK (changed_rows >= 0),
    recorded_at        timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE etl.reference_load IS 'Reference files that were loaded, with what they changed; grain: run x reference file.';
COMMENT ON COLUMN etl.reference_load.reference_load_key IS 'Surrogate key.';
COMMENT ON COLUMN etl.reference_load.run_key IS 'The run.';
COMMENT ON COLUMN etl.reference_load.table_name IS 'Which reference table the file holds.';
COMMENT ON COLUMN etl.reference_load.file_name IS 'Name of the file.';
COMMENT ON COLUMN etl.reference_load.sha256 IS 'SHA-256 of its bytes.';
COMMENT ON COLUMN etl.reference_load.row_count IS 'Rows in the file.';
COMMENT ON COLUMN etl.reference_load.changed_rows IS 'Members that were new or changed.';
COMMENT ON COLUMN etl.reference_load.recorded_at IS 'When it was recorded.';

GRANT SELECT, INSERT, UPDATE ON etl.run, etl.load, etl.document TO riktmarke_etl;
GRANT SELECT, INSERT ON etl.load_file, etl.reject, etl.reference_load TO riktmarke_etl;
