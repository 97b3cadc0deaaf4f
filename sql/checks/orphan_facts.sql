-- Facts whose keys point at no member of a dimension. Facts have no foreign keys (they make a load
-- twelve times slower); this proves what foreign keys would.
-- returns subject text, problem text
SELECT DISTINCT 'indicator_key ' || f.indicator_key, 'no such indicator'
FROM dw.fact_outcome AS f
WHERE NOT EXISTS (SELECT FROM dw.dim_indicator AS d WHERE d.indicator_key = f.indicator_key)
UNION ALL
SELECT DISTINCT 'period_key ' || f.period_key, 'no such period'
FROM dw.fact_outcome AS f
WHERE NOT EXISTS (SELECT FROM dw.dim_period AS d WHERE d.period_key = f.period_key)
UNION ALL
SELECT DISTINCT 'municipality_key ' || f.municipality_key, 'no such municipality'
FROM dw.fact_outcome AS f
WHERE NOT EXISTS (SELECT FROM dw.dim_municipality AS d WHERE d.municipality_key = f.municipality_key)
UNION ALL
SELECT DISTINCT 'gender_key ' || f.gender_key, 'no such gender'
FROM dw.fact_outcome AS f
WHERE NOT EXISTS (SELECT FROM dw.dim_gender AS d WHERE d.gender_key = f.gender_key)
UNION ALL
SELECT DISTINCT 'status_key ' || f.status_key, 'no such status'
FROM dw.fact_outcome AS f
WHERE NOT EXISTS (SELECT FROM dw.dim_outcome_status AS d WHERE d.status_key = f.status_key)
UNION ALL
SELECT DISTINCT 'document_key ' || f.document_key, 'no such document'
FROM dw.fact_outcome AS f
WHERE NOT EXISTS (SELECT FROM dw.dim_document AS d WHERE d.document_key = f.document_key)
UNION ALL
SELECT DISTINCT 'load_key ' || f.load_key, 'no such load'
FROM dw.fact_outcome AS f
WHERE NOT EXISTS (SELECT FROM etl.load AS d WHERE d.load_key = f.load_key)
UNION ALL
-- A withdrawn figure stands in no file.
SELECT DISTINCT 'load_key ' || f.load_key, 'no such load file'
FROM dw.fact_outcome AS f
WHERE f.status_key <> 199
    AND NOT EXISTS (SELECT FROM etl.load_file AS d WHERE d.load_key = f.load_key AND d.file_no = f.source_file);
