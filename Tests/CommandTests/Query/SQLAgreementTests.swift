import TestSupport
import Testing

/// Every figure that `compare`, `rank`, `profile` and `explain` print is what the documented views and
/// functions of `mart` give the reading role by plain SQL (docs/how-to/compare-from-sql.md).
///
/// The commands rank, average and judge in Swift; psql asks PostgreSQL, which does so in its own numbers.
@Suite struct `The commands and SQL say the same` {
    /// A warehouse and what is asked of it.
    private struct Bench: Sendable {
        let database: TestDatabase
        let runner: CommandRunner

        /// What a command prints, held against SQL by a text of Tests/Fixtures/Query/agreement.
        func expectAgreement(_ arguments: String...) async throws {
            let result = try await runner.run(arguments + ["--format", "json"])
            guard result.status == 0 else { throw TestFailure("\(arguments): \(result)") }
            let question = try FixtureText.read("Query/agreement/\(arguments[0]).sql")
                .replacing(":j::jsonb", with: "$json$\(result.output)$json$::jsonb")
            let wrong = try await database.psql("SET ROLE riktmarke_read;\n\(question)")
            #expect(wrong.isEmpty, "\(arguments.joined(separator: " "))\n\(wrong.prefix(2000))")
        }
    }

    private func open(_ template: DatabaseTemplate) async throws -> Bench {
        let database = try await EphemeralCluster.shared().makeDatabase(template: template)
        var runner = try CommandRunner("riktmarke")
        runner.environment = ["RIKTMARKE_DATABASE_URL": database.conninfo]
        return Bench(database: database, runner: runner)
    }

    @Test func `of the small warehouse`() async throws {
        let bench = try await open(.query)
        try await bench.expectAgreement(
            "compare", "U33461", "-k", "Nacka", "--with", "Danderyd,Solna,Täby,Värmdö", "-y", "2017"
        )
        try await bench.expectAgreement("compare", "L0182-001", "-k", "Nacka", "--group", "skr-a2")
        try await bench.expectAgreement(
            "compare", "N00003", "-k", "Nacka", "--with", "Danderyd,Stockholm,Riket,Täby")
        // A year that is preliminary, one that is being collected, a part of one, a tie.
        try await bench.expectAgreement(
            "compare", "N00097", "-k", "Nacka", "--group", "skr-a2", "-y", "2018")
        for code in ["U33461", "N00090", "N00003", "L0182-001", "L0182-002", "X00001"] {
            try await bench.expectAgreement("rank", code, "--year", "2017")
        }
        try await bench.expectAgreement("rank", "U00001", "-y", "2018")
        try await bench.expectAgreement("rank", "N00097", "-y", "2018", "-k", "Solna")
        for municipality in ["Nacka", "Solna", "Täby", "Riket"] {
            try await bench.expectAgreement("profile", "-k", municipality)
        }
        try await bench.expectAgreement("profile", "-k", "Nacka", "-g", "K")
        try await bench.expectAgreement("profile", "-k", "Nacka", "--group", "skr-a2")
        try await bench.expectAgreement("explain", "U33461", "-k", "Nacka", "-y", "2017")
    }

    @Test func `of a larger one with ties, gaps, genders, several years and documents`()
        async throws
    {
        let bench = try await open(.generated)
        for number in 1...9 {
            let code = "Q0000\(number)"
            for year in ["2021", "2022", "2023"] {
                try await bench.expectAgreement("rank", code, "--year", year)
            }
            try await bench.expectAgreement(
                "compare", code, "-k", "Ort 0\(number)", "--group", "prov", "-y", "2022")
            try await bench.expectAgreement(
                "compare", code, "-k", "Ort 01", "--with", "Ort 05,Ort 09,Ort 33,Ort 60", "-y",
                "2019"
            )
        }
        for gender in ["K", "M"] {
            try await bench.expectAgreement("rank", "Q00001", "-y", "2022", "-g", gender)
            try await bench.expectAgreement(
                "rank", "Q00002", "-y", "2020", "-g", gender, "--group", "prov", "-k", "Ort 04")
        }
        for municipality in ["Ort 01", "Ort 37"] {
            try await bench.expectAgreement("profile", "-k", municipality)
            try await bench.expectAgreement("profile", "-k", municipality, "-g", "M")
            try await bench.expectAgreement("profile", "-k", municipality, "--group", "prov")
            try await bench.expectAgreement("profile", "-k", municipality, "--year", "2021")
            for code in ["Q00001", "Q00002", "Q00004", "Q00009"] {
                try await bench.expectAgreement("explain", code, "-k", municipality, "-y", "2022")
            }
        }
    }
}
