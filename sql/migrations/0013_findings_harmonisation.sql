-- What reports contradict themselves in, found when they are loaded: figures stay as printed, and what the
-- rest of the document says of them is told beside. And what is declared so that figures of different
-- reports speak of the same thing.

CREATE TABLE etl.finding (
    finding_key  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    load_key     int NOT NULL REFERENCES etl.load,
    document_key int NOT NULL REFERENCES dw.dim_document,
    line_no      int NOT NULL CHECK (line_no > 0),
    severity     text NOT NULL CHECK (severity IN ('note', 'warning', 'error')),
    rule_code    text NOT NULL CHECK (rule_code <> ''),
    printed      text NOT NULL,
    expected     text NOT NULL,
    message_sv   text NOT NULL,
    message_en   text NOT NULL
);
COMMENT ON TABLE etl.finding IS 'Where a report contradicts itself or states what cannot be, as each load found it; grain: finding x load.';
COMMENT ON COLUMN etl.finding.finding_key IS 'Surrogate key.';
COMMENT ON COLUMN etl.finding.load_key IS 'The load that found it; those of the newest merged load of a document hold.';
COMMENT ON COLUMN etl.finding.document_key IS 'The document.';
COMMENT ON COLUMN etl.finding.line_no IS 'Line of the figure in the document''s file, from 1.';
COMMENT ON COLUMN etl.finding.severity IS 'note: what rounding explains; warning; error.';
COMMENT ON COLUMN etl.finding.rule_code IS 'What was held against what, such as net or text-against-table.';
COMMENT ON COLUMN etl.finding.printed IS 'What is printed, word for word.';
COMMENT ON COLUMN etl.finding.expected IS 'What would follow from the rest of the document.';
COMMENT ON COLUMN etl.finding.message_sv IS 'The finding as a sentence in Swedish.';
COMMENT ON COLUMN etl.finding.message_en IS 'The finding as a sentence in English.';
CREATE INDEX finding_by_load ON etl.finding (load_key);
COMMENT ON INDEX etl.finding_by_load IS 'For the findings of the newest load of a document.';

GRANT SELECT, INSERT ON etl.finding TO riktmarke_etl;

CREATE TABLE dw.harmonisation (
    indicator_key  int NOT NULL REFERENCES dw.dim_indicator,
    rule_code      text NOT NULL CHECK (rule_code IN ('name', 'tertial', 'target_period')),
    document_code  text NOT NULL,
    printed        text NOT NULL,
    printed_folded text NOT NULL,
    means          text NOT NULL,
    reason         text NOT NULL CHECK (reason <> ''),
    PRIMARY KEY (indicator_key, rule_code, document_code, printed_folded),
    CHECK (rule_code <> 'name' OR printed_folded <> ''),
    CHECK (rule_code <> 'tertial' OR means IN ('accumulates', 'within', 'point')),
    CHECK (rule_code <> 'target_period' OR (document_code <> '' AND means <> ''))
);
COMMENT ON TABLE dw.harmonisation IS 'What is declared so that figures of different reports speak of the same thing, each with its reason; grain: indicator x rule x document x printed name.';
COMMENT ON COLUMN dw.harmonisation.indicator_key IS 'The indicator.';
COMMENT ON COLUMN dw.harmonisation.rule_code IS 'name: a report calls it so; tertial: what its figure of a tertial is; target_period: which period a target without one holds for.';
COMMENT ON COLUMN dw.harmonisation.document_code IS 'The document of which it is declared; empty for all.';
COMMENT ON COLUMN dw.harmonisation.printed IS 'The name as printed; empty for rules that are about no name.';
COMMENT ON COLUMN dw.harmonisation.printed_folded IS 'The name with case, blanks and dashes folded.';
COMMENT ON COLUMN dw.harmonisation.means IS 'tertial: accumulates, within or point; target_period: a period, or unstated for a target that gives no verdict.';
COMMENT ON COLUMN dw.harmonisation.reason IS 'Why, and where that can be read.';

GRANT SELECT, INSERT, UPDATE, DELETE ON dw.harmonisation TO riktmarke_etl; -- replaced as a whole by the reference load
