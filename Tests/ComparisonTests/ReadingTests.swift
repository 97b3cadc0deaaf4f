import Comparison
import Diagnostics
import Indicators
import Postgres
import TestSupport
import Testing
import Warehouse

@Suite struct `Reading the warehouse` {
    private func indicator(
        _ code: String, _ connection: inout Connection
    ) throws -> Indicator {
        let code = try #require(IndicatorCode(code))
        let found = try IndicatorDimension.find(&connection, code: code)
        return try #require(found)
    }

    @Test func `gives figures by municipality, the one that speaks first`() async throws {
        try await QueryDatabase.read { connection in
            let directory = try MunicipalityDirectory.read(for: ["Nacka", "Solna"], &connection)
            let units = try ["Nacka", "Solna"].map { try directory.find($0, argument: "") }
            let indicator = try indicator("L0182-002", &connection)
            for asOf in [nil, try TimeOfKnowledge.resolve("2026-01-01", &connection)] {
                let figures = try ComparisonReader.figures(
                    &connection, indicator: indicator, period: Sample.year2017(), gender: .total,
                    municipalities: units, asOf: asOf)
                #expect(
                    figures[units[0].key]?.map(\.source) == [
                        "tertial-1-2018", "arsredovisning-2017",
                    ])
                #expect(figures[units[0].key]?.map { $0.value?.description ?? "" } == ["4.8", "5"])
                #expect(figures[units[1].key]?.count == 1)
            }
        }
    }

    @Test func `gives the figures of an earlier day`() async throws {
        try await QueryDatabase.read { connection in
            let nacka = try MunicipalityDirectory.read(for: ["Nacka"], &connection)
                .find("Nacka", argument: "")
            let indicator = try indicator("U33461", &connection)
            var seen: [String] = []
            for day in ["2018-02-28", "2018-03-01", "2018-05-31", "2018-06-01"] {
                let asOf = try TimeOfKnowledge.resolve(day, &connection)
                let figures = try ComparisonReader.figures(
                    &connection, indicator: indicator, period: Sample.year2017(), gender: .total,
                    municipalities: [nacka], asOf: asOf)
                seen.append(figures[nacka.key]?.first?.value?.description ?? "-")
            }
            #expect(seen == ["-", "87", "87", "86"])
        }
    }

    @Test func `takes the latest period with a final value, not a preliminary one`() async throws {
        try await QueryDatabase.read { connection in
            let nacka = try MunicipalityDirectory.read(for: ["0182"], &connection)
                .find("0182", argument: "")
            let indicator = try indicator("U33461", &connection)
            let now = try ComparisonReader.latestPeriod(
                &connection, indicator: indicator, municipality: nacka, gender: .total, asOf: nil)
            #expect(now?.description == "2017")
            let before = try ComparisonReader.latestPeriod(
                &connection, indicator: indicator, municipality: nacka, gender: .total,
                asOf: TimeOfKnowledge.resolve("2017-01-01", &connection))
            #expect(before == nil)
            let periods = try ComparisonReader.periods(
                &connection, indicator: indicator, municipality: nacka)
            #expect(periods.map(\.description) == ["2018", "2017", "2016"])
            let women = try ComparisonReader.periods(
                &connection, indicator: indicator, municipality: nacka, gender: .women)
            #expect(women.map(\.description) == ["2017"])
        }
    }

    @Test(
        arguments: [
            (["Nacka", "0160"], ["0182", "0160"]),
            (["nacka kommun", "Hela landet"], ["0182", "0000"]),
            (["Riket"], ["0000"]), (["Gotland", "Region Gotland"], ["0980", "0009"]),
        ])
    func `reads as much of the directory as the words need`(
        words: [String], codes: [String]
    ) async throws {
        let found = try await QueryDatabase.read { connection in
            let directory = try MunicipalityDirectory.read(for: words, &connection)
            return try words.map { try directory.find($0, argument: "").code.description }
        }
        #expect(found == codes)
    }

    @Test func `suggests from all names even when a word fits nobody`() async throws {
        try await QueryDatabase.read { connection in
            let directory = try MunicipalityDirectory.read(for: ["Nakca"], &connection)
            let failure = try #require(throws: Failure.self) {
                try directory.find("Nakca", argument: "--kommun")
            }
            #expect(failure.diagnostics.first?.hint?.sv == "menade du Nacka (0182)?")
        }
    }

    @Test func `tells how many values there are of an indicator`() async throws {
        try await QueryDatabase.read { connection in
            let indicators = try ["N00090", "U33400"].map { try indicator($0, &connection) }
            let coverage = try ComparisonReader.coverage(&connection, of: indicators)
            #expect(coverage[indicators[1].key] == nil)
            let there = try #require(coverage[indicators[0].key])
            #expect(there.outcomes == 6)
            #expect(there.firstYear == 2017)
            #expect(there.lastYear == 2018)
            #expect(there.municipalities == 3)
            let nacka = try MunicipalityDirectory.read(for: ["Nacka"], &connection)
                .find("Nacka", argument: "")
            let known = try ComparisonReader.indicatorsWithOutcomes(
                &connection, municipality: nacka)
            #expect(known.contains(indicators[0].key))
            #expect(!known.contains(indicators[1].key))
        }
    }
}

