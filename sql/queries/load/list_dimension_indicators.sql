-- Everything by which files name indicators: codes, titles and aliases, with unit and kind. Secret
-- indicators are left out, so that none of their figures can enter the facts, and so are those that no
-- catalogue describes. An indicator described by a catalogue alone goes by its code: its title, which may
-- change any night, must not make a name ambiguous. A name of the complement of a share is none of the share.
-- returns indicator_key int4, indicator_code text, name text, unit text, value_kind text
SELECT i.indicator_key, i.indicator_code, n.name, v.unit, v.value_kind
FROM dw.dim_indicator AS i
JOIN dw.dim_indicator_version AS v ON v.indicator_key = i.indicator_key AND upper_inf(v.recorded)
CROSS JOIN LATERAL (
    SELECT CASE WHEN v.origin = 'curated' THEN v.title ELSE i.indicator_code END AS name
    UNION
    SELECT a.alias FROM dw.indicator_alias AS a WHERE a.indicator_key = i.indicator_key
    UNION
    SELECT h.printed FROM dw.harmonisation AS h WHERE h.indicator_key = i.indicator_key AND h.rule_code = 'name' AND h.means = ''
) AS n
WHERE v.disclosure <> 'secret' AND v.origin <> 'catalogue_missing'
ORDER BY i.indicator_code, n.name;
