import SystemPackage
import TestSupport
import Testing

/// What `rank`, `trend`, `profile`, `targets` and `differences` print, to the letter.
@Suite struct `The commands on standing print` {
    @Test(
        arguments: [
            ("rank/everybody.txt", ["rank", "U33461", "-k", "Nacka"]),
            ("rank/without-focus-en.txt", ["rank", "U33461", "--lang", "en"]),
            ("rank/intervals.txt", ["rank", "L0182-001", "-k", "Nacka", "--group", "skr-a2"]),
            ("rank/intervals.csv", ["rank", "L0182-001", "--year", "2017", "--format", "csv"]),
            (
                "rank/intervals-excel-sv.csv",
                [
                    "rank", "L0182-001", "--year", "2017", "--format", "csv", "--csv-dialect",
                    "excel-sv",
                ]
            ),
            (
                "rank/ties.json",
                ["rank", "N00090", "-k", "Nacka", "--year", "2017", "--format", "json"]
            ),
            ("rank/no-direction.md", ["rank", "N00003", "-y", "2017", "--format", "markdown"]),
            ("rank/complement.txt", ["rank", "U33461", "-k", "Nacka", "--complement"]),
            (
                "rank/as-of.txt",
                ["rank", "U33461", "-k", "Nacka", "--year", "2017", "--as-of", "2018-05-31"]
            ),
            ("trend/everybody.txt", ["trend", "U33461", "-k", "Nacka"]),
            ("trend/everybody.json", ["trend", "U33461", "-k", "Nacka", "--format", "json"]),
            (
                "trend/group-en.txt",
                ["trend", "U33461", "-k", "Nacka", "--group", "skr-a2", "--lang", "en"]
            ),
            ("trend/tertial.txt", ["trend", "N00090", "-k", "Nacka", "--to", "2018-T1"]),
            ("trend/everybody.csv", ["trend", "U33461", "-k", "Solna", "--format", "csv"]),
            ("profile/everybody.txt", ["profile", "-k", "Nacka"]),
            ("profile/everybody-en.txt", ["profile", "-k", "Nacka", "--lang", "en"]),
            ("profile/everybody.json", ["profile", "-k", "Nacka", "--format", "json"]),
            ("profile/everybody.csv", ["profile", "-k", "Nacka", "--format", "csv"]),
            ("profile/group.txt", ["profile", "-k", "Nacka", "--group", "skr-a2"]),
            ("profile/area.txt", ["profile", "-k", "Nacka", "--area", "familjeomsorg"]),
            (
                "profile/as-of.txt",
                ["profile", "-k", "Nacka", "-i", "U33461,N00090", "--as-of", "2018-05-31"]
            ),
            ("profile/year.txt", ["profile", "-k", "Nacka", "--year", "2017"]),
            ("rank/collecting.txt", ["rank", "U00001", "-k", "Nacka", "--year", "2018"]),
            ("rank/base.txt", ["rank", "U33461", "-k", "Nacka", "--base", "Nacka=240,Solna=95"]),
            ("trend/collecting.txt", ["trend", "U00001", "-k", "Nacka"]),
            ("targets/nacka.txt", ["targets", "-k", "Nacka"]),
            ("targets/nacka.json", ["targets", "-k", "Nacka", "--format", "json"]),
            ("targets/nacka.csv", ["targets", "-k", "Nacka", "--format", "csv"]),
            ("differences/nacka.txt", ["differences", "-k", "Nacka"]),
            ("differences/nacka.json", ["differences", "-k", "Nacka", "--format", "json"]),
        ] as [(String, [String])])
    func `what its golden file says`(golden: String, arguments: [String]) async throws {
        // Remarks on what was chosen go to standard error beside CSV.
        let quiet = arguments.contains("csv") ? ["--quiet"] : []
        try Golden.expect(
            try await QueryTool.output(arguments + quiet), toMatch: "query/" + golden)
    }

    @Test(arguments: [
        ["rank", "U33461"], ["trend", "U33461", "-k", "Nacka"], ["profile", "-k", "Nacka"],
        ["targets", "-k", "Nacka"], ["differences", "-k", "Nacka"],
    ])
    func `a page with a row for every row of their CSV`(arguments: [String]) async throws {
        let page = try await QueryTool.output(arguments + ["--format", "html"])
        let rows = try await QueryTool.output(arguments + ["--format", "csv", "--quiet"])
        let body = try #require(page.firstRange(of: "<tbody>"))
        let table = page[body.upperBound...].prefix(
            upTo: try #require(page.firstRange(of: "</tbody>")).lowerBound)
        #expect(table.matches(of: /<tr/).count == rows.split(separator: "\r\n").count - 1)
    }

    /// `COLUMNS` is kept to without leaving a word out; a word is never broken.
    @Test func `all their words within the columns that are asked for`() async throws {
        var runner = try await QueryTool.runner()
        let wide = try await runner.run(["profile", "-k", "Nacka"]).output
        runner.environment["COLUMNS"] = "120"
        let narrow = try await runner.run(["profile", "-k", "Nacka"]).output
        #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 120 })
        func words(_ text: String) -> [Substring] {
            text.split { $0.isWhitespace || $0 == "─" }.sorted()
        }
        #expect(words(narrow) == words(wide))
        #expect(wide.split(separator: "\n").contains { $0.count > 150 })
    }

    @Test(arguments: [
        ["profile", "-k", "Solna", "--area", "finns inte"], ["targets", "-k", "Solna"],
        ["differences", "-k", "Solna"], ["trend", "L0182-002", "-k", "Danderyd"],
    ])
    func `nothing but an explanation, with status 1, where there is no value`(
        arguments: [String]
    ) async throws {
        let result = try await QueryTool.runner().run(arguments)
        #expect(result.status == 1)
        #expect(result.output.isEmpty)
        #expect(!result.errors.isEmpty)
    }

    @Test func `a list of indicators from a file with and without a header`() async throws {
        let folder = try TemporaryFolder("lists")
        for (name, text) in [
            ("table.csv", "note,indicator_code\nx,U33461\ny,N00090\n"),
            ("plain.txt", "U33461\nN00090\n"),
        ] {
            let path = folder.path.appending(name).string
            try await Shell.run("printf '%s' \"$1\" > \"$2\"", text, path)
            let output = try await QueryTool.output(
                ["profile", "-k", "Nacka", "--list", path, "--format", "csv", "--quiet"])
            #expect(output.split(separator: "\r\n").count == 3)
        }
    }
}
