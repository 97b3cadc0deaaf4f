-- Places and quartiles among all units of a kind, kept so that a profile of one municipality over
-- thousands of indicators reads rows instead of ranking a million of them.
--
-- Every slice (indicator x period x gender) has its distribution. Places are kept where profiles look:
-- at the latest value of each municipality. Neither depends on polarity: a place from the top and one
-- from the bottom are kept, so a change of polarity, or the complement, changes nothing here.
--
-- Triggers note which slices a statement has changed; the loader refreshes these before it commits
-- (etl.refresh_rankings in repeatable/06_rankings.sql).

CREATE TABLE dw.outcome_distribution (
    indicator_key   int NOT NULL,
    period_key      int NOT NULL,
    gender_key      smallint NOT NULL,
    units           smallint NOT NULL CHECK (units > 0),
    unit_kind       text NOT NULL CHECK (unit_kind IN ('municipality', 'region', 'nation')),
    mean            numeric NOT NULL,
    lowest          numeric NOT NULL,
    lower_quartile  numeric NOT NULL,
    median          numeric NOT NULL,
    upper_quartile  numeric NOT NULL,
    highest         numeric NOT NULL,
    numerator_sum   numeric,
    denominator_sum numeric,
    PRIMARY KEY (indicator_key, period_key, gender_key, unit_kind),
    CHECK (lowest <= lower_quartile AND lower_quartile <= median AND median <= upper_quartile AND upper_quartile <= highest),
    CHECK ((numerator_sum IS NULL) = (denominator_sum IS NULL))
);
COMMENT ON TABLE dw.outcome_distribution IS 'How the values of all units of a kind are spread, kept per slice; grain: indicator x period x gender x kind of unit.';
COMMENT ON COLUMN dw.outcome_distribution.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.outcome_distribution.period_key IS 'The period.';
COMMENT ON COLUMN dw.outcome_distribution.gender_key IS 'The gender.';
COMMENT ON COLUMN dw.outcome_distribution.units IS 'How many units have a value.';
COMMENT ON COLUMN dw.outcome_distribution.unit_kind IS 'municipality, region or nation.';
COMMENT ON COLUMN dw.outcome_distribution.mean IS 'Unweighted mean, to ten decimals.';
COMMENT ON COLUMN dw.outcome_distribution.lowest IS 'The lowest value.';
COMMENT ON COLUMN dw.outcome_distribution.lower_quartile IS 'The value below which a quarter lies: type 7, exact, of unrounded values.';
COMMENT ON COLUMN dw.outcome_distribution.median IS 'The median, exact.';
COMMENT ON COLUMN dw.outcome_distribution.upper_quartile IS 'The value above which a quarter lies: type 7, exact, of unrounded values.';
COMMENT ON COLUMN dw.outcome_distribution.highest IS 'The highest value.';
COMMENT ON COLUMN dw.outcome_distribution.numerator_sum IS 'Sum of the numerators, where every value comes with both; else NULL.';
COMMENT ON COLUMN dw.outcome_distribution.denominator_sum IS 'Sum of the denominators, likewise.';

