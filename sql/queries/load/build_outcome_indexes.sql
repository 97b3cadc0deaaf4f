-- Builds the indexes of the outcomes after a bulk load.
SELECT etl.build_outcome_indexes();
