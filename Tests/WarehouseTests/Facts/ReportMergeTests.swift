import Postgres
import TestSupport
import Testing
import Warehouse

/// Money and absence come in as targets do: only differences are written, old versions are kept.
@Suite struct ReportMergeTests {
    /// Loads amounts of subjects, all of a document.
    private static func load(
        _ amounts: [(subject: String, amount: String)], _ connection: inout Connection
    ) throws -> LoadedCounts {
        try connection.transaction(.readWrite) { connection in
            try ReportMerge.clearStaging(&connection)
            let load = try Self.begin(&connection)
            let keys = try ReportMerge.keys(
                &connection,
                of: Set(
                    amounts.map { ReportMerge.Subject(kind: "activity", name: $0.subject) }),
                document: 2)
            for (line, row) in amounts.enumerated() {
                let key = keys[ReportMerge.Subject(kind: "activity", name: row.subject)] ?? 0
                try connection.execute(
                    """
                    INSERT INTO staging.economy (subject_key, period_key, document_key, source_line,
                        municipality_key, measure_key, status_key, source_file, source_column,
                        is_cumulative, amount, definition, printed, printed_unit)
                    VALUES (\(key), 120170000, 2, \(Int32(line + 1)), 2, 3, 0, 1, 3, true,
                        \(row.amount)::text::numeric, '', \(row.amount), 'tkr')
                    """)
            }
            return try Self.finish(&connection, load: load)
        }
    }

    private static func begin(_ connection: inout Connection) throws -> Int32 {
        try LoadLedger.begin(
            &connection, run: 1, source: 2, identity: Array(repeating: 7, count: 32),
            files: [
                LoadLedger.File(
                    number: 1, name: "report.txt", sha256: Array(repeating: 9, count: 32),
                    byteCount: 1, encoding: "utf-8")
            ])
    }

    private static func finish(
        _ connection: inout Connection, load: Int32
    ) throws -> LoadedCounts {
        let settled = try ReportMerge.settleRepetitions(&connection, load: load)
        let merged = try ReportMerge.merge(&connection, load: load)
        var counts = LoadCounts()
        counts.rejected = settled.rejected
        counts.duplicates = settled.removed
        counts.read = merged.staged + settled.rejected + settled.removed
        counts.new = merged.new
        counts.revised = merged.revised
        counts.unchanged = merged.unchanged
        counts.withdrawn = try ReportMerge.withdrawVanished(
            &connection, load: load, documents: [2])
        try ReportMerge.refreshWorkplaces(&connection, documents: [2])
        try LoadLedger.finish(&connection, load: load, state: .loaded, counts: counts, seconds: 0)
        return LoadedCounts(
            new: counts.new, revised: counts.revised, unchanged: counts.unchanged,
            withdrawn: counts.withdrawn, load: load)
    }

    private static func counts(
        _ new: Int64, _ revised: Int64, _ unchanged: Int64, _ withdrawn: Int64
    ) -> LoadedCounts {
        LoadedCounts(new: new, revised: revised, unchanged: unchanged, withdrawn: withdrawn)
    }

    @Test func `a changed amount keeps the old one, and what is no longer stated is withdrawn`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            let first = try Self.load([("Barn", "-100"), ("Vuxna", "-50")], &connection)
            #expect(first == Self.counts(2, 0, 0, 0))
            #expect(
                try Self.load([("Barn", "-100.0"), ("Vuxna", "-50")], &connection)
                    == Self.counts(0, 0, 2, 0))
            #expect(
                try Self.load([("Barn", "-101"), ("Nämnd", "-2")], &connection)
                    == Self.counts(1, 1, 0, 1))
            let versions = try connection.texts(
                """
                SELECT concat_ws(' ', subject, revision_no, amount, recorded_to IS NULL)
                FROM mart.economy_version ORDER BY subject, revision_no
                """)
            #expect(
                versions == [
                    "Barn 1 -100 f", "Barn 2 -101 t", "Nämnd 1 -2 t", "Vuxna 1 -50 f",
                    "Vuxna 2 t",
                ])
            let now = try connection.texts(
                "SELECT concat_ws(' ', subject, amount, status) FROM mart.economy ORDER BY subject")
            #expect(now == ["Barn -101 ok", "Nämnd -2 ok", "Vuxna withdrawn"])
            let back = try Self.load(
                [("Barn", "-101"), ("Nämnd", "-2"), ("Vuxna", "-50")], &connection)
            #expect(back == Self.counts(0, 1, 2, 0))
            for check in DataCheck.all {
                #expect(try check.run(&connection) == [], "\(check.name)")
            }
        }
    }

    @Test func `a figure stated twice is loaded once, and one that contradicts itself not at all`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            let loaded = try Self.load(
                [("Barn", "-100"), ("Barn", "-100"), ("Vuxna", "-50"), ("Vuxna", "-51")],
                &connection)
            #expect(loaded == Self.counts(1, 0, 0, 0))
            let rejects = try connection.texts(
                "SELECT cell || ' ' || reject_code FROM etl.reject ORDER BY cell")
            #expect(
                rejects == ["-50 row.contradicts-another", "-51 row.contradicts-another"])
        }
    }

    @Test func `a unit keeps its code through names, whatever the order of the documents`()
        async throws
    {
        try await WarehouseFixture.withConnection { connection in
            for (period, name) in [(120_180_000, "Nytt namn"), (120_170_000, "Gammalt namn")] {
                try connection.transaction(.readWrite) { connection in
                    try ReportMerge.clearStaging(&connection)
                    let load = try Self.begin(&connection)
                    let unit = ReportMerge.Workplace(
                        kind: "unit", code: "21400", hasOwnCode: true)
                    let key = try ReportMerge.keys(&connection, of: [unit], document: 2)[unit]
                    let document = Int32(period == 120_180_000 ? 3 : 2)
                    try connection.execute(
                        """
                        INSERT INTO staging.absence (workplace_key, period_key, document_key,
                            source_line, municipality_key, measure_key, gender_key, status_key,
                            source_file, source_column, value, definition, unit, workplace_name,
                            printed)
                        VALUES (\(key ?? 0), \(Int32(period)), \(document), 1, 2, 1, 0, 0, 1, 1,
                            4.5, '', 'percent', \(name), '4,5')
                        """)
                    let merged = try ReportMerge.merge(&connection, load: load)
                    #expect(merged.new == 1)
                    try ReportMerge.refreshWorkplaces(&connection, documents: [document])
                    var counts = LoadCounts()
                    counts.read = 1
                    counts.new = 1
                    try LoadLedger.finish(
                        &connection, load: load, state: .loaded, counts: counts, seconds: 0)
                }
            }
            let versions = try connection.texts(
                """
                SELECT concat_ws(' ', w.workplace_code, v.valid, v.name)
                FROM dw.dim_workplace_version AS v JOIN dw.dim_workplace AS w USING (workplace_key)
                ORDER BY v.valid
                """)
            #expect(
                versions == [
                    "21400 (,2018-01-01) Gammalt namn", "21400 [2018-01-01,) Nytt namn",
                ])
        }
    }
}
