import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

/// Where documents state the same figure otherwise than each other, and than other sources.
@Suite struct DisagreementTests {
    /// The two reports are a committee's; indicator 2 counts from the beginning of the year.
    private static let reports = """
        INSERT INTO dw.dim_organisation (organisation_key, municipality_key, kind, name)
        OVERRIDING SYSTEM VALUE VALUES (7, 2, 'committee', 'Socialnämnden');
        UPDATE dw.dim_document SET organisation_key = 7 WHERE document_key IN (2, 3);
        INSERT INTO dw.harmonisation (indicator_key, rule_code, document_code, printed,
            printed_folded, means, reason)
        VALUES (2, 'tertial', '', '', '', 'accumulates', 'rad 1');
        INSERT INTO dw.dim_period (period_key, period_code, kind, year, start_date, end_date,
            is_cumulative)
        VALUES (220180001, '2018-T1', 'tertial', 2018, '2018-01-01', '2018-04-30', true),
            (220180002, '2018-T2', 'tertial', 2018, '2018-01-01', '2018-08-31', true)
        ON CONFLICT DO NOTHING;
        INSERT INTO etl.load (run_key, source_key, state, identity) VALUES (1, 2, 'staged', sha256(''));
        """

    private static func stated(
        _ facts: [(indicator: Int32, period: Int32, document: Int32, value: String)]
    ) async throws -> [String] {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.runScript(reports)
            for fact in facts {
                try connection.execute(
                    SQL(
                        text: """
                            INSERT INTO dw.fact_outcome (indicator_key, period_key, document_key,
                                load_key, revision_no, source_line, municipality_key, gender_key,
                                status_key, source_file, source_column, value)
                            VALUES ($1, $2, $3, (SELECT max(load_key) FROM etl.load), 1, 9, 2, 0, 0,
                                1, 1, $4::text::numeric)
                            """,
                        parameters: [fact.indicator, fact.period, fact.document, fact.value]))
            }
            return try connection.rows(LoadStatement.listDisagreements, String?.none).map { row in
                "\(row.0) \(row.1):\(row.3) \(row.5) \(row.8) \(row.4) \(row.10) \(row.12) \(row.13)"
            }
        }
    }

    @Test func `the later report is told what the earlier one says`() async throws {
        let found = try await Self.stated([
            (1, 120_170_000, 2, "54"), (1, 120_170_000, 3, "56"),
        ])
        #expect(found == ["other-document tertial:9 U33461 2017 56 annual 2017 54"])
    }

    @Test func `what rounding explains is no disagreement`() async throws {
        #expect(
            try await Self.stated([
                (1, 120_170_000, 2, "5"), (1, 120_170_000, 3, "4.8"),
                (1, 120_180_000, 1, "85.5001"),
                (1, 120_180_000, 2, "86"),
            ]) == [])
        #expect(
            try await Self.stated([(1, 120_180_000, 1, "85.4"), (1, 120_180_000, 2, "86")])
                == ["other-source annual:9 U33461 2018 86 kolada 2018 85.4"])
    }

    @Test func `what shrinks though it is declared to accumulate is told, nothing else`()
        async throws
    {
        #expect(
            try await Self.stated([
                (2, 220_180_001, 3, "128"), (2, 220_180_002, 3, "120"),
                (1, 220_180_001, 3, "54"), (1, 220_180_002, 3, "50"),
            ]) == ["shrinking tertial:9 U33400 2018-T2 120 tertial 2018-T1 128"])
        #expect(
            try await Self.stated([(2, 220_180_001, 3, "128"), (2, 120_180_000, 2, "100")])
                == ["shrinking annual:9 U33400 2018 100 tertial 2018-T1 128"])
    }

    @Test func `other sources are not held against each other`() async throws {
        #expect(try await Self.stated([(1, 120_170_000, 1, "50")]) == [])
    }
}
