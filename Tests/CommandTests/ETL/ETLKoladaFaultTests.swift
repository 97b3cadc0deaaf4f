import SystemPackage
import TestSupport
import Testing

/// A whole sync with a service that fails in a fifth of its answers: every row once, and what
/// changes is exactly what was revised.
@Suite struct ETLKoladaFaultTests {
    /// Some hundred rows, of which some are null and some are not there.
    private static var rows: [FaultyKolada.Row] {
        var rows: [FaultyKolada.Row] = []
        for indicator in 0..<30 {
            for (place, unit) in ["0180", "0182", "0184", "0186"].enumerated() {
                for year in [2021, 2022] {
                    for (number, gender) in ["K", "M", "T"].enumerated() {
                        let mark = indicator + 3 * place + year + number
                        guard mark % 11 != 0 else { continue }
                        rows.append(
                            FaultyKolada.Row(
                                indicator: "N90\(100 + indicator)", unit: unit, year: year,
                                gender: gender, value: mark % 7 == 0 ? nil : "\(mark).5"))
                    }
                }
            }
        }
        return rows
    }

    private static func with<R: Sendable>(
        _ body: @Sendable (ETLBench, FaultyKolada) async throws -> R
    ) async throws -> R {
        try await ETLBench.with { bench in
            let service = try FaultyKolada(rows, seed: 29)
            defer { service.stop() }
            var bench = bench
            bench.tool.environment["RIKTMARKE_KOLADA_URL"] = service.address
            bench.tool.environment["RIKTMARKE_SNAPSHOTS"] =
                bench.folder.appending("snapshots").string
            return try await body(bench, service)
        }
    }

    /// What the tool says about a sync of everything.
    private static func sync(_ bench: ETLBench) async throws -> String {
        let result = try await bench.tool.run(
            ["run", "kolada", "--kpi", "all", "--unit", "all", "--rate", "100", "--format", "json"])
        guard result.status == 0 else { throw TestFailure("\(result)") }
        return result.output.filter { !$0.isWhitespace }
    }

    /// Kolada's figures in the warehouse, as ``lines(_:)`` writes them.
    private static func stored(_ bench: ETLBench) async throws -> [String] {
        try await bench.database.psql(
            """
            SELECT concat_ws(' ', indicator_code, municipality_code, period, gender, coalesce(value::text, status))
            FROM mart.outcome_all_sources WHERE source = 'kolada' ORDER BY 1
            """
        ).split(separator: "\n").map(String.init)
    }

    private static func lines(_ rows: [FaultyKolada.Row]) -> [String] {
        rows.map { "\($0.key) \($0.value ?? "missing_null")" }.sorted()
    }

    @Test func `every row comes once, nothing changes in a second sync, and a revision is itself`()
        async throws
    {
        try await Self.with { bench, service in
            let rows = Self.rows
            let first = try await Self.sync(bench)
            #expect(first.contains("\"read\":\(rows.count),\"new\":\(rows.count),"), "\(first)")
            #expect(try await Self.stored(bench) == Self.lines(rows))

            let before = try await bench.digest()
            let second = try await Self.sync(bench)
            #expect(
                second.contains("\"new\":0,\"changed\":0,\"unchanged\":\(rows.count),"), "\(second)"
            )
            #expect(try await bench.digest() == before)
            let time = try await bench.database.psql(
                "SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')"
            )

            // Other values, a value from null, null from a value, and rows that are gone.
            var later = rows
            var changed: [String] = []
            for index in stride(from: 5, to: rows.count, by: 97) {
                later[index].value =
                    rows[index].value == nil ? "1.25" : index % 2 == 0 ? "\(index).25" : nil
                changed.append(rows[index].key)
            }
            let gone = [rows[12], rows[400]]
            later.removeAll { row in gone.contains { $0.key == row.key } }
            service.change(later)
            let third = try await Self.sync(bench)
            #expect(third.contains("\"new\":0,\"changed\":\(changed.count),"), "\(third)")
            #expect(third.contains("\"withdrawn\":2,"), "\(third)")
            #expect(
                try await Self.stored(bench)
                    == (Self.lines(later) + gone.map { "\($0.key) withdrawn" }).sorted())
            let revised = try await bench.database.psql(
                """
                SELECT indicator_code || ' ' || municipality_code || ' ' || period_code || ' ' || gender_code
                FROM dw.fact_outcome_revision JOIN dw.dim_indicator USING (indicator_key)
                JOIN dw.dim_municipality USING (municipality_key) JOIN dw.dim_period USING (period_key)
                JOIN dw.dim_gender USING (gender_key) ORDER BY 1
                """)
            #expect(
                revised.split(separator: "\n").map(String.init)
                    == (changed + gone.map(\.key)).sorted())

            #expect(Set(service.faults.keys) == ["429", "500", "cut"], "\(service.faults)")

            // As of before the revision: exactly what was there.
            var query = try CommandRunner("riktmarke")
            query.environment = bench.tool.environment
            let known = try await query.run(
                ["export", "--all-sources", "--gender", "all", "--as-of", time])
            #expect(known.status == 0, "\(known)")
            let cells = known.output.split(separator: "\r\n").filter { $0.hasPrefix("N90") }
            #expect(
                cells.map(Self.line).filter { $0.hasPrefix("N901") }.sorted() == Self.lines(rows))
        }
    }

    /// A line of an export as ``lines(_:)`` writes it.
    private static func line(_ text: Substring) -> String {
        // Titles have commas and stand in quotation marks; no other column has either.
        let plain = text.split(separator: "\"", omittingEmptySubsequences: false)
            .enumerated().filter { $0.offset % 2 == 0 }.map { $0.element }.joined(separator: "x")
        let cells = plain.split(separator: ",", omittingEmptySubsequences: false)
        guard cells.count > 7 else { return plain }
        let value = cells[6].isEmpty ? cells[7] : cells[6]
        return "\(cells[0]) \(cells[2]) \(cells[4]) \(cells[5]) \(value)"
    }
}
