import Postgres
import TestSupport
import Testing
import Warehouse

/// Where documents state targets, money and absence otherwise than each other.
@Suite struct StatementDisagreementTests {
    /// Documents 2 (the earlier) and 3 are a committee's; one verksamhet is printed under two names.
    private static let reports = """
        INSERT INTO dw.dim_organisation (organisation_key, municipality_key, kind, name)
        OVERRIDING SYSTEM VALUE VALUES (7, 2, 'committee', 'Socialnämnden');
        UPDATE dw.dim_document SET organisation_key = 7 WHERE document_key IN (2, 3);
        INSERT INTO dw.committee_activity VALUES
            (2, 'Socialnämnden', 'vuxna', 'Vuxna', 'Vuxna', 'rad 1'),
            (2, 'Socialnämnden', 'vuxna', 'Vuxna 21-64 år', 'Vuxna', 'rad 1');
        INSERT INTO dw.dim_economy_subject (subject_key, organisation_key, kind, name)
        OVERRIDING SYSTEM VALUE VALUES (1, 7, 'activity', 'Vuxna'), (2, 7, 'activity', 'Vuxna 21-64 år'),
            (3, 7, 'activity', 'Unga');
        INSERT INTO dw.dim_workplace (workplace_key, organisation_key, kind, workplace_code, has_own_code)
        OVERRIDING SYSTEM VALUE VALUES (1, 7, 'unit', '21200', true);
        INSERT INTO dw.dim_period (period_key, period_code, kind, year, start_date, end_date,
            is_cumulative)
        VALUES (220180001, '2018-T1', 'tertial', 2018, '2018-01-01', '2018-04-30', true),
            (220180002, '2018-T2', 'tertial', 2018, '2018-01-01', '2018-08-31', true)
        ON CONFLICT DO NOTHING;
        INSERT INTO etl.load (run_key, source_key, state, identity) VALUES (1, 2, 'staged', sha256(''));
        """

    private static func found(_ facts: [String]) async throws -> [String] {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.runScript(reports + facts.joined())
            return try connection.rows(
                LoadStatement.listStatementDisagreements, String?.none
            ).map { row in
                "\(row.0) \(row.1):\(row.3) \(row.5) \(row.6) \(row.9): \(row.4) | "
                    + "\(row.11):\(row.12) \(row.13) \(row.14)"
            }
        }
    }

    private static func target(
        _ document: Int, _ value: String, isDeclared: Bool = true
    ) -> String {
        """
        INSERT INTO dw.fact_target (indicator_key, period_key, document_key, load_key, revision_no,
            source_line, municipality_key, gender_key, status_key, source_file, source_column,
            period_declared, value)
        SELECT 1, 120180000, \(document), max(load_key), 1, 9, 2, 0, 0, 1, 1, \(isDeclared), \(value)
        FROM etl.load;
        """
    }

    /// Millions stand in running text, thousands in tables.
    private static func money(
        _ document: Int, _ measure: String, _ amount: String, _ printed: String,
        subject: Int = 1, period: Int = 120_180_000, unit: String = "tkr"
    ) -> String {
        """
        INSERT INTO dw.fact_economy (subject_key, period_key, document_key, load_key, revision_no,
            source_line, municipality_key, measure_key, status_key, source_file, source_column,
            is_cumulative, amount, definition, printed, printed_unit)
        SELECT \(subject), \(period), \(document), (SELECT max(load_key) FROM etl.load), 1, 9, 2,
            measure_key, 0, 1, \(unit == "mnkr" ? 0 : 1), true, \(amount), '', '\(printed)', '\(unit)'
        FROM dw.dim_economy_measure WHERE measure_code = '\(measure)';
        """
    }

    private static func absence(_ document: Int, _ value: String) -> String {
        """
        INSERT INTO dw.fact_staff_absence (workplace_key, period_key, document_key, load_key,
            revision_no, source_line, municipality_key, measure_key, gender_key, status_key,
            source_file, source_column, value, definition, unit, workplace_name, printed)
        SELECT 1, 120180000, \(document), max(load_key), 1, 9, 2, 1, 0, 0, 1, 1, \(value), '',
            'percent', 'Team 4', '\(value)'
        FROM etl.load;
        """
    }

    @Test func `a target that a later report states otherwise is told`() async throws {
        #expect(
            try await Self.found([Self.target(2, "75"), Self.target(3, "80.5")]) == [
                "other-document tertial:9 U33461 (U33461) mål 2018: 80,5 | annual:9 2018 75"
            ])
        // Rounding explains these; and a target beside a tertial may be of any period.
        #expect(try await Self.found([Self.target(2, "75"), Self.target(3, "75.4")]) == [])
        #expect(
            try await Self.found([Self.target(2, "75"), Self.target(3, "80", isDeclared: false)])
                == [])
    }

    @Test func `a budget is the same under both names of a verksamhet`() async throws {
        #expect(
            try await Self.found([
                Self.money(2, "budget", "-45229", "-45 229", subject: 2),
                Self.money(3, "budget", "-45300", "-45 300"),
                Self.money(3, "budget", "-45300", "-45 300", subject: 3),
            ]) == [
                "other-document tertial:9 Vuxna budget netto 2018: -45 300 tkr | "
                    + "annual:9 2018 -45 229 tkr"
            ])
    }

    @Test func `amounts agree within the coarser one and whatever sign words carry`() async throws {
        #expect(
            try await Self.found([
                Self.money(2, "net", "-207931", "-207 931"),
                Self.money(3, "net", "207900", "207,9 mnkr", unit: "mnkr"),
            ]) == [])
        #expect(
            try await Self.found([
                Self.money(2, "deviation", "-37040", "-37 040"),
                Self.money(3, "deviation", "37040", "37 040"),
            ]) == [
                "other-document tertial:9 Vuxna avvikelse 2018: 37 040 tkr | annual:9 2018 -37 040 tkr"
            ])
    }

    @Test func `forecasts differ from report to report`() async throws {
        #expect(
            try await Self.found([
                Self.money(2, "forecast", "-10", "-10"), Self.money(3, "forecast", "-20", "-20"),
            ]) == [])
    }

    @Test func `costs that shrink within the year are told, nets may`() async throws {
        #expect(
            try await Self.found([
                Self.money(2, "cost", "-120", "-120", period: 220_180_001),
                Self.money(3, "cost", "-90", "-90", period: 220_180_002),
                Self.money(2, "net", "-100", "-100", period: 220_180_001),
                Self.money(3, "net", "-80", "-80", period: 220_180_002),
            ]) == [
                "shrinking tertial:9 Vuxna kostnader 2018-T2: -90 tkr | annual:9 2018-T1 -120 tkr"
            ])
    }

    @Test func `absence that is stated otherwise is told`() async throws {
        #expect(
            try await Self.found([Self.absence(2, "5.1"), Self.absence(3, "5.3")]) == [
                "other-document tertial:9 Team 4 all sjukfrånvaro 2018: 5.3 | annual:9 2018 5.1"
            ])
    }
}
