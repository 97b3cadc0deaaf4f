-- Case data of the own municipality: personal data, so they have a schema and an owner of their own. The
-- owner of the warehouse, its loader and its readers may not even name what is in it, and nothing of it
-- is in mart. Only functions (repeatable/08_cases) reach the rows, and they write down who asked.
DO $$ BEGIN PERFORM set_config('riktmarke.role_before', current_setting('role'), true); END $$;
SET LOCAL ROLE riktmarke_case_owner;

CREATE SCHEMA case_data;
COMMENT ON SCHEMA case_data IS 'Case data of the own municipality: personal data under pseudonyms; reached through its functions alone, which log every access.';
GRANT USAGE ON SCHEMA case_data TO riktmarke_case_load, riktmarke_case_read;

CREATE TABLE case_data.delivery (
    delivery_no       int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    source_code       text NOT NULL CHECK (source_code <> ''),
    municipality_code text NOT NULL CHECK (municipality_code ~ '^[0-9]{4}$'),
    load_key          int NOT NULL,
    delivered_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
    observed_from     date NOT NULL,
    observed_until    date NOT NULL CHECK (observed_until >= observed_from),
    read_rows         bigint NOT NULL CHECK (read_rows >= 0),
    rejected_rows     bigint NOT NULL CHECK (rejected_rows BETWEEN 0 AND read_rows),
    new_rows          bigint NOT NULL DEFAULT 0,
    revised_rows      bigint NOT NULL DEFAULT 0,
    unchanged_rows    bigint NOT NULL DEFAULT 0,
    withdrawn_rows    bigint NOT NULL DEFAULT 0
);
COMMENT ON TABLE case_data.delivery IS 'Deliveries of case data that were loaded, with what they changed; grain: delivery.';
COMMENT ON COLUMN case_data.delivery.delivery_no IS 'Number of the delivery.';
COMMENT ON COLUMN case_data.delivery.source_code IS 'The source whose specification describes it.';
COMMENT ON COLUMN case_data.delivery.municipality_code IS 'The municipality whose cases they are.';
COMMENT ON COLUMN case_data.delivery.load_key IS 'The load in etl.load, which names the file by its hash.';
COMMENT ON COLUMN case_data.delivery.delivered_at IS 'When it was loaded.';
COMMENT ON COLUMN case_data.delivery.observed_from IS 'From this day on every close is in the delivery, as declared.';
COMMENT ON COLUMN case_data.delivery.observed_until IS 'Until this day, included, the delivery knows what happened, as declared.';
COMMENT ON COLUMN case_data.delivery.read_rows IS 'Rows read, rejected ones included.';
COMMENT ON COLUMN case_data.delivery.rejected_rows IS 'Rows that could not be read.';
COMMENT ON COLUMN case_data.delivery.new_rows IS 'Cases that were new.';
COMMENT ON COLUMN case_data.delivery.revised_rows IS 'Cases that were stated otherwise before.';
COMMENT ON COLUMN case_data.delivery.unchanged_rows IS 'Cases that were there already.';
COMMENT ON COLUMN case_data.delivery.withdrawn_rows IS 'Cases that the delivery no longer states.';

CREATE TABLE case_data.fact_case (
    source_code            text NOT NULL,
    person_key             bytea NOT NULL CHECK (octet_length(person_key) = 32),
    case_key               bytea NOT NULL CHECK (octet_length(case_key) = 32),
    delivery_no            int NOT NULL,
    revision_no            int NOT NULL CHECK (revision_no > 0),
    opened_on              date NOT NULL,
    closed_on              date,
    new_investigation_on   date,
    age_at_close           smallint CHECK (age_at_close BETWEEN 0 AND 130),
    kind                   text NOT NULL CHECK (kind IN ('investigation', 'intervention')),
    gender                 text CHECK (gender IN ('K', 'M')),
    is_addiction           boolean NOT NULL,
    is_economic_assistance boolean NOT NULL,
    is_unaccompanied_minor boolean NOT NULL,
    CONSTRAINT case_closes_after_it_opens CHECK (closed_on >= opened_on),
    CONSTRAINT case_closed_has_age CHECK ((closed_on IS NULL) = (age_at_close IS NULL)),
    CONSTRAINT case_reopens_after_close CHECK (new_investigation_on IS NULL OR new_investigation_on >= closed_on AND closed_on IS NOT NULL),
    CONSTRAINT fact_case_pkey PRIMARY KEY (source_code, person_key, case_key)
);
COMMENT ON TABLE case_data.fact_case IS 'Investigations and interventions of persons, an accumulating snapshot whose milestones are filled in as they come; grain: source x person x case.';
COMMENT ON COLUMN case_data.fact_case.source_code IS 'The source that states it.';
COMMENT ON COLUMN case_data.fact_case.person_key IS 'Pseudonym of the person: HMAC-SHA-256 of the id in the case system; the key lies outside the database.';
COMMENT ON COLUMN case_data.fact_case.case_key IS 'Pseudonym of the investigation or intervention, made likewise.';
COMMENT ON COLUMN case_data.fact_case.delivery_no IS 'The delivery that stated this version.';
COMMENT ON COLUMN case_data.fact_case.revision_no IS 'Number of this version, from 1.';
COMMENT ON COLUMN case_data.fact_case.opened_on IS 'Milestone: the day on which it was opened.';
COMMENT ON COLUMN case_data.fact_case.closed_on IS 'Milestone: the day on which it was closed; NULL while it is open.';
COMMENT ON COLUMN case_data.fact_case.new_investigation_on IS 'Milestone: the day on which a new formal investigation began after the close; NULL when the source tells of none.';
COMMENT ON COLUMN case_data.fact_case.age_at_close IS 'Age of the person in whole years on the day of the close.';
COMMENT ON COLUMN case_data.fact_case.kind IS 'investigation (formal) or intervention.';
COMMENT ON COLUMN case_data.fact_case.gender IS 'K or M; NULL where the source tells of neither: the person counts in the total alone.';
COMMENT ON COLUMN case_data.fact_case.is_addiction IS 'Whether it belongs to addiction care.';
COMMENT ON COLUMN case_data.fact_case.is_economic_assistance IS 'Whether it concerns economic assistance alone.';
COMMENT ON COLUMN case_data.fact_case.is_unaccompanied_minor IS 'Whether the person came as an unaccompanied minor.';

