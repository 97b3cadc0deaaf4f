-- A document has a date of the calendar or none: of an infinite one nobody could tell how old it is, and
-- clients cannot read it.

ALTER TABLE dw.dim_document ADD CONSTRAINT document_date_is_finite CHECK (isfinite(published_on));
ALTER TABLE etl.document ADD CONSTRAINT document_date_is_finite CHECK (isfinite(published_on));

COMMENT ON COLUMN dw.fact_economy.source_column IS 'Column among the table''s columns of figures, from 1; 0 for a figure of running text and for a withdrawn one.';
COMMENT ON COLUMN dw.fact_economy_revision.source_column IS 'Column among the table''s columns of figures, from 1; 0 for a figure of running text and for a withdrawn one.';
COMMENT ON COLUMN dw.fact_staff_absence.source_column IS 'Column among the table''s columns of figures, from 1; 0 for a figure of running text and for a withdrawn one.';
COMMENT ON COLUMN dw.fact_staff_absence_revision.source_column IS 'Column among the table''s columns of figures, from 1; 0 for a figure of running text and for a withdrawn one.';
