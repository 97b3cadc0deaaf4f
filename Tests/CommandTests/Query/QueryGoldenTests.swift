import TestSupport
import Testing

/// What people and programs get, to the letter; the files lie under Tests/Goldens/query.
@Suite struct `The query tool prints` {
    @Test(
        arguments: [
            ("compare/reference-sv.txt", QueryTool.reference),
            ("compare/reference-en.txt", QueryTool.reference + ["--lang", "en"]),
            ("compare/reference.csv", QueryTool.reference + ["--format", "csv"]),
            (
                "compare/reference-excel-sv.csv",
                QueryTool.reference + ["--format", "csv", "--csv-dialect", "excel-sv"]
            ),
            ("compare/reference.json", QueryTool.reference + ["--format", "json"]),
            ("compare/reference.md", QueryTool.reference + ["--format", "markdown"]),
            ("compare/complement.txt", QueryTool.reference + ["--complement"]),
            (
                "compare/complement-en.json",
                QueryTool.reference + ["--complement", "--format", "json", "--lang", "en"]
            ),
            ("compare/as-of.txt", QueryTool.reference + ["--as-of", "2018-05-31"]),
            (
                "compare/default-group-and-period.txt", ["compare", "U33461", "--kommun", "0182"]
            ),
            (
                "compare/group-of-the-year.txt",
                ["compare", "U33461", "-k", "Nacka", "--group", "skr-a2", "-y", "2017"]
            ),
            (
                "compare/verdicts.txt",
                ["compare", "L0182-001", "-k", "Nacka", "--group", "skr-a2"]
            ),
            (
                "compare/verdicts-complement.txt",
                ["compare", "L0182-001", "-k", "Nacka", "--group", "skr-a2", "--complement"]
            ),
            (
                "compare/verdicts-excel-sv.csv",
                [
                    "compare", "L0182-001", "-k", "Nacka", "--group", "skr-a2", "--format", "csv",
                    "--csv-dialect", "excel-sv", "--quiet",
                ]
            ),
            (
                "compare/all-sources.txt",
                ["compare", "L0182-002", "-k", "Nacka", "--with", "Solna", "--all-sources"]
            ),
            (
                "compare/all-sources.json",
                [
                    "compare", "L0182-002", "-k", "Nacka", "--with", "Solna", "--all-sources",
                    "--format", "json",
                ]
            ),
            (
                "compare/money-and-the-nation.txt",
                ["compare", "N00003", "-k", "Nacka", "--with", "Danderyd,Stockholm,Riket,Täby"]
            ),
            (
                "compare/ties-by-words.txt",
                [
                    "compare", "sjukfrånvaro totalt", "-k", "Nacka", "--with", "Solna,Täby",
                    "--year", "2017",
                ]
            ),
            (
                "compare/tertial.txt",
                ["compare", "N00090", "-k", "Nacka", "--with", "Solna", "-p", "2018-T1"]
            ),
            (
                "compare/focus-without-value.txt",
                ["compare", "U33461", "-k", "Danderyd", "--with", "Nacka,Solna", "-y", "2016"]
            ),
            (
                "compare/preliminary.txt",
                ["compare", "U33461", "-k", "Nacka", "--with", "Solna", "-y", "2018"]
            ),
            (
                "compare/hostile-text.txt", ["compare", "X00001", "-k", "Nacka", "--with", "Solna"]
            ),
            (
                "compare/hostile-text-excel-sv.csv",
                [
                    "compare", "X00001", "-k", "Nacka", "--with", "Solna", "--format", "csv",
                    "--csv-dialect", "excel-sv", "--quiet",
                ]
            ),
            ("indicators/all.txt", ["indicators"]),
            ("indicators/all.csv", ["indicators", "--format", "csv"]),
            ("indicators/search.txt", ["indicators", "sjukfrånvaro"]),
            ("indicators/approximate.txt", ["indicators", "sjukfranvaro"]),
            ("indicators/approximate.json", ["indicators", "sjukfrånvro", "--format", "json"]),
            ("municipalities/all.txt", ["municipalities"]),
            ("municipalities/search.csv", ["municipalities", "gotl", "--format", "csv"]),
            ("municipalities/approximate.txt", ["municipalities", "taby", "--lang", "en"]),
            ("municipalities/search.json", ["municipalities", "0182", "--format", "json"]),
            ("groups/all.txt", ["groups"]),
            (
                "groups/all-excel-sv.csv",
                ["groups", "--format", "csv", "--csv-dialect", "excel-sv"]
            ),
            ("groups/members.txt", ["groups", "skr-a2"]),
            ("groups/members.json", ["groups", "Stockholms län", "--format", "json"]),
            ("explain/revised.txt", ["explain", "U33461", "-k", "Nacka", "-p", "2017"]),
            (
                "explain/revised-en.json",
                [
                    "explain", "U33461", "-k", "Nacka", "-p", "2017", "--format", "json", "--lang",
                    "en",
                ]
            ),
            ("explain/two-documents.txt", ["explain", "L0182-002", "-k", "Nacka", "-y", "2017"]),
            (
                "explain/women-verbose.txt",
                [
                    "explain", "U33461", "-k", "Nacka", "-p", "2017", "--gender", "K", "--verbose",
                    "--lang", "en",
                ]
            ),
            ("explain/counts.txt", ["explain", "L0182-001", "-k", "Danderyd", "-y", "2017"]),
            ("changes/last-run.txt", ["changes"]),
            ("changes/last-run.csv", ["changes", "--format", "csv"]),
            ("changes/nacka.txt", ["changes", "-k", "Nacka", "--since", "2018-05-31"]),
            ("changes/group.txt", ["changes", "-k", "Nacka", "--group", "skr-a2"]),
            (
                "changes/group-en.json",
                [
                    "changes", "-k", "Nacka", "--group", "skr-a2", "--format", "json", "--lang",
                    "en",
                ]
            ),
            ("changes/own-places.txt", ["changes", "--group", "county-01", "--lang", "en"]),
            (
                "changes/as-of-excel-sv.csv",
                [
                    "changes", "-k", "Nacka", "--since", "1", "--as-of", "2018-05-31", "--format",
                    "csv", "--csv-dialect", "excel-sv",
                ]
            ),
            (
                "compare/collecting.txt",
                ["compare", "U00001", "-k", "Nacka", "--with", "Solna,Täby", "-y", "2018"]
            ),
            (
                "compare/collecting.json",
                [
                    "compare", "U00001", "-k", "Nacka", "--with", "Solna,Täby", "-y", "2018",
                    "--format", "json",
                ]
            ),
            (
                "compare/preliminary-by-catalogue.txt",
                ["compare", "N00097", "-k", "Nacka", "--with", "Solna,Täby"]
            ),
            (
                "compare/preliminary-by-catalogue.csv",
                [
                    "compare", "N00097", "-k", "Nacka", "--with", "Solna,Täby", "--format", "csv",
                    "--quiet",
                ]
            ),
            ("explain/collecting.txt", ["explain", "U00001", "-k", "Nacka", "-y", "2018"]),
            ("groups/kolada.txt", ["groups", "--kind", "kolada"]),
            ("groups/search.txt", ["groups", "LIKNANDE", "nacka"]),
            ("groups/all.json", ["groups", "--format", "json"]),
            ("indicators/groups.txt", ["indicators", "--groups"]),
            ("indicators/groups.json", ["indicators", "--groups", "korthet", "--format", "json"]),
            ("indicators/group.txt", ["indicators", "--group", "kvalitet i korthet"]),
            ("export/nacka.csv", ["export", "--kommun", "Nacka"]),
            (
                "export/nacka-excel-sv.csv",
                ["export", "--kommun", "Nacka", "--csv-dialect", "excel-sv"]
            ),
            (
                "export/all-sources.jsonl",
                ["export", "--indicator", "L0182-002,X00001", "--all-sources", "--format", "jsonl"]
            ),
            ("export/targets.csv", ["export", "--targets"]),
            ("export/targets.jsonl", ["export", "--targets", "--format", "jsonl"]),
        ] as [(String, [String])])
    func `what its golden file says`(golden: String, arguments: [String]) async throws {
        try Golden.expect(
            try await QueryTool.output(arguments), toMatch: "query/" + golden)
    }

    @Test(arguments: [80, 120])
    func `a table that fits the terminal`(columns: UInt16) async throws {
        let result = try await QueryTool.runner().run(
            QueryTool.reference, inTerminal: Terminal.Size(columns: columns, rows: 50))
        #expect(result.status == 0)
        try Golden.expect(
            result.output.replacing("\r\n", with: "\n"),
            toMatch: "query/compare/terminal-\(columns).txt")
    }

    @Test func `a narrow terminal's table without cutting a number`() async throws {
        let result = try await QueryTool.runner().run(
            QueryTool.reference + ["--color", "never"],
            inTerminal: Terminal.Size(columns: 40, rows: 50))
        try Golden.expect(
            result.output.replacing("\r\n", with: "\n"), toMatch: "query/compare/terminal-40.txt")
    }
}