CREATE TABLE dw.latest_outcome (
    indicator_key        int NOT NULL,
    period_key           int NOT NULL,
    document_key         int NOT NULL,
    municipality_key     smallint NOT NULL,
    gender_key           smallint NOT NULL,
    status_key           smallint NOT NULL CHECK (status_key < 100),
    units                smallint NOT NULL CHECK (units > 0),
    higher               smallint NOT NULL CHECK (higher >= 0),
    lower                smallint NOT NULL CHECK (lower >= 0),
    value                numeric NOT NULL,
    lower_quartile       numeric NOT NULL,
    median               numeric NOT NULL,
    upper_quartile       numeric NOT NULL,
    previous_value       numeric,
    numerator            numeric,
    denominator          numeric,
    numerator_sum        numeric,
    denominator_sum      numeric,
    previous_numerator   numeric,
    previous_denominator numeric,
    PRIMARY KEY (municipality_key, gender_key, indicator_key),
    CHECK (higher + lower < units)
) WITH (fillfactor = 85);
COMMENT ON TABLE dw.latest_outcome IS 'The latest value of each unit with its place among all of its kind: a final value before a preliminary one, a whole year before a part of one, then the newest; grain: unit x gender x indicator.';
COMMENT ON COLUMN dw.latest_outcome.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.latest_outcome.period_key IS 'The period of the value.';
COMMENT ON COLUMN dw.latest_outcome.document_key IS 'The document that speaks.';
COMMENT ON COLUMN dw.latest_outcome.municipality_key IS 'The unit.';
COMMENT ON COLUMN dw.latest_outcome.gender_key IS 'The gender.';
COMMENT ON COLUMN dw.latest_outcome.status_key IS 'Whether the value is final.';
COMMENT ON COLUMN dw.latest_outcome.units IS 'How many units of its kind have a value in that period, itself among them.';
COMMENT ON COLUMN dw.latest_outcome.higher IS 'How many of them have a higher value; its place from the top is one more.';
COMMENT ON COLUMN dw.latest_outcome.lower IS 'How many of them have a lower value; its place from the bottom is one more.';
COMMENT ON COLUMN dw.latest_outcome.value IS 'The value.';
COMMENT ON COLUMN dw.latest_outcome.lower_quartile IS 'As in dw.outcome_distribution, whose row it saves to look up; likewise the median, the upper quartile and the sums.';
COMMENT ON COLUMN dw.latest_outcome.median IS 'The median of the slice.';
COMMENT ON COLUMN dw.latest_outcome.upper_quartile IS 'The upper quartile of the slice.';
COMMENT ON COLUMN dw.latest_outcome.previous_value IS 'The value of the same period the year before, if there is one.';
COMMENT ON COLUMN dw.latest_outcome.numerator IS 'Numerator, where stated.';
COMMENT ON COLUMN dw.latest_outcome.denominator IS 'Denominator, where stated.';
COMMENT ON COLUMN dw.latest_outcome.numerator_sum IS 'Sum of the numerators of the slice, where every value comes with both.';
COMMENT ON COLUMN dw.latest_outcome.denominator_sum IS 'Sum of the denominators of the slice.';
COMMENT ON COLUMN dw.latest_outcome.previous_numerator IS 'Numerator of the year before, where stated.';
COMMENT ON COLUMN dw.latest_outcome.previous_denominator IS 'Denominator of the year before, where stated.';

CREATE TABLE etl.changed_slice (
    indicator_key int NOT NULL,
    period_key    int NOT NULL,
    gender_key    smallint NOT NULL,
    PRIMARY KEY (indicator_key, period_key, gender_key)
);
COMMENT ON TABLE etl.changed_slice IS 'Slices whose facts have changed since their distribution and places were computed; empty after every load; grain: indicator x period x gender.';
COMMENT ON COLUMN etl.changed_slice.indicator_key IS 'The indicator.';
COMMENT ON COLUMN etl.changed_slice.period_key IS 'The period.';
COMMENT ON COLUMN etl.changed_slice.gender_key IS 'The gender.';

CREATE FUNCTION etl.note_changed_slices() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO etl.changed_slice (indicator_key, period_key, gender_key)
    SELECT DISTINCT indicator_key, period_key, gender_key FROM changed
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION etl.note_changed_slices() IS 'Notes the slices of the rows that a statement has written.';

CREATE FUNCTION etl.note_slices_of_document() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    INSERT INTO etl.changed_slice (indicator_key, period_key, gender_key)
    SELECT DISTINCT f.indicator_key, f.period_key, f.gender_key
    FROM dw.fact_outcome AS f
    WHERE f.document_key = NEW.document_key AND EXISTS (
        SELECT FROM dw.fact_outcome AS o
        WHERE o.indicator_key = f.indicator_key AND o.period_key = f.period_key AND o.gender_key = f.gender_key
            AND o.municipality_key = f.municipality_key AND o.document_key <> f.document_key)
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END
$$;
COMMENT ON FUNCTION etl.note_slices_of_document() IS 'Notes the slices in which another document may speak now that this one''s precedence or date has changed.';
REVOKE ALL ON FUNCTION etl.note_changed_slices(), etl.note_slices_of_document() FROM PUBLIC;

CREATE TRIGGER note_inserted_slices AFTER INSERT ON dw.fact_outcome
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION etl.note_changed_slices();
CREATE TRIGGER note_updated_slices AFTER UPDATE ON dw.fact_outcome
    REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION etl.note_changed_slices();
CREATE TRIGGER note_deleted_slices AFTER DELETE ON dw.fact_outcome
    REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION etl.note_changed_slices();
CREATE TRIGGER note_slices_of_document AFTER UPDATE OF precedence, published_on ON dw.dim_document
    FOR EACH ROW WHEN ((OLD.precedence, OLD.published_on) IS DISTINCT FROM (NEW.precedence, NEW.published_on))
    EXECUTE FUNCTION etl.note_slices_of_document();

GRANT SELECT ON dw.outcome_distribution, dw.latest_outcome, etl.changed_slice TO riktmarke_etl;
