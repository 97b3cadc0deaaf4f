import TestSupport
import Testing

@Suite struct `The query tool refuses` {
    @Test(
        arguments: [
            (["compare", "U33461", "--kommun", "Nakca"], "menade du Nacka (0182)?"),
            (["compare", "U33461", "-k", "182"], "menade du Nacka (0182)?"),
            (
                ["compare", "U33461", "-k", "Nacka", "--with", "Solna,Tabby"],
                "menade du Täby (0160)?"
            ),
            (["compare", "U33641", "-k", "Nacka"], "U33461"),
            (["compare", "U334", "-k", "Nacka"], "U33400"),
            (["compare", "sjukfranvaro", "-k", "Nacka"], "N00090"),
            (["compare", "andel", "-k", "Nacka"], "L0182-002"),
            (["compare", "U33461", "-k", "Nacka", "--group", "skr-a3"], "menade du skr-a2?"),
            (["compare", "U33461"], "--kommun Nacka"),
            (["compare", "U33461", "-k", "Nacka", "--with", "Nacka"], "--with Danderyd,Solna"),
            (["compare", "U33461", "-k", "Nacka", "--with", ","], "--with Danderyd,Solna"),
            (
                ["compare", "U33461", "-k", "Nacka", "--with", "Solna", "--group", "skr-a2"],
                "--with och --group"
            ),
            (
                ["compare", "U33461", "-k", "Nacka", "--year", "2017", "--period", "2017"],
                "--year och"
            ),
            (
                ["compare", "U33461", "-k", "Nacka", "--period", "2017-T4"],
                "2018-T1, 2018-Q1, 2018-04"
            ),
            (["compare", "U33461", "-k", "Nacka", "--year", "2018-T1"], "skriv --period 2018-T1"),
            (["compare", "U33461", "-k", "Nacka", "--gender", "F"], "K (kvinnor)"),
            (["compare", "U33461", "-k", "Nacka", "--as-of", "i går"], "2026-11-22"),
            (["compare", "X00001", "-k", "Nacka", "--complement"], "ta bort --complement"),
            (["compare", "U33461", "-k", "Riket"], "hör inte till någon SKR-grupp"),
            (["compare", "U33461", "-k", "Nacka", "--csv-dialect", "rfc"], "--format csv"),
            (["compare", "U33461", "-k", "Nacka", "--format", "xml"], "xml"),
            (["compare"], "riktmarke compare"),
            (["compare", "--nope"], "riktmarke compare --help"),
            (["comapre", "U33461"], "menade du compare?"),
            (["groups", "skr-a3"], "skr-a2"),
            (["groups", "--kind", "lan"], "county"),
            (["indicators", "--group", "kkik"], "--groups"),
            (["indicators", "--groups", "--group", "a"], "--group och --groups"),
            (["changes", "--since", "99"], "är 2"),
            (["changes", "--since", "i går"], "2026-11-22"),
            (["changes", "--since", "2018-06-01", "--as-of", "2018-05-31"], "tidigare tidpunkt"),
            (["changes", "--kommun", "Nakca"], "Nacka (0182)"),
            (["changes", "--group", "skr-a3"], "skr-a2"),
            (["explain", "U33461", "-k", "Nacka"], "--period 2017"),
            (["explain", "U33461", "-k", "Nacka", "-p", "i fjol"], "2016/17"),
            (["export", "--kommun", "Nacka", "--group", "skr-a2"], "--kommun och --group"),
            (["export", "--kommun", ","], "ta bort --kommun"),
            (["export", "--indicator", ""], "ta bort --indicator"),
            (["export", "--kommun", "Nakca"], "Nacka (0182)"),
            (["export", "--indicator", "U33462"], "U33461"),
            (["export", "--from", "2018", "--to", "2017"], "byt plats"),
            (["export", "--gender", "X"], "all (alla tre)"),
            (["export", "--format", "jsonl", "--csv-dialect", "rfc"], "--csv-dialect"),
        ] as [([String], String)])
    func `misuse with status 64, nothing on standard output, and a way out`(
        arguments: [String], hint: String
    ) async throws {
        let result = try await QueryTool.runner().run(arguments)
        #expect(result.status == 64, "\(result)")
        #expect(result.output == "")
        #expect(Self.unwrapped(result.errors).contains(hint), "\(result.errors)")
    }

