import Postgres
import TestSupport
import Testing
import WarehouseSQL

/// A migration's verification must notice when what it made is not there.
@Suite struct VerificationTests {
    /// What is taken away, and the verification that must miss it.
    static let losses: [(script: String, loss: String)] = [
        ("0001_schemas", "DROP TABLE etl.schema_repeatable"),
        ("0001_schemas", "GRANT USAGE ON SCHEMA dw TO riktmarke_read"),
        ("0001_schemas", "REVOKE USAGE ON SCHEMA mart FROM riktmarke_read"),
        ("0002_dimensions", "DROP TABLE dw.dim_organisation CASCADE"),
        ("0002_dimensions", "DROP TABLE dw.indicator_series_break CASCADE"),
        ("0002_dimensions", "DELETE FROM dw.dim_gender WHERE gender_code = 'K'"),
        ("0002_dimensions", "DELETE FROM dw.dim_outcome_status WHERE status_code = 'withdrawn'"),
        ("0002_dimensions", "DELETE FROM dw.dim_organisation"),
        ("0003_runs", "DROP TABLE etl.reject"),
        ("0003_runs", "ALTER TABLE etl.load DROP CONSTRAINT load_balances"),
        ("0004_facts", "DROP TABLE dw.fact_target_revision CASCADE"),
        ("0004_facts", "DROP INDEX dw.fact_outcome_by_period"),
        ("0004_facts", "GRANT DELETE ON dw.fact_outcome TO riktmarke_etl"),
        ("0004_facts", "GRANT UPDATE ON dw.fact_outcome_revision TO riktmarke_etl"),
        ("0005_peer_groups", "DROP TABLE dw.bridge_peer_group CASCADE"),
        ("0006_current_dimensions", "DROP TABLE mart.municipality CASCADE"),
        ("0006_current_dimensions", "DROP TABLE mart.indicator CASCADE"),
        (
            "0006_current_dimensions",
            "DROP TRIGGER refresh_after_delete ON dw.indicator_series_break"
        ),
        ("0007_slices", "DROP TABLE etl.held_slice CASCADE"),
        ("0007_slices", "DROP INDEX etl.held_slice_open"),
        ("0007_slices", "ALTER TABLE etl.load_slice DROP CONSTRAINT load_slice_balances"),
        ("0007_slices", "GRANT UPDATE ON etl.load_slice TO riktmarke_etl"),
        ("0008_catalogue", "DROP TABLE etl.catalogue_load"),
        ("0008_catalogue", "ALTER TABLE dw.dim_indicator_version DROP COLUMN origin CASCADE"),
        ("0008_catalogue", "GRANT DELETE ON dw.indicator_catalogue_version TO riktmarke_etl"),
        ("0009_indicator_groups", "DROP TABLE dw.indicator_group_version CASCADE"),
        ("0009_indicator_groups", "DROP INDEX dw.fact_outcome_by_own_load"),
        ("0009_indicator_groups", "ALTER TABLE mart.indicator DROP COLUMN origin CASCADE"),
        (
            "0009_indicator_groups",
            "DROP TRIGGER indicator_after_update ON dw.indicator_catalogue_version"
        ),
        ("0009_indicator_groups", "GRANT DELETE ON dw.bridge_indicator_group TO riktmarke_etl"),
        ("0010_nights", "DROP TABLE etl.sweep CASCADE"),
        ("0010_nights", "ALTER TABLE etl.reject DROP COLUMN position CASCADE"),
        ("0010_nights", "GRANT UPDATE ON etl.run_source TO riktmarke_etl"),
        ("0011_rankings", "DROP TABLE dw.outcome_distribution CASCADE"),
        ("0011_rankings", "DROP TRIGGER note_updated_slices ON dw.fact_outcome"),
        ("0011_rankings", "GRANT INSERT ON dw.latest_outcome TO riktmarke_etl"),
        ("0012_clearance", "DROP TABLE etl.unchecked_indicator"),
        ("0012_clearance", "DROP TRIGGER note_disclosure_after_update ON dw.dim_indicator_version"),
        ("0012_clearance", "GRANT SELECT ON dw.cleared_outcome TO riktmarke_read"),
        ("0013_findings_harmonisation", "DROP TABLE etl.finding"),
        ("0013_findings_harmonisation", "DROP TABLE dw.harmonisation CASCADE"),
        ("0013_findings_harmonisation", "GRANT SELECT ON dw.harmonisation TO riktmarke_read"),
        ("0013_findings_harmonisation", "GRANT DELETE ON etl.finding TO riktmarke_etl"),
        ("0014_economy_absence", "DROP TABLE dw.dim_workplace_version"),
        ("0014_economy_absence", "DELETE FROM dw.dim_economy_measure WHERE measure_code = 'net'"),
        ("0014_economy_absence", "GRANT SELECT ON dw.fact_staff_absence TO riktmarke_read"),
        ("0014_economy_absence", "GRANT DELETE ON dw.fact_economy TO riktmarke_etl"),
        ("0015_cases", "DROP TABLE case_data.access_log"),
        ("0015_cases", "ALTER TABLE case_data.fact_case OWNER TO riktmarke_owner"),
        ("0015_cases", "GRANT USAGE ON SCHEMA case_data TO riktmarke_etl"),
        (
            "0016_finite_dates",
            "ALTER TABLE etl.document DROP CONSTRAINT document_date_is_finite"
        ),
        ("0017_staging_statistics", "ALTER TABLE staging.slice_value RESET (autovacuum_enabled)"),
        ("0018_current_tables", "DROP INDEX mart.indicator_code"),
        ("0018_current_tables", "INSERT INTO mart.municipality (municipality_key) VALUES (9)"),
        ("0018_current_tables", "GRANT DELETE ON mart.indicator TO riktmarke_etl"),
        ("0018_current_tables", "GRANT SELECT ON dw.current_indicator TO riktmarke_read"),
    ]

    @Test(arguments: losses)
    func `raises when something is missing`(script: String, loss: String) async throws {
        let verification = try #require(SQLText.all["verify/" + script])
        try await WarehouseFixture.withConnection(WarehouseFixture.empty, role: nil) { connection in
            #expect(throws: Never.self) { try connection.runScript(verification) }
            try connection.runScript(loss)
            let error = try postgresError { try connection.runScript(verification) }
            #expect(error.sqlState?.rawValue == "P0001", "\(error)")
        }
    }

    @Test func `every verification passes on a new schema, and every one has a loss above`()
        async throws
    {
        let names = SQLText.all.keys.filter { $0.hasPrefix("verify/") }.map { $0.dropFirst(7) }
        #expect(Set(names.map(String.init)) == Set(Self.losses.map(\.script)))
    }
}
