import TestSupport
import Testing

/// Case data as their user would load, compare and purge them: the example of docs/how-to/cases.md.
@Suite struct ETLCaseTests {
    /// Lends a bench with the example in place and a key of its own.
    private static func with(
        _ body: @Sendable (ETLBench) async throws -> Void
    ) async throws {
        try await ETLBench.with { bench in
            try await Shell.run(
                """
                mkdir -p "$2/etl/local"
                cp -- "$1"/docs/how-to/cases/* "$2/etl/local"
                (umask 077 && openssl rand -hex 32 > "$2/key")
                """, ETLBench.repository, bench.folder)
            var keyed = bench
            keyed.tool.environment["RIKTMARKE_CASE_KEY_FILE"] = "\(bench.folder)/key"
            try await body(keyed)
        }
    }

    private static func query(
        _ bench: ETLBench, _ arguments: String...
    ) async throws -> CommandResult {
        var tool = try CommandRunner("riktmarke")
        tool.environment = bench.tool.environment
        return try await tool.run(arguments)
    }

    @Test func `the example loads, stands beside the published figure, and is purged`() async throws
    {
        try await Self.with { bench in
            let loaded = try await bench.run("run", "arenden")
            #expect(loaded.status == 0, "\(loaded)")
            #expect(loaded.errors.contains("cases.delivery") == false)
            // 15 of 22 girls and 14 of 20 boys: 29 of 42.
            let told = try await bench.database.psql(
                """
                SELECT indicator_code, period, gender, round(value, 1), numerator, denominator
                FROM mart.outcome_all_sources WHERE source = 'arenden' ORDER BY 3 DESC, 1
                """)
            #expect(
                told
                    == "U33461|2017|T|69.0|29|42\nU33461|2017|M|70.0|14|20\nU33461|2017|K|68.2|15|22"
            )
            let compared = try await Self.query(
                bench, "compare", "U33461", "-k", "Nacka", "--with", "Danderyd,Solna", "-y", "2017")
            #expect(compared.status == 0, "\(compared)")
            // The published figure speaks: 86, not 69.
            #expect(compared.output.contains("Sources differ for Nacka: 86"), "\(compared)")
            #expect(compared.output.contains("69"), "\(compared)")
            let receipt = try await Self.query(
                bench, "explain", "U33461", "-k", "Nacka", "-p", "2017")
            #expect(receipt.output.contains("arenden.csv"), "\(receipt)")
            #expect(receipt.output.contains("bearbetning"), "\(receipt)")

            let again = try await bench.run("run", "arenden")
            #expect(again.status == 0 && again.output.contains("nothing to do"), "\(again)")
            // 42 persons, 13 of them twice, and four others.
            let early = try await bench.run(
                "purge", "--closed-before", "2016-04-01", "--format", "json")
            #expect(early.status == 0, "\(early)")
            let all = try await bench.run(
                "purge", "--all", "--source", "arenden", "--format", "csv")
            #expect(all.status == 0, "\(all)")
            let left = try await bench.database.psql(
                """
                SELECT (SELECT count(*) FROM case_data.fact_case),
                    (SELECT count(*) FROM case_data.access_log WHERE action = 'purge')
                """)
            #expect(left == "0|2")
        }
    }

    @Test func `persons are purged by the ids of the case system, from standard input`()
        async throws
    {
        try await Self.with { bench in
            _ = try await bench.run("run", "arenden")
            let purged = try await bench.run(
                "purge", "--persons-from", "-", "--source", "arenden", "--format", "csv",
                input: "P-001\n\nP-010\nP-777\n")
            #expect(purged.status == 0, "\(purged)")
            // P-001 came back, so has two cases; P-010 did not; P-777 is nobody.
            #expect(purged.output.contains("3,0"), "\(purged)")
            let number = try await bench.run(
                "purge", "--persons-from", "-", "--source", "arenden", input: "811218-9876\n")
            #expect(number.status == 65, "\(number)")
            #expect(!number.errors.contains("9876"))
            // Another key makes other pseudonyms: nobody would be found, and nobody would know.
            try await Shell.run(
                "(umask 077 && openssl rand -hex 32 > \"$1/other\")", bench.folder)
            let other = try await bench.run(
                "purge", "--persons-from", "-", "--source", "arenden", "--case-key-file",
                "\(bench.folder)/other", input: "P-002\n")
            #expect(other.status == 78 && other.errors.contains("cases.other-key"), "\(other)")
            let unknown = try await bench.run("purge", "--all", "--source", "aerenden")
            #expect(
                unknown.status == 64 && unknown.errors.contains("cases.no-source"), "\(unknown)")
            let told = try await bench.run("purge", "--all", "--purpose", "för 811218-9876")
            #expect(told.status == 64, "\(told)")
            let log = try await bench.database.psql(
                "SELECT string_agg(row_count::text, ',') FROM case_data.access_log WHERE action = 'purge'"
            )
            #expect(log == "3")
        }
    }

    @Test func `a personal number stops the load, and neither log nor message repeats it`()
        async throws
    {
        try await Self.with { bench in
            try await Shell.run(
                "printf 'P-1;U-1;Utredning;2016-01-01;;;K;nej;nej;811218-9876\\n' >> \"$1/etl/local/arenden.csv\"",
                bench.folder)
            for arguments in [
                ["run", "arenden"], ["run", "arenden", "--log", "json", "--verbose"],
                ["plan", "arenden"], ["run", "arenden", "--format", "json"],
                ["source", "check", "arenden"],
            ] {
                let result = try await bench.tool.run(arguments)
                #expect(result.status == (arguments[0] == "source" ? 1 : 65), "\(result)")
                #expect(result.errors.contains("cases.personal-number"), "\(result)")
                #expect(!(result.output + result.errors).contains("9876"), "\(result)")
            }
        }
    }

    @Test func `a key that is not there, or open to others, is refused`() async throws {
        try await Self.with { bench in
            try await Shell.run("chmod 644 \"$1/key\"", bench.folder)
            let open = try await bench.run("run", "arenden")
            #expect(open.status == 77 && open.errors.contains("cases.open-key-file"), "\(open)")
            var keyless = bench
            keyless.tool.environment["RIKTMARKE_CASE_KEY_FILE"] = .some(nil)
            let none = try await keyless.run("run", "arenden")
            #expect(none.status == 78 && none.errors.contains("cases.no-key"), "\(none)")
            try await Shell.run("chmod 600 \"$1/key\"", bench.folder)
            let named = try await keyless.run(
                "run", "arenden", "--case-key-file", "\(bench.folder)/key")
            #expect(named.status == 0, "\(named)")
        }
    }

    @Test(arguments: [
        ["purge"], ["purge", "--all", "--closed-before", "2016-01-01"],
        ["purge", "--closed-before", "2016-13-01"], ["purge", "--all", "--purpose", " "],
        ["purge", "--persons-from", "-"],
    ])
    func `a purge that does not say which is misuse`(arguments: [String]) async throws {
        try await Self.with { bench in
            let result = try await bench.tool.run(arguments)
            #expect(result.status == 64, "\(result)")
        }
    }
}
