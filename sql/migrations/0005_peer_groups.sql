-- Peer groups (jämförelsegrupper). Membership changes; it is versioned and never overwritten.

CREATE TABLE dw.dim_peer_group (
    group_key  int GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    group_code text NOT NULL UNIQUE CHECK (group_code ~ '^[a-z0-9][a-z0-9-]*$'),
    name       text NOT NULL CHECK (name <> ''),
    kind       text NOT NULL CHECK (kind IN ('named', 'skr', 'county', 'own'))
);
COMMENT ON TABLE dw.dim_peer_group IS 'Groups of municipalities to compare with; grain: one group.';
COMMENT ON COLUMN dw.dim_peer_group.group_key IS 'Surrogate key.';
COMMENT ON COLUMN dw.dim_peer_group.group_code IS 'Short ASCII code for the command line: skr-a2, county-01, nacka-lss-survey.';
COMMENT ON COLUMN dw.dim_peer_group.name IS 'Swedish name.';
COMMENT ON COLUMN dw.dim_peer_group.kind IS 'named: from a report; skr: SKR''s classification; county: län; own: made by the user.';

CREATE TABLE dw.bridge_peer_group (
    group_key        int NOT NULL REFERENCES dw.dim_peer_group,
    municipality_key smallint NOT NULL REFERENCES dw.dim_municipality,
    valid            daterange NOT NULL CHECK (NOT isempty(valid)),
    list_version     text NOT NULL,
    origin           text,
    recorded         tstzrange NOT NULL DEFAULT tstzrange(clock_timestamp(), NULL) CHECK (NOT isempty(recorded)),
    EXCLUDE USING gist (group_key WITH =, municipality_key WITH =, valid WITH &&, recorded WITH &&)
);
COMMENT ON TABLE dw.bridge_peer_group IS 'Who belongs to a group, for which days, by which list, and when we knew it; grain: group x municipality x list version.';
COMMENT ON COLUMN dw.bridge_peer_group.group_key IS 'The group.';
COMMENT ON COLUMN dw.bridge_peer_group.municipality_key IS 'The member.';
COMMENT ON COLUMN dw.bridge_peer_group.valid IS 'The days for which the membership holds.';
COMMENT ON COLUMN dw.bridge_peer_group.list_version IS 'Version of the list, such as 2017 or 2023.';
COMMENT ON COLUMN dw.bridge_peer_group.origin IS 'Where the list comes from.';
COMMENT ON COLUMN dw.bridge_peer_group.recorded IS 'While the membership was recorded; a removed one is closed, not deleted.';

GRANT SELECT, INSERT, UPDATE ON dw.dim_peer_group, dw.bridge_peer_group TO riktmarke_etl;