@Suite struct `Peer groups` {
    private func members(
        _ group: String, of year: Int
    ) async throws -> (names: [String], version: String?, isOther: Bool) {
        try await QueryDatabase.read { connection in
            let directory = try MunicipalityDirectory.read(for: [], needsAll: true, &connection)
            let period = try #require(Period(year: year))
            let selection = try PeerSelection(
                groupCode: group, day: PostgresDate(lastDayOf: period), asOf: nil,
                directory: directory, argument: "--group", &connection)
            return (
                selection.members.map(\.name), selection.group?.listVersion,
                selection.isOtherVersion
            )
        }
    }

    @Test func `are those of the period's list`() async throws {
        let then = try await members("skr-a2", of: 2017)
        #expect(then.names == ["Danderyd", "Nacka", "Solna", "Tyresö", "Värmdö"])
        #expect(then.version == "2017")
        #expect(!then.isOther)
        let now = try await members("skr-a2", of: 2023)
        #expect(now.names == ["Danderyd", "Nacka", "Solna", "Tyresö", "Täby", "Värmdö"])
        #expect(now.version == "2023")
    }

    @Test func `are today's, which is said, where the period has no list`() async throws {
        let before = try await members("nacka-ateraktualisering", of: 2016)
        #expect(before.names == ["Danderyd", "Solna", "Täby", "Värmdö"])
        #expect(before.isOther)
    }

    @Test(arguments: ["SKR-A2", "skr a2 pendlingskommun nära storstad"])
    func `are found by code and by name`(word: String) async throws {
        #expect(try await members(word, of: 2023).names.count == 6)
    }

    @Test func `that do not exist are refused with the nearest`() async throws {
        let failure = await #expect(throws: Failure.self) { try await members("skr-a3", of: 2017) }
        let diagnostic = try #require(failure?.diagnostics.first)
        #expect(diagnostic.code == "group.unknown")
        #expect(diagnostic.hint?.sv == "menade du skr-a2?")
    }
}

@Suite struct `The time of knowledge` {
    @Test(
        arguments: [
            // The end of the day in Stockholm: summer time is two hours ahead of UTC, winter time one.
            ("2018-06-01", "2018-06-01T21:59:59.999999Z"),
            ("2018-12-01", "2018-12-01T22:59:59.999999Z"),
            ("2018-06-01T12:00:00+02:00", "2018-06-01T10:00:00.000000Z"),
            ("2018-06-01T10:00:00.5Z", "2018-06-01T10:00:00.500000Z"),
        ])
    func `is the end of a day, or a point in time`(text: String, moment: String) async throws {
        let (read, expected) = try await QueryDatabase.read { connection in
            let expected = try connection.queryOne(
                "SELECT \(moment)::text::timestamptz", as: PostgresTimestamp.self)
            return (try TimeOfKnowledge.resolve(text, &connection), expected)
        }
        #expect(read == expected)
    }

    @Test(
        arguments: [
            "", "i går", "2018", "2018-13-01", "2018-02-30", "2018-06-01T10:00", "2018-6-1",
            "2018-06-01T25:00:00Z", "infinity", "now", "2018-06-01; DROP TABLE x",
        ])
    func `is refused when it cannot be read`(text: String) async throws {
        let failure = await #expect(throws: Failure.self) {
            try await QueryDatabase.read { try TimeOfKnowledge.resolve(text, &$0) }
        }
        #expect(failure?.exitStatus == .usage)
        #expect(failure?.diagnostics.first?.code == "as-of.unreadable")
    }
}
