-- Drops the indexes of the outcomes before a bulk load.
SELECT etl.drop_outcome_indexes();
