import SystemPackage
import TestSupport
import Testing

@Suite struct `The query tool` {
    @Test(
        arguments: [
            ("jämför", "compare"), ("ja\u{308}mfo\u{308}r", "compare"), ("jamfor", "compare"),
            ("nyckeltal", "indicators"), ("sök", "indicators"), ("sok", "indicators"),
            ("kommuner", "municipalities"), ("grupper", "groups"), ("kvitto", "explain"),
            ("exportera", "export"), ("ändringar", "changes"), ("andringar", "changes"),
        ])
    func `speaks Swedish in its commands`(alias: String, command: String) async throws {
        let aliased = try await QueryTool.run(alias, "--help")
        #expect(aliased.status == 0)
        #expect(aliased.output == (try await QueryTool.run(command, "--help")).output)
    }

    @Test func `takes codes and names for the same`() async throws {
        let byCode = [
            "compare", "u33461", "--municipality", "0182", "--with", "0162, 0184", "--with",
            "täby kommun,VÄRMDÖ", "--period", "2017",
        ]
        #expect(try await QueryTool.output(byCode) == QueryTool.output(QueryTool.reference))
    }

    @Test func `takes the defaults of the settings file`() async throws {
        let folder = try TemporaryFolder("settings")
        let file = folder.path(of: "settings")
        let text =
            "municipality = nacka\ngroup = nacka-ateraktualisering\nlanguage = en\n"
            + "csv_dialect = excel-sv\n"
        try file.write(text.utf8)
        var runner = try await QueryTool.runner()
        runner.environment["RIKTMARKE_SETTINGS"] = file.string
        let table = try await runner.run(["compare", "U33461"])
        #expect(table.output.contains("2017 · total · Nacka compared with Nackas jämförelse"))
        #expect(table.output.contains("rank 3 of 5"))
        let csv = try await runner.run(["compare", "U33461", "--format", "csv"])
        #expect(csv.output.hasPrefix("\u{FEFF}Nyckeltalskod;"))
        #expect(csv.errors.contains("2017 is the latest period"))
        try await folder.remove()
    }

    @Test func `limits changes to a watch list, and tells its faults with their lines`()
        async throws
    {
        let folder = try TemporaryFolder("watch")
        let file = folder.path(of: "watched.txt")
        func run(_ text: String) async throws -> CommandResult {
            try file.write(text.utf8)
            return try await QueryTool.run(
                "changes", "--watch", file.string, "--format", "csv", "--lang", "en")
        }
        let one = try await run("# barn\nu33461 # ej återaktualiserade\n")
        #expect(one.status == 0)
        #expect(one.output.split(separator: "\r\n").count == 2)
        #expect(one.output.contains("revised,U33461,"))
        let none = try await run("N00003\n")
        #expect(none.status == 1)
        #expect(none.errors == "")
        let unknown = try await run("U33461\nU33462\n")
        #expect(unknown.status == 78)
        #expect(unknown.errors.contains("watched.txt:2"))
        #expect(unknown.errors.contains("[watch.unknown-indicator]"))
        try await folder.remove()
        let missing = try await QueryTool.run("changes", "--watch", file.string)
        #expect(missing.status == 66)
        #expect(missing.errors.contains("[watch.unreadable-file]"))
    }

    @Test func `says on standard error what it chose when the result is CSV`() async throws {
        let result = try await QueryTool.run(
            "compare", "sjukfrånvaro totalt", "-k", "Nacka", "--with", "Solna", "--format", "csv")
        #expect(result.status == 0)
        #expect(result.errors.contains("tolkades som N00090"))
        #expect(result.errors.contains("2018-T1 är den senaste"))
        let quiet = try await QueryTool.run(
            "compare", "sjukfrånvaro totalt", "-k", "Nacka", "--with", "Solna", "--format", "csv",
            "--quiet")
        #expect(quiet.errors == "")
    }

    @Test(
        arguments: [
            QueryTool.reference, QueryTool.reference + ["--format", "json"], ["export"],
            ["indicators"], ["explain", "U33461", "-k", "Nacka", "-p", "2017"], ["--help"],
        ])
    func `ends quietly when its reader has gone`(arguments: [String]) async throws {
        for count in [0, 1] {
            let result = try await QueryTool.runner().run(arguments, closingOutputAfter: count)
            #expect(result.status == 0, "\(result)")
            #expect(result.errors == "", "\(result)")
        }
    }

    @Test func `uses colour on a terminal, and none where NO_COLOR is set`() async throws {
        let size = Terminal.Size(columns: 100, rows: 40)
        var runner = try await QueryTool.runner()
        runner.environment["TERM"] = "xterm-256color"
        #expect(
            try await runner.run(QueryTool.reference, inTerminal: size).output.contains("\u{1B}[1m")
        )
        runner.environment["NO_COLOR"] = "1"
        #expect(
            try await !runner.run(QueryTool.reference, inTerminal: size).output.contains("\u{1B}"))
        #expect(try await !QueryTool.output(QueryTool.reference).contains("\u{1B}"))
        #expect(
            try await QueryTool.output(QueryTool.reference + ["--color", "always"]).contains(
                "\u{1B}[1m"))
    }

    @Test func `lets no text from data move the terminal`() async throws {
        for arguments in [
            ["compare", "X00001", "-k", "Nacka", "--with", "Solna"], ["indicators", "X00001"],
            ["explain", "X00001", "-k", "Nacka", "-y", "2017"],
            ["compare", "X00001", "-k", "Nacka", "--with", "Solna", "--format", "json"],
            ["compare", "X00001", "-k", "Nacka", "--with", "Solna", "--format", "markdown"],
            ["indicators", "X00001", "--format", "json"],
            ["explain", "X00001", "-k", "Nacka", "-y", "2017", "--format", "json"],
        ] {
            let output = try await QueryTool.output(arguments)
            #expect(!output.contains("\u{1B}"), "\(arguments)")
            #expect(!output.unicodeScalars.contains("\u{202E}"), "\(arguments)")
        }
        let error = try await QueryTool.run("compare", "U33461", "-k", "\u{1B}[2JNacka")
        #expect(!error.errors.contains("\u{1B}"))
    }

    @Test func `writes a file whole, or leaves what was there`() async throws {
        let folder = try TemporaryFolder("output")
        let file = folder.path(of: "nacka.csv").string
        let first = try await QueryTool.run("export", "--kommun", "Nacka", "--output", file)
        #expect(first.status == 0)
        #expect(first.output == "")
        let golden = try await QueryTool.output(["export", "--kommun", "Nacka"])
        #expect(try await Shell.run("cat -- \"$1\"", file) == golden)
        let failed = try await QueryTool.run("export", "--kommun", "Nakca", "--output", file)
        #expect(failed.status == 64)
        #expect(try await Shell.run("cat -- \"$1\"", file) == golden)
        #expect(try await Shell.run("ls -A -- \"$1\"", folder.path) == "nacka.csv")
        let impossible = try await QueryTool.run(
            "export", "--output", folder.path(of: "no/such.csv").string)
        #expect(impossible.status == 73, "\(impossible)")
        try await folder.remove()
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func `writes a completion script`(shell: String) async throws {
        let script = try await QueryTool.run("--generate-completion-script", shell)
        #expect(script.status == 0, "\(script)")
        #expect(script.output.contains("compare"))
        #expect(script.output.contains("complement"))
    }

    @Test func `tells its version, with a command as well`() async throws {
        let version = try await QueryTool.output(["--version"])
        #expect(version == (try await QueryTool.output(["compare", "--version"])))
        #expect(version.split(separator: ".").count == 3)
    }
}
