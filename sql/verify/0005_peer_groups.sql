-- Raises unless the peer groups are there.
DO $$
DECLARE
    missing text;
BEGIN
    SELECT string_agg(name, ', ') INTO missing
    FROM unnest(ARRAY[
        'dw.dim_peer_group',
        'dw.bridge_peer_group'
    ]) AS name
    WHERE to_regclass(name) IS NULL;
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'missing after migration 0005_peer_groups: %', missing;
    END IF;
END
$$;
