-- The only ways to case data (migrations/0015_cases). Each runs as riktmarke_case_owner and writes into
-- the log who asked. Reading is in two steps on purpose: an access is opened and committed, and only
-- then are rows handed out; else a session could read and undo the entry with its transaction.
DO $$ BEGIN PERFORM set_config('riktmarke.role_before', current_setting('role'), true); END $$;
SET LOCAL ROLE riktmarke_case_owner;

CREATE OR REPLACE FUNCTION case_data.open_access(source_code text, purpose text) RETURNS bigint
LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    INSERT INTO case_data.access_log (client, application, action, purpose, source_code)
    VALUES (host(inet_client_addr()), current_setting('application_name'), 'read', $2, $1)
    RETURNING access_no
$$;
COMMENT ON FUNCTION case_data.open_access(text, text) IS 'Opens an access to the cases of a source and says what for; rows are handed out once it is committed, to the same login, for an hour.';

CREATE OR REPLACE FUNCTION case_data.read_cases(access_no bigint)
RETURNS TABLE (
    person_key bytea, case_key bytea, kind text, opened_on text, closed_on text, new_investigation_on text,
    age_at_close int, gender text, is_addiction boolean, is_economic_assistance boolean, is_unaccompanied_minor boolean)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wanted text;
    handed bigint;
BEGIN
    SELECT a.source_code INTO wanted
    FROM case_data.access_log AS a
    WHERE a.access_no = $1 AND a.action = 'read' AND a.login = session_user
        AND a.xid <> pg_current_xact_id() AND a.at > clock_timestamp() - interval '1 hour';
    IF wanted IS NULL THEN
        RAISE EXCEPTION 'no access to case data has been opened and committed by this login within the hour'
            USING ERRCODE = 'insufficient_privilege', HINT = 'Call case_data.open_access and commit.';
    END IF;
    RETURN QUERY
    SELECT c.person_key, c.case_key, c.kind, c.opened_on::text, c.closed_on::text, c.new_investigation_on::text,
        c.age_at_close::int, c.gender, c.is_addiction, c.is_economic_assistance, c.is_unaccompanied_minor
    FROM case_data.fact_case AS c
    WHERE c.source_code = wanted
    ORDER BY c.person_key, c.opened_on, c.case_key;
    GET DIAGNOSTICS handed = ROW_COUNT;
    UPDATE case_data.access_log AS a SET row_count = coalesce(a.row_count, 0) + handed WHERE a.access_no = $1;
END
$$;
COMMENT ON FUNCTION case_data.read_cases(bigint) IS 'Hands out the cases of the source for which an access was opened, person by person, and notes how many.';

