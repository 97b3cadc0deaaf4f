-- Tells the planner what is kept of distributions and places, after a bulk load.
SELECT etl.analyze_rankings();
