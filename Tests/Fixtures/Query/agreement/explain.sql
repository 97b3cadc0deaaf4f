-- What `explain --format json` prints (:j) and the receipt of mart.compare does not, a row each.
WITH d AS (SELECT :j::jsonb AS output)
SELECT concat_ws(' ', 'receipt', output -> 'shown', c) FROM d
LEFT JOIN mart.compare(output #>> '{indicator,code}', output ->> 'period', ARRAY[output ->> 'municipality_code'],
    output ->> 'gender') AS c ON true
WHERE ((output #>> '{shown,value}')::numeric, (output #>> '{shown,numerator}')::numeric,
        (output #>> '{shown,denominator}')::numeric, output #>> '{shown,document,code}', output #>> '{shown,document,title}',
        output #>> '{shown,file,name}', (output #>> '{shown,file,line}')::int, output #>> '{shown,file,sha256}',
        (output #>> '{shown,recorded_from}')::timestamptz)
    IS DISTINCT FROM (c.value, c.numerator, c.denominator, c.source, c.source_title, c.file_name, c.file_line,
        encode(c.sha256, 'hex'), c.recorded_at);
