-- Raises unless both tables of documents refuse an infinite date.
DO $$
BEGIN
    IF (SELECT count(*) FROM pg_constraint WHERE conname = 'document_date_is_finite' AND convalidated) <> 2 THEN
        RAISE EXCEPTION 'missing after migration 0016_finite_dates: the checks of documents'' dates';
    END IF;
END
$$;
