import Postgres
import TestSupport
import Testing
import Warehouse

/// Which source speaks when several state the same figure.
@Suite struct PrecedenceTests {
    /// Each case: what documents 1 (Kolada), 2 (annual report) and 3 (tertial report, newer) state as
    /// SQL writes value and status, nil for nothing; and the document that speaks.
    static let cases: [(stated: [(Int32, String?, Int16)], speaks: Int32)] = [
        // Kolada before the reports, though it has no date.
        ([(1, "4", 0), (2, "5", 0), (3, "4.8", 0)], 1),
        // The newest of two reports.
        ([(2, "5", 0), (3, "4.8", 0)], 3),
        ([(2, "5", 0)], 2),
        // A value before none, whatever the precedence.
        ([(1, nil, 101), (2, "5", 0)], 2),
        ([(1, nil, 100), (2, "5", 0), (3, nil, 101)], 2),
        // A preliminary value is a value.
        ([(1, "4", 1), (2, "5", 0)], 1),
        // Among statements without a value, precedence.
        ([(1, nil, 102), (3, nil, 100)], 1),
        // What a source has taken back speaks last: another's dash says more.
        ([(1, nil, 199), (2, nil, 100)], 2),
        ([(3, nil, 199), (2, nil, 101)], 2),
        ([(1, nil, 199), (2, nil, 199)], 1),
    ]

    @Test(arguments: cases)
    func `one document speaks for a figure, the same one everywhere`(
        stated: [(Int32, String?, Int16)], speaks: Int32
    ) async throws {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.load([StatedFigure("1", unit: 5)])
            for (document, value, status) in stated {
                for table in ["outcome", "target"] {
                    let declared = table == "target" ? "period_declared," : ""
                    let yes = table == "target" ? "true," : ""
                    try connection.execute(
                        SQL(
                            text: """
                                INSERT INTO dw.fact_\(table) (indicator_key, period_key,
                                    document_key, load_key, revision_no, source_line,
                                    municipality_key, gender_key, status_key, source_file,
                                    source_column, \(declared) value)
                                VALUES (1, 120170000, $1, 1, 1, 2, 2, 0, $2, 1, 1, \(yes)
                                    $3::text::numeric)
                                """, parameters: [document, status, value]))
                }
            }
            let compared = try connection.rows(
                ReadStatement.compareOutcomes, Int32(1), Int32(120_170_000), Int16(0), [Int16(2)])
            let now = try connection.onlyMoment()
            let asOf = try connection.rows(
                ReadStatement.compareOutcomesAsOf, Int32(1), Int32(120_170_000), Int16(0),
                [Int16(2)], now)
            let codes = ["kolada", "annual", "tertial"]
            let spoken = codes[Int(speaks) - 1]
            #expect(compared.count == stated.count)
            #expect(compared.first?.6 == spoken, "compare_outcomes")
            #expect(asOf.map { $0.6 } == compared.map { $0.6 }, "compare_outcomes_as_of")

            for view in ["outcome", "target"] {
                let one = try connection.query(
                    SQL(
                        text: """
                            SELECT source FROM mart.\(view)
                            WHERE municipality_code = '0182' AND period = '2017'
                            """), as: String.self)
                #expect(one == [spoken], "mart.\(view)")
                let all = try connection.query(
                    SQL(
                        text: """
                            SELECT source FROM mart.\(view)_all_sources
                            WHERE municipality_code = '0182' AND period = '2017'
                            """), as: String.self)
                #expect(
                    Set(all) == Set(stated.map { codes[Int($0.0) - 1] }),
                    "mart.\(view)_all_sources")
            }
            for statement in [ReadStatement.exportOutcomes, ReadStatement.exportTargets] {
                let exported = try connection.rows(
                    statement, [Int32(1)], [Int16(2)], PostgresDate?.none, PostgresDate?.none,
                    [Int16(0)], PostgresTimestamp?.none, false)
                #expect(exported.map { $0.11 } == [spoken], "\(statement.name)")
                let every = try connection.rows(
                    statement, [Int32(1)], [Int16(2)], PostgresDate?.none, PostgresDate?.none,
                    [Int16(0)], PostgresTimestamp?.none, true)
                #expect(every.count == stated.count, "\(statement.name), all sources")
            }
        }
    }

    @Test func `mart has one row a key, whoever states it`() async throws {
        try await WarehouseFixture.withConnection(role: nil) { connection in
            try connection.load(
                [
                    StatedFigure("5", document: 2), StatedFigure("4.8", document: 3),
                    StatedFigure("89", unit: 1, document: 3),
                    StatedFigure("6", document: 2, isTarget: true),
                    StatedFigure("7", document: 3, isTarget: true),
                ], documents: [2, 3])
            try connection.load([StatedFigure("4", document: 1)], documents: [1])
            let outcomes = try connection.texts(
                """
                SELECT concat_ws(' ', municipality, value, source) FROM mart.outcome
                ORDER BY municipality
                """)
            #expect(outcomes == ["Danderyd 89 tertial", "Nacka 4 kolada"])
            let targets = try connection.texts(
                "SELECT concat_ws(' ', municipality, target, source) FROM mart.target")
            #expect(targets == ["Nacka 7 tertial"])
        }
    }
}

extension Connection {
    /// The server's time.
    fileprivate mutating func onlyMoment() throws -> PostgresTimestamp {
        try queryOne("SELECT clock_timestamp()", as: PostgresTimestamp.self)
    }
}