CREATE TABLE case_data.fact_case_revision (
    LIKE case_data.fact_case INCLUDING CONSTRAINTS INCLUDING COMMENTS,
    superseded_delivery_no int NOT NULL,
    superseded_at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    is_withdrawn           boolean NOT NULL,
    CONSTRAINT fact_case_revision_pkey PRIMARY KEY (source_code, person_key, case_key, revision_no)
);
COMMENT ON TABLE case_data.fact_case_revision IS 'Superseded and withdrawn versions of cases; a purge reaches them too; grain: case x revision.';
COMMENT ON COLUMN case_data.fact_case_revision.superseded_delivery_no IS 'The delivery that replaced or withdrew this version.';
COMMENT ON COLUMN case_data.fact_case_revision.superseded_at IS 'When it did.';
COMMENT ON COLUMN case_data.fact_case_revision.is_withdrawn IS 'Whether the delivery no longer stated the case at all.';

CREATE TABLE case_data.pseudonym_key (
    source_code   text PRIMARY KEY,
    fingerprint   bytea NOT NULL CHECK (octet_length(fingerprint) = 32),
    first_used_at timestamptz NOT NULL DEFAULT clock_timestamp()
);
COMMENT ON TABLE case_data.pseudonym_key IS 'By which key the pseudonyms of a source are made, so that two keys never mix: a fingerprint, never the key; grain: source.';
COMMENT ON COLUMN case_data.pseudonym_key.source_code IS 'The source.';
COMMENT ON COLUMN case_data.pseudonym_key.fingerprint IS 'HMAC-SHA-256 of a fixed text by the key.';
COMMENT ON COLUMN case_data.pseudonym_key.first_used_at IS 'Since when.';

CREATE TABLE case_data.access_log (
    access_no   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    at          timestamptz NOT NULL DEFAULT clock_timestamp(),
    login       text NOT NULL DEFAULT session_user,
    client      text,
    application text,
    action      text NOT NULL CHECK (action IN ('read', 'load', 'purge')),
    purpose     text NOT NULL CHECK (purpose ~ '[^[:space:]]' AND length(purpose) <= 200),
    source_code text,
    row_count   bigint,
    xid         xid8 NOT NULL DEFAULT pg_current_xact_id()
);
COMMENT ON TABLE case_data.access_log IS 'Who has delivered, read or purged case data, when, what and for which purpose; written by the functions that do it; grain: access.';
COMMENT ON COLUMN case_data.access_log.access_no IS 'Number of the access.';
COMMENT ON COLUMN case_data.access_log.at IS 'When.';
COMMENT ON COLUMN case_data.access_log.login IS 'The login that the session began with, whatever role it has taken since.';
COMMENT ON COLUMN case_data.access_log.client IS 'Address of the client; NULL over a local socket.';
COMMENT ON COLUMN case_data.access_log.application IS 'The program, as it names itself.';
COMMENT ON COLUMN case_data.access_log.action IS 'read, load or purge.';
COMMENT ON COLUMN case_data.access_log.purpose IS 'What for, in words; never anything about a person.';
COMMENT ON COLUMN case_data.access_log.source_code IS 'Which source; NULL for all of them.';
COMMENT ON COLUMN case_data.access_log.row_count IS 'How many rows were read, written or purged; NULL when the access was opened and not used, or its transaction was undone.';
COMMENT ON COLUMN case_data.access_log.xid IS 'The transaction that opened the access: rows are handed out in another one only, so that undoing the reading cannot undo its entry.';
CREATE INDEX access_log_by_time ON case_data.access_log (at);
COMMENT ON INDEX case_data.access_log_by_time IS 'For those who look through the log.';

REVOKE ALL ON ALL TABLES IN SCHEMA case_data FROM PUBLIC;
GRANT SELECT ON case_data.access_log, case_data.delivery TO riktmarke_case_read;
GRANT SELECT ON case_data.delivery TO riktmarke_case_load;

-- What follows is run as whoever took the role of the owner before.
DO $$ BEGIN PERFORM set_config('role', current_setting('riktmarke.role_before'), true); END $$;
