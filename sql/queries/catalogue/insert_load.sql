-- Records a catalogue that was loaded.
-- param 1 run_key int4 the run
-- param 2 source_key int2 the source
-- param 3 sha256 bytea SHA-256 over the answers that hold it
-- param 4 indicators int4 indicators in it
-- param 5 new_indicators int4 indicators that it had not held just before
-- param 6 changed_indicators int4 indicators of which it says something else
-- param 7 vanished_indicators int4 indicators that it no longer holds
-- param 8 new_units int4 units that the warehouse did not know
-- param 9 groups int4 groups in it
-- param 10 changed_memberships int4 memberships that were added or closed
-- param 11 indicator_groups int4 groups of indicators in it
-- param 12 changed_group_members int4 their titles and memberships that were added or closed
INSERT INTO etl.catalogue_load (
    run_key, source_key, sha256, indicators, new_indicators, changed_indicators, vanished_indicators, new_units, groups,
    changed_memberships, indicator_groups, changed_group_members, recorded_at)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, etl.clock());
