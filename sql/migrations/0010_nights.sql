-- What one night must know of those before it: what became of each source, what it was asked, and
-- where a reject stood in a text that has no lines.

CREATE TABLE etl.run_source (
    run_key     int NOT NULL REFERENCES etl.run,
    source_code text NOT NULL,
    state       text NOT NULL CHECK (state IN ('loaded', 'unchanged', 'refused', 'failed')),
    exit_status smallint NOT NULL CHECK (exit_status BETWEEN 0 AND 255),
    fault_code  text,
    finished_at timestamptz NOT NULL,
    seconds     double precision NOT NULL CHECK (seconds >= 0),
    PRIMARY KEY (run_key, source_code)
);
CREATE INDEX run_source_by_source ON etl.run_source (source_code, run_key DESC);
COMMENT ON INDEX etl.run_source_by_source IS 'For the newest success and the newest failure of a source.';
COMMENT ON TABLE etl.run_source IS 'What became of each source in a run, one with nothing to do included; grain: run x source.';
COMMENT ON COLUMN etl.run_source.run_key IS 'The run.';
COMMENT ON COLUMN etl.run_source.source_code IS 'The name of the source; one that was never loaded has no key yet.';
COMMENT ON COLUMN etl.run_source.state IS 'loaded; unchanged: the same input as the last time; refused: too much rejected or withdrawn; failed: could not be read or fetched.';
COMMENT ON COLUMN etl.run_source.exit_status IS 'The status that the source asked the program to exit with; 0 is a complete success.';
COMMENT ON COLUMN etl.run_source.fault_code IS 'Code of the first error or held-back slice; NULL for a complete success.';
COMMENT ON COLUMN etl.run_source.finished_at IS 'When the source was done with.';
COMMENT ON COLUMN etl.run_source.seconds IS 'Seconds it took.';

-- What the ledger tells of the runs so far; whatever was broken off has no success to show.
INSERT INTO etl.run_source (run_key, source_code, state, exit_status, fault_code, finished_at, seconds)
SELECT
    r.run_key, s.source_code, CASE WHEN bool_or(l.state = 'refused') THEN 'refused' ELSE 'loaded' END,
    CASE WHEN bool_or(l.state = 'refused' OR l.held_slices > 0) THEN 65 ELSE 0 END,
    CASE WHEN bool_or(l.state = 'refused' OR l.held_slices > 0) THEN 'run.earlier' END, max(l.recorded_at), sum(l.seconds)
FROM etl.load AS l
JOIN etl.run AS r ON r.run_key = l.run_key
JOIN dw.dim_source AS s ON s.source_key = l.source_key
WHERE r.finished_at IS NOT NULL AND l.state <> 'staged'
GROUP BY r.run_key, s.source_code;

CREATE TABLE etl.sweep (
    run_key       int NOT NULL REFERENCES etl.run,
    source_key    smallint NOT NULL REFERENCES dw.dim_source,
    question      bytea NOT NULL CHECK (octet_length(question) = 32),
    began_at      timestamptz NOT NULL,
    changed_since date,
    is_whole      boolean NOT NULL,
    is_settled    boolean NOT NULL,
    indicators    text[],
    PRIMARY KEY (run_key, source_key),
    CHECK (is_whole OR NOT is_settled),
    CHECK ((changed_since IS NULL) = (indicators IS NOT NULL))
);
COMMENT ON TABLE etl.sweep IS 'What a service was asked: for everything, or for what had changed; grain: run x source.';
COMMENT ON COLUMN etl.sweep.run_key IS 'The run.';
COMMENT ON COLUMN etl.sweep.source_key IS 'The source.';
COMMENT ON COLUMN etl.sweep.question IS 'SHA-256 over the service and what was wanted of it, the day left out.';
COMMENT ON COLUMN etl.sweep.began_at IS 'When the first request was made: a later sweep asks for what has changed since.';
COMMENT ON COLUMN etl.sweep.changed_since IS 'The day since which changes were asked for; NULL for a full sweep.';
COMMENT ON COLUMN etl.sweep.is_whole IS 'Whether all of it was fetched and loaded; false while it goes on, and after it was broken off.';
COMMENT ON COLUMN etl.sweep.is_settled IS 'Whether besides nothing was held back or rejected, so that nothing of it need be asked for again.';
COMMENT ON COLUMN etl.sweep.indicators IS 'The indicators that a full sweep asked for; NULL for another, which asks for no others than the full one before it.';

ALTER TABLE etl.reject ADD COLUMN position text;
COMMENT ON COLUMN etl.reject.position IS 'Place in a text that has no lines: the byte and the path; NULL where line_no tells it.';

GRANT SELECT, INSERT ON etl.run_source TO riktmarke_etl;
GRANT SELECT, INSERT, UPDATE ON etl.sweep TO riktmarke_etl;