CREATE OR REPLACE FUNCTION case_data.source_state(source_code text)
RETURNS TABLE (fingerprint bytea, last_purge bigint, cases bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT (SELECT k.fingerprint FROM case_data.pseudonym_key AS k WHERE k.source_code = $1),
        (SELECT coalesce(max(a.access_no), 0) FROM case_data.access_log AS a
            WHERE a.action = 'purge' AND (a.source_code IS NULL OR a.source_code = $1)),
        (SELECT count(*) FROM case_data.fact_case AS c WHERE c.source_code = $1)
$$;
COMMENT ON FUNCTION case_data.source_state(text) IS 'By which key the pseudonyms of a source are made, when something of it was last purged, and how many cases there are; nothing about any of them.';

CREATE OR REPLACE FUNCTION case_data.merge_cases(
    source_code text, municipality_code text, load_key int, fingerprint bytea, observed_from text,
    observed_until text, read_rows bigint, rejected_rows bigint, person_keys text[], case_keys text[],
    kinds text[], opened text[], closed text[], reopened text[], ages int[], genders text[],
    addictions boolean[], assistances boolean[], unaccompanied boolean[]
) RETURNS TABLE (new_rows bigint, revised_rows bigint, unchanged_rows bigint, withdrawn_rows bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    delivery int;
    stated bigint := cardinality(person_keys);
    added bigint;
    changed bigint;
    gone bigint;
BEGIN
    INSERT INTO case_data.pseudonym_key AS k (source_code, fingerprint) VALUES ($1, $4) ON CONFLICT DO NOTHING;
    IF NOT EXISTS (SELECT FROM case_data.pseudonym_key AS k WHERE k.source_code = $1 AND k.fingerprint = $4) THEN
        RAISE EXCEPTION 'the pseudonyms of this source are made by another key' USING ERRCODE = 'data_exception';
    END IF;
    INSERT INTO case_data.delivery AS d (
        source_code, municipality_code, load_key, observed_from, observed_until, read_rows, rejected_rows)
    VALUES ($1, $2, $3, $5::date, $6::date, $7, $8)
    RETURNING d.delivery_no INTO delivery;
    WITH given AS MATERIALIZED (
        SELECT decode(u.person, 'hex') AS person_key, decode(u.case_id, 'hex') AS case_key, u.kind,
            u.opened_on::date AS opened_on, nullif(u.closed_on, '')::date AS closed_on,
            nullif(u.reopened_on, '')::date AS new_investigation_on, nullif(u.age, -1)::smallint AS age_at_close,
            nullif(u.gender, '') AS gender, u.is_addiction, u.is_assistance, u.is_unaccompanied
        FROM unnest($9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) AS u (
            person, case_id, kind, opened_on, closed_on, reopened_on, age, gender, is_addiction, is_assistance, is_unaccompanied)
    ), delta AS MATERIALIZED (
        SELECT g.*, f.revision_no AS old_revision_no
        FROM given AS g
        LEFT JOIN case_data.fact_case AS f
            ON f.source_code = $1 AND f.person_key = g.person_key AND f.case_key = g.case_key
        WHERE f.person_key IS NULL
            OR (f.kind, f.opened_on, f.closed_on, f.new_investigation_on, f.age_at_close, f.gender, f.is_addiction,
                f.is_economic_assistance, f.is_unaccompanied_minor)
            IS DISTINCT FROM (g.kind, g.opened_on, g.closed_on, g.new_investigation_on, g.age_at_close, g.gender,
                g.is_addiction, g.is_assistance, g.is_unaccompanied)
    ), withdrawn AS MATERIALIZED (
        SELECT f.person_key, f.case_key
        FROM case_data.fact_case AS f
        WHERE f.source_code = $1 AND NOT EXISTS (
            SELECT FROM given AS g WHERE g.person_key = f.person_key AND g.case_key = f.case_key)
    ), archived AS (
        INSERT INTO case_data.fact_case_revision (
            source_code, person_key, case_key, delivery_no, revision_no, opened_on, closed_on, new_investigation_on,
            age_at_close, kind, gender, is_addiction, is_economic_assistance, is_unaccompanied_minor,
            superseded_delivery_no, is_withdrawn)
        SELECT f.source_code, f.person_key, f.case_key, f.delivery_no, f.revision_no, f.opened_on, f.closed_on,
            f.new_investigation_on, f.age_at_close, f.kind, f.gender, f.is_addiction, f.is_economic_assistance,
            f.is_unaccompanied_minor, delivery, o.is_withdrawn
        FROM (
            SELECT d.person_key, d.case_key, false AS is_withdrawn FROM delta AS d WHERE d.old_revision_no IS NOT NULL
            UNION ALL
            SELECT w.person_key, w.case_key, true FROM withdrawn AS w) AS o
        JOIN case_data.fact_case AS f
            ON f.source_code = $1 AND f.person_key = o.person_key AND f.case_key = o.case_key
        RETURNING 1
    ), removed AS (
        DELETE FROM case_data.fact_case AS f
        USING withdrawn AS w
        WHERE f.source_code = $1 AND f.person_key = w.person_key AND f.case_key = w.case_key
        RETURNING 1
    ), revised AS (
        UPDATE case_data.fact_case AS f
        SET delivery_no = delivery, revision_no = d.old_revision_no + 1, kind = d.kind, opened_on = d.opened_on,
            closed_on = d.closed_on, new_investigation_on = d.new_investigation_on, age_at_close = d.age_at_close,
            gender = d.gender, is_addiction = d.is_addiction, is_economic_assistance = d.is_assistance,
            is_unaccompanied_minor = d.is_unaccompanied
        FROM delta AS d
        WHERE d.old_revision_no IS NOT NULL AND f.source_code = $1 AND f.person_key = d.person_key
            AND f.case_key = d.case_key
        RETURNING 1
    ), inserted AS (
        INSERT INTO case_data.fact_case (
            source_code, person_key, case_key, delivery_no, revision_no, opened_on, closed_on, new_investigation_on,
            age_at_close, kind, gender, is_addiction, is_economic_assistance, is_unaccompanied_minor)
        SELECT $1, d.person_key, d.case_key, delivery,
            1 + coalesce((SELECT max(r.revision_no) FROM case_data.fact_case_revision AS r
                WHERE r.source_code = $1 AND r.person_key = d.person_key AND r.case_key = d.case_key), 0),
            d.opened_on, d.closed_on, d.new_investigation_on, d.age_at_close, d.kind, d.gender, d.is_addiction,
            d.is_assistance, d.is_unaccompanied
        FROM delta AS d
        WHERE d.old_revision_no IS NULL
        RETURNING 1
    )
    SELECT (SELECT count(*) FROM inserted), (SELECT count(*) FROM revised), (SELECT count(*) FROM removed)
    INTO added, changed, gone;
    UPDATE case_data.delivery AS d
    SET new_rows = added, revised_rows = changed, unchanged_rows = stated - added - changed, withdrawn_rows = gone
    WHERE d.delivery_no = delivery;
    INSERT INTO case_data.access_log (client, application, action, purpose, source_code, row_count)
    VALUES (host(inet_client_addr()), current_setting('application_name'), 'load', 'load ' || $3, $1, stated);
    RETURN QUERY SELECT added, changed, stated - added - changed, gone;
END
$$;
COMMENT ON FUNCTION case_data.merge_cases(text, text, int, bytea, text, text, bigint, bigint, text[], text[], text[], text[], text[], text[], int[], text[], boolean[], boolean[], boolean[]) IS 'Makes a delivery the present state of a source: writes what differs, keeps what it replaces as revisions, and withdraws what it no longer states.';

CREATE OR REPLACE FUNCTION case_data.purge_cases(
    source_code text, purpose text, closed_before text, person_keys text[], everything boolean
) RETURNS TABLE (cases bigint, revisions bigint)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    before date := $3::date;
    persons bytea[] := (SELECT array_agg(decode(p, 'hex')) FROM unnest($4) AS p);
    facts bigint;
    kept bigint;
BEGIN
    IF num_nonnulls(before, persons, nullif(everything, false)) <> 1 THEN
        RAISE EXCEPTION 'name one of: closed before a day, persons, everything' USING ERRCODE = 'invalid_parameter_value';
    END IF;
    -- First the revisions, while the cases they belong to can still be seen. A withdrawn case has nothing but
    -- revisions, the last of which may never have been closed: then the day on which it was withdrawn counts.
    DELETE FROM case_data.fact_case_revision AS r
    WHERE ($1 IS NULL OR r.source_code = $1)
        AND (everything OR r.person_key = ANY (persons) OR r.closed_on < before
            OR EXISTS (
                SELECT FROM case_data.fact_case AS f
                WHERE f.source_code = r.source_code AND f.person_key = r.person_key AND f.case_key = r.case_key
                    AND f.closed_on < before)
            OR r.superseded_at < before AND NOT EXISTS (
                SELECT FROM case_data.fact_case AS f
                WHERE f.source_code = r.source_code AND f.person_key = r.person_key AND f.case_key = r.case_key));
    GET DIAGNOSTICS kept = ROW_COUNT;
    DELETE FROM case_data.fact_case AS f
    WHERE ($1 IS NULL OR f.source_code = $1)
        AND (everything OR f.person_key = ANY (persons) OR f.closed_on < before);
    GET DIAGNOSTICS facts = ROW_COUNT;
    IF everything THEN
        DELETE FROM case_data.pseudonym_key AS k WHERE $1 IS NULL OR k.source_code = $1;
    END IF;
    INSERT INTO case_data.access_log (client, application, action, purpose, source_code, row_count)
    VALUES (host(inet_client_addr()), current_setting('application_name'), 'purge', $2, $1, facts + kept);
    RETURN QUERY SELECT facts, kept;
END
$$;
COMMENT ON FUNCTION case_data.purge_cases(text, text, text, text[], boolean) IS 'Removes cases and every revision of them: those closed before a day, those of persons, or all; of one source or, with NULL, of every source.';

REVOKE ALL ON ALL FUNCTIONS IN SCHEMA case_data FROM PUBLIC;
GRANT EXECUTE ON FUNCTION case_data.open_access(text, text), case_data.read_cases(bigint) TO riktmarke_case_load, riktmarke_case_read;
GRANT EXECUTE ON FUNCTION case_data.source_state(text),
    case_data.merge_cases(text, text, int, bytea, text, text, bigint, bigint, text[], text[], text[], text[], text[], text[], int[], text[], boolean[], boolean[], boolean[]),
    case_data.purge_cases(text, text, text, text[], boolean) TO riktmarke_case_load;

-- What follows is run as whoever took the role of the owner before.
DO $$ BEGIN PERFORM set_config('role', current_setting('riktmarke.role_before'), true); END $$;