    @Test(
        arguments: [
            (
                ["compare", "U33461", "-k", "Nacka", "--with", "Solna", "-y", "2015"],
                "2018, 2017, 2016"
            ),
            (["compare", "U33400", "-k", "Nacka", "--with", "Solna"], "riktmarke indicators"),
            (
                ["compare", "U33461", "-k", "Solna", "--with", "Täby", "--gender", "M"],
                "--gender T"
            ),
            (["explain", "U33461", "-k", "Nacka", "-p", "2015"], "2018, 2017, 2016"),
            (["explain", "U33461", "-k", "Nacka", "-p", "2017", "-g", "M"], "--gender T"),
            (["indicators", "xyzzy"], "riktmarke indicators"),
            (["municipalities", "qqqqqq"], "riktmarke municipalities"),
        ] as [([String], String)])
    func `nothing, but answers no with status 1 and what there is`(
        arguments: [String], hint: String
    ) async throws {
        let result = try await QueryTool.runner().run(arguments)
        #expect(result.status == 1, "\(result)")
        #expect(result.output == "")
        #expect(Self.unwrapped(result.errors).contains(hint), "\(result.errors)")
    }

    @Test func `an export of nothing with status 1, but writes the header`() async throws {
        let result = try await QueryTool.run("export", "--kommun", "Göteborg")
        #expect(result.status == 1)
        #expect(result.output.hasPrefix("indicator_code,indicator,"))
        #expect(result.output.split(separator: "\r\n").count == 1)
        #expect(result.errors.contains("inget motsvarar urvalet"))
    }

    @Test func `a database that is not there with status 69`() async throws {
        let result = try await QueryTool.run(
            "groups", "--database", "postgresql:///nowhere?host=/nonexistent")
        #expect(result.status == 69, "\(result)")
        #expect(result.errors.contains("[database.unreachable]"))
    }

    @Test func `a database without a warehouse with status 78`() async throws {
        let empty = try await EphemeralCluster.shared().makeDatabase()
        var runner = try await QueryTool.runner()
        runner.environment = ["RIKTMARKE_DATABASE_URL": empty.conninfo]
        let result = try await runner.run(["groups"])
        #expect(result.status == 78, "\(result)")
        #expect(result.errors.contains("riktmarke-etl migrate"))
        try await empty.drop()
    }

    @Test(
        arguments: [
            (15, "schema.older-than-program"), (999, "schema.newer-than-program"),
        ], ["compare", "rank", "trend"])
    func `a warehouse of another version with status 78, whatever it lacks`(
        version: (newest: Int, code: String), command: String
    ) async throws {
        try await EphemeralCluster.shared().withDatabase(template: .query) { database in
            // What the question begins with goes to the server together with that for the version.
            try await database.psql(
                """
                DELETE FROM etl.schema_migration WHERE migration_no > \(version.newest);
                INSERT INTO etl.schema_migration (migration_no, name, sha256, duration_ms, program_version)
                VALUES (\(version.newest), '0999_future', sha256(''), 1, '9.9')
                ON CONFLICT DO NOTHING;
                SELECT dw.write_current('schema_version');
                ALTER TABLE mart.indicator RENAME TO indicator_of_old;
                ALTER TABLE mart.municipality RENAME TO municipality_of_old
                """)
            var runner = try CommandRunner("riktmarke")
            runner.environment = ["RIKTMARKE_DATABASE_URL": database.conninfo]
            let result = try await runner.run([command, "U33461", "--kommun", "Nacka"])
            #expect(result.status == 78, "\(result)")
            #expect(result.errors.contains(version.code), "\(result)")
        }
    }

    @Test func `to guess a database: without any, status 78 and how to make one`() async throws {
        let result = try await CommandRunner("riktmarke").run(["groups"])
        #expect(result.status == 78, "\(result)")
        #expect(result.errors.contains("riktmarke-etl run --all"))
    }

    @Test func `in JSON when the result would be JSON`() async throws {
        let result = try await QueryTool.run(
            "compare", "U33461", "-k", "Nakca", "--format", "json")
        #expect(result.status == 64)
        #expect(
            result.errors.hasPrefix(
                #"{"diagnostics":[{"severity":"error","code":"municipality.unknown""#))
        #expect(result.errors.hasSuffix("\"exit_status\":64}\n"))
    }

    @Test func `in English on request`() async throws {
        let result = try await QueryTool.run(
            "compare", "U33461", "-k", "Nakca", "--lang", "en")
        #expect(result.errors.contains("error: no municipality or region is called \"Nakca\""))
        #expect(result.errors.contains("hint: did you mean Nacka (0182)?"))
    }

    /// A message on one line: where it breaks is the renderer's business.
    private static func unwrapped(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
