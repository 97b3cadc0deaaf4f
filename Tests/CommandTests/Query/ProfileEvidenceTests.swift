import TestSupport
import Testing

/// Surveys, cases that come in clusters and contradictory counts in `profile` and `differences`, on a real
/// server; Tests/Fixtures/Query/evidence.sql says what is stated.
@Suite struct `Verdicts that sums of cases do not suffice for` {
    private static let database = Task {
        let database = try await EphemeralCluster.shared().makeDatabase(template: .generated)
        _ = try await database.psql(try FixtureText.read("Query/evidence.sql"))
        return database
    }

    private func run(_ arguments: String...) async throws -> String {
        var runner = try CommandRunner("riktmarke")
        runner.environment = [
            "RIKTMARKE_DATABASE_URL": try await Self.database.value.conninfo
        ]
        let result = try await runner.run(arguments)
        guard result.status == 0 else { throw TestFailure("\(arguments): \(result)") }
        return result.output
    }

    /// Asks PostgreSQL of the rows of a command's JSON: some members of each, by code of the indicator.
    private func rows(_ members: String, of output: String) async throws -> [String] {
        try await Self.database.value.psql(
            """
            SELECT concat_ws(' ', r ->> 'indicator_code', \(members))
            FROM jsonb_array_elements($json$\(output)$json$::jsonb -> 'rows') AS r
            ORDER BY r ->> 'indicator_code'
            """
        ).split(separator: "\n").map(String.init)
    }

    @Test func `a survey has a verdict from the declared response rate on, and says who answered`()
        async throws
    {
        let asked = ["profile", "-k", "Ort 01", "--indicators", "S00001,S00002,S00003"]
        let json = try await run(
            asked[0], asked[1], asked[2], asked[3], asked[4], "--format", "json")
        // 30 % of 100 who answered of 150 against 60 % and 62 % of others: 70 of 160 are too few, and
        // where nobody knows how many were asked, nobody knows the rate.
        #expect(
            try await rows(
                "r ->> 'verdict', r ->> 'respondents', r ->> 'response_rate'", of: json)
                == [
                    "S00001 worse 100 66.7", "S00002 uncertainty_unknown 100 66.7",
                    "S00003 uncertainty_unknown 100 66.7",
                ])
        let table = try await run(asked[0], asked[1], asked[2], asked[3], asked[4])
        #expect(table.contains("Svar: S00001 100 av 150 (67 %); "))
        #expect(table.contains("Bortfallet är resten"))
        #expect(table.contains("Osäkerhet okänd för 2 nyckeltal"))
    }

    @Test func `clusters are told apart beyond the spread between kommuner only`() async throws {
        let json = try await run(
            "profile", "-k", "Ort 01", "--indicators", "C00001,C00002,C00003", "--format", "json")
        // 60 of 400 against 25 % of the others: as single persons that is better, but kommuner lie that
        // far apart; of five nobody can tell how far they do.
        #expect(
            try await rows("r ->> 'verdict'", of: json) == [
                "C00001 similar", "C00002 better", "C00003 uncertainty_unknown",
            ])
    }

    @Test func `counts that contradict a value give no verdict, as in a comparison`() async throws {
        let json = try await run(
            "profile", "-k", "Ort 01", "--indicators", "P00001,P00002", "--format", "json")
        // 40 of 100 against 120 of 200 and, where 60 % is said to be 6 of 100, against nothing.
        #expect(
            try await rows("r ->> 'verdict'", of: json) == [
                "P00001 worse", "P00002 uncertainty_unknown",
            ])
        let compared = try await run(
            "compare", "P00002", "-k", "Ort 01", "--with", "Ort 02,Ort 03", "--format", "json")
        #expect(compared.contains("\"against_peers\": {"))
        let against = try await Self.database.value.psql(
            "SELECT $json$\(compared)$json$::jsonb #>> '{against_peers,verdict}'")
        #expect(against == "uncertainty_unknown")
    }

    @Test
    func `women and men of clusters are told apart beyond the spread, or the reason is named`()
        async throws
    {
        let asked = ["differences", "-k", "Ort 01", "--indicators", "C00001,C00002,C00003"]
        let json = try await run(
            asked[0], asked[1], asked[2], asked[3], asked[4], "--format", "json")
        #expect(
            try await rows("r ->> 'verdict'", of: json) == [
                "C00001 similar", "C00002 worse", "C00003 uncertainty_unknown",
            ])
        let table = try await run(asked[0], asked[1], asked[2], asked[3], asked[4])
        let words = table.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        #expect(words.contains("spridningen mellan kommuner inräknad för båda könen"))
        #expect(words.contains("utfallen kommer i klungor, och för få kommuner"))
        #expect(!words.contains("källan anger inte täljare"))
    }
}
