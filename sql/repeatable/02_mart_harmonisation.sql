-- What is declared so that figures of different reports speak of the same thing, for readers.
-- (Made again after migrations/0018_current_tables.)

CREATE OR REPLACE VIEW mart.harmonisation AS
SELECT h.indicator_key, h.rule_code, h.document_code, h.printed, h.means, h.reason
FROM dw.harmonisation AS h
JOIN mart.indicator AS i ON i.indicator_key = h.indicator_key;
COMMENT ON VIEW mart.harmonisation IS 'What is declared so that figures of different reports speak of the same thing, each with its reason; grain: indicator x rule x document x printed name.';
COMMENT ON COLUMN mart.harmonisation.indicator_key IS 'The indicator.';
COMMENT ON COLUMN mart.harmonisation.rule_code IS 'name, tertial or target_period.';
COMMENT ON COLUMN mart.harmonisation.document_code IS 'The document of which it is declared; empty for all.';
COMMENT ON COLUMN mart.harmonisation.printed IS 'The name as printed; empty for rules that are about no name.';
COMMENT ON COLUMN mart.harmonisation.means IS 'name: complement where the report prints what is left of a share, else empty; tertial: accumulates, within or point; target_period: a period, or unstated for a target that gives no verdict.';
COMMENT ON COLUMN mart.harmonisation.reason IS 'Why, and where that can be read.';

GRANT SELECT ON mart.harmonisation TO riktmarke_read, riktmarke_etl;
