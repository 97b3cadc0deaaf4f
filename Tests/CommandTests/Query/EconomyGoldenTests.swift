import SystemPackage
import TestSupport
import Testing

/// What `economy` and `absence` print, to the letter.
@Suite struct EconomyGoldenTests {
    private static let database = Task {
        try await EphemeralCluster.shared().makeDatabase(template: .economy)
    }

    private static func run(
        _ arguments: [String], columns: String? = nil
    ) async throws -> CommandResult {
        var runner = try CommandRunner("riktmarke")
        runner.environment = ["RIKTMARKE_DATABASE_URL": try await database.value.conninfo]
        if let columns { runner.environment["COLUMNS"] = columns }
        return try await runner.run(arguments)
    }

    @Test(
        arguments: [
            ("economy/tertial.txt", ["economy", "-k", "Nacka", "--period", "2017-T1"]),
            ("economy/newest.txt", ["economy", "-k", "Nacka"]),
            ("economy/year-en.txt", ["economy", "-k", "Nacka", "-y", "2017", "--lang", "en"]),
            ("economy/year.csv", ["economy", "-k", "Nacka", "-y", "2017", "--format", "csv"]),
            (
                "economy/activity.md",
                [
                    "economy", "-k", "Nacka", "-y", "2017", "--activity", "vuxna", "--receipts",
                    "--format", "markdown",
                ]
            ),
            ("economy/with.txt", ["economy", "-k", "Nacka", "-y", "2017", "--with", "Tyresö"]),
            (
                "economy/with.json",
                [
                    "economy", "-k", "Nacka", "-y", "2017", "--with", "Tyresö", "--format", "json",
                ]
            ),
            (
                "economy/as-of.txt",
                ["economy", "-k", "Tyresö", "-y", "2017", "--as-of", "2018-04-01"]
            ),
            ("absence/shown.txt", ["absence", "-k", "Nacka"]),
            ("absence/internal.txt", ["absence", "-k", "Nacka", "--internal"]),
            (
                "absence/internal.json",
                ["absence", "-k", "Nacka", "-p", "2017-T1", "--internal", "--format", "json"]
            ),
            (
                "absence/shown-en.csv",
                ["absence", "-k", "Nacka", "--format", "csv", "--lang", "en"]
            ),
        ] as [(String, [String])])
    func `what its golden file says`(golden: String, arguments: [String]) async throws {
        let result = try await Self.run(arguments)
        #expect(result.status == 0, "\(result)")
        #expect(result.errors == "")
        try Golden.expect(result.output, toMatch: "query/" + golden)
    }

    @Test func `money with kronor per inhabitant fits eighty columns`() async throws {
        let result = try await Self.run(
            ["economy", "-k", "Nacka", "-p", "2018-T1"], columns: "80")
        #expect(result.output.contains("(kr/inv)"), "\(result)")
        let wide = result.output.split(separator: "\n").filter { $0.count > 80 }
        #expect(wide.isEmpty, "\(result.output)")
    }

    @Test func `where only a forecast is known, it is what is told`() async throws {
        let result = try await Self.run(["economy", "-k", "Nacka", "-y", "2018"])
        #expect(result.status == 0, "\(result)")
        #expect(
            result.output.contains("prognosen för 2018 är −730\u{A0}734"),
            "\(result.output)")
        #expect(result.output.contains("kostnader −, intäkter +"), "\(result.output)")
    }

    @Test(arguments: ["html", "xlsx"])
    func `a file for people, too`(format: String) async throws {
        let folder = try TemporaryFolder("economy")
        let path = folder.path.appending("nacka.\(format)").string
        let result = try await Self.run(
            ["economy", "-k", "Nacka", "-y", "2017", "--format", format, "--output", path])
        #expect(result.status == 0, "\(result)")
        let size = try await Shell.run("wc -c < \"$1\"", path)
        #expect((Int(size.filter(\.isNumber)) ?? 0) > 2000)
    }

    @Test(
        arguments: [
            (["economy", "-k", "Solna"], "economy.none"),
            (["economy", "-k", "Nacka", "-y", "2011"], "economy.none"),
            (["economy", "-k", "Nacka", "--activity", "sjöfart"], "economy.no-activity"),
            (
                ["economy", "-k", "Nacka", "-y", "2017", "--with", "Solna"],
                "economy.not-comparable"
            ),
            (["absence", "-k", "Nacka", "-p", "2017-T1"], "absence.hidden"),
            (["absence", "-k", "Solna"], "absence.none"),
        ] as [([String], String)])
    func `status 1 and an explanation where there is no answer`(
        arguments: [String], code: String
    ) async throws {
        let result = try await Self.run(arguments)
        #expect(result.status == 1, "\(result)")
        #expect(result.output.isEmpty)
        #expect(result.errors.contains(code), "\(result)")
    }

    @Test func `an unknown nämnd is a usage error that names those there are`() async throws {
        let result = try await Self.run(["economy", "-k", "Nacka", "--organisation", "Byggnämnden"])
        #expect(result.status == 64, "\(result)")
        #expect(result.errors.contains("Socialnämnden"), "\(result)")
    }

    @Test func `the internal figures need the role of the load`() async throws {
        let database = try await Self.database.value
        try await database.psql(
            """
            DO $$ BEGIN CREATE ROLE test_analyst LOGIN;
            EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; END $$
            """)
        try await database.psql("GRANT riktmarke_read TO test_analyst")
        var runner = try CommandRunner("riktmarke")
        runner.environment = [
            "RIKTMARKE_DATABASE_URL": database.conninfo + " user=test_analyst"
        ]
        let refused = try await runner.run(["absence", "-k", "Nacka", "--internal"])
        #expect(refused.status == 77, "\(refused)")
        #expect(refused.output.isEmpty)
        let shown = try await runner.run(["absence", "-k", "Nacka"])
        #expect(shown.status == 0, "\(shown)")
    }
}
