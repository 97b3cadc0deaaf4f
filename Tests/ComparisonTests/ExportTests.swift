import Comparison
import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

@Suite struct `An export` {
    private func rows(
        _ change: @Sendable (inout ExportSelection) throws -> Void
    ) async throws -> [String] {
        try await QueryDatabase.read { connection in
            var selection = ExportSelection()
            let code = try #require(IndicatorCode("N00090"))
            let indicator = try IndicatorDimension.find(&connection, code: code)
            selection.indicators = [try #require(indicator)]
            try change(&selection)
            var rows: [String] = []
            try OutcomeExport.stream(selection, &connection) { row in
                rows.append(
                    "\(row.municipalityCode) \(row.period) \(row.gender) "
                        + "\(row.value?.description ?? row.status)")
            }
            return rows
        }
    }

    @Test func `of everything is the same however many indicators are asked for at a time`()
        async throws
    {
        func everything(_ atATime: Int) async throws -> [String] {
            try await QueryDatabase.read { connection in
                var selection = ExportSelection()
                selection.allSources = true
                var rows: [String] = []
                try OutcomeExport.stream(
                    selection, &connection, indicatorsAtATime: atATime
                ) { row in
                    rows.append(
                        "\(row.indicatorCode) \(row.municipalityCode) \(row.period) \(row.gender) "
                            + "\(row.value?.description ?? row.status) \(row.source)")
                }
                return rows
            }
        }
        let whole = try await everything(1_000_000)
        #expect(try await everything(1) == whole)
        #expect(whole.map { $0.prefix(6) } == whole.map { $0.prefix(6) }.sorted())
        #expect(Set(whole.map { $0.prefix(6) }).count > 2)
    }

    @Test func `is in a stable order, with every gender`() async throws {
        #expect(
            try await rows { _ in } == [
                "0160 2017 T 6.4", "0182 2017 T 5.9", "0182 2017 K 6.7", "0182 2017 M 3.1",
                "0182 2018-T1 T 7.1", "0184 2017 T 5.9",
            ])
    }

    @Test func `holds only the genders asked for`() async throws {
        #expect(try await rows { $0.genders = [.women] } == ["0182 2017 K 6.7"])
    }

    @Test(
        arguments: [
            ("2017", "2017", ["2017"]), ("2018", nil, ["2018-T1"]), (nil, "2017", ["2017"]),
            ("2018-T1", "2018-T1", ["2018-T1"]), ("2018-T2", nil, []),
            ("2017-12-31", "2018-04", ["2017", "2018-T1"]),
        ] as [(String?, String?, [String])])
    func `ends with the periods asked for`(
        from: String?, to: String?, periods: [String]
    ) async throws {
        let first = try from.map { try #require(Period($0)) }
        let last = try to.map { try #require(Period($0)) }
        let rows = try await rows { selection in
            selection.genders = [.total]
            selection.from = first
            selection.to = last
        }
        let nacka = rows.filter { $0.hasPrefix("0182") }
        #expect(nacka.map { String($0.split(separator: " ")[1]) } == periods)
    }

    @Test func `gives one row a figure, or every document's on request`() async throws {
        for (all, count) in [(false, 2), (true, 3)] {
            let rows = try await rows { selection in
                selection.indicators = nil
                selection.allSources = all
            }
            // L0182-002 is stated twice for Nacka, 4.8 and 5, and once for Solna.
            let stated = rows.filter { row in
                ["5", "4.8", "7.5"].contains { row.hasSuffix(" " + $0) }
            }
            #expect(stated.count == count)
        }
    }

    @Test func `keeps a missing value as a row with its status`() async throws {
        let rows = try await rows { $0.indicators = nil }
        #expect(rows.contains("0162 2016 T missing_dash"))
        #expect(rows.contains("0138 2017 T suppressed"))
    }

    @Test func `holds targets on request`() async throws {
        let rows = try await rows { selection in
            selection.indicators = nil
            selection.targets = true
        }
        #expect(rows == ["0182 2017 T 90"])
    }

    @Test func `holds nothing for a selection of nobody`() async throws {
        #expect(try await rows { $0.municipalities = [] }.isEmpty)
    }
}
