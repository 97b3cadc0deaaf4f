import SystemPackage
import TestSupport
import Testing

@Suite struct `The tables of stats` {
    @Test func `bad rows are told with their lines, and nothing is written`() async throws {
        let table = "x,n\n1,4\n5,4\n-1,3\nabc,3\n3,0\n1,2,3\n1e999,4\n0x1,4\n\"1\"2,4\n"
        let result = try await StatsTool.run(["proportion", "--lang", "en"], table)
        #expect(result.status == 65)
        #expect(result.output == "")
        for line in 3...10 { #expect(result.errors.contains("stdin:\(line): error"), "\(result)") }
        #expect(!result.errors.contains("stdin:2"))
        for code in ["out-of-range", "not-a-number", "row-length", "broken-row"] {
            #expect(result.errors.contains("[stats.\(code)]"), "\(code)")
        }
    }

    @Test func `a cell cannot move the terminal, and a program gets it as it is`() async throws {
        let table = "id,x,n\n\u{1B}[2Jnone,1,4\n"
        let folder = try TemporaryFolder("stats-terminal")
        let path = folder.path(of: "table.csv")
        try path.write(table.utf8)
        let arguments = ["stats", "proportion", "--input", path.string]
        let tool = try CommandRunner("riktmarke")
        let seen = try await tool.run(arguments, inTerminal: .init(columns: 80))
        #expect(seen.status == 0)
        #expect(seen.output.contains("\\x1B[2Jnone,1,4,0.25,"), "\(seen)")
        #expect(!seen.output.contains("\u{1B}"))
        let piped = try await tool.run(arguments)
        #expect(piped.output.contains("\u{1B}[2Jnone,1,4,0.25,"))
        try await folder.remove()
    }

    @Test func `only the first twenty are told one by one`() async throws {
        let table = "value\n" + String(repeating: "x\n", count: 33)
        let result = try await StatsTool.run(["rank"], table)
        #expect(result.status == 65)
        #expect(result.errors.split(separator: "\n").count { $0.hasPrefix("stdin:") } == 20)
        #expect(result.errors.contains("och 13 rader till har fel"))
    }

    @Test(arguments: [
        (["proportion"], "x,m\n1,2\n", "stats.missing-column", 65),
        (["proportion"], "", "stats.empty", 65),
        (["proportion"], "\n\n", "stats.empty", 65),
        (["proportion"], "x,n,x\n1,2,3\n", "stats.duplicate-column", 65),
        (["proportion"], "x,n,lower\n1,2,3\n", "stats.column-exists", 65),
        (["trend"], "year,x,n\n2019.5,1,2\n", "stats.not-a-year", 65),
        (["distance"], "id,v\na,1\na,2\n", "stats.duplicate-id", 65),
        (["rank", "--input", "/nonexistent/a.csv"], "", "stats.unreadable", 66),
        (["rank", "--input", "/"], "", "stats.unreadable", 66),
        (["proportion", "--confidence", "95"], "x,n\n", "stats.option", 64),
        (["proportion", "--multiplier", "0"], "x,n\n", "stats.option", 64),
        (["quantile", "--groups", "0"], "value\n1\n", "stats.option", 64),
        (["distance", "--top", "0"], "id,v\na,1\n", "stats.option", 64),
        (["distance", "--weights", "1,2"], "id,v\na,1\n", "stats.option", 64),
        (["distance", "--weights=-1"], "id,v\na,1\n", "stats.option", 64),
        (["trend", "--break", "x"], "year,x,n\n", "stats.option", 64),
    ])
    func `what cannot be computed has a code and a status`(
        arguments: [String], table: String, code: String, status: Int32
    ) async throws {
        let result = try await StatsTool.run(arguments, table)
        #expect(result.status == status, "\(result)")
        #expect(result.errors.contains("[\(code)]"), "\(result)")
        #expect(result.output == "")
    }

    @Test func `no rows give no rows`() async throws {
        for method in ["proportion", "rate", "funnel"] {
            #expect(try await StatsTool.rows([method], "x,n\n").isEmpty, "\(method)")
        }
        #expect(try await StatsTool.rows(["distance"], "id,v\n").isEmpty)
        #expect(try await StatsTool.rows(["mean"], "group,value\n").isEmpty)
        let trend = try await StatsTool.rows(["trend"], "year,x,n\n")
        #expect(trend[0]["reason"] == "too_few_points")
        #expect(trend[0]["chi_squared"] == "")
    }

    @Test(arguments: ["x;n\r\n2,5;10\r\n", "\u{FEFF}x\tn\n2.5\t10\n", "sep=;\nx;n\n\"2,5\";10\n"])
    func `reads what spreadsheets write`(table: String) async throws {
        let rows = try await StatsTool.run(["proportion"], table)
        #expect(rows.status == 0, "\(rows)")
        #expect(rows.output.split(separator: "\r\n")[1].contains(",0.25,"), "\(rows)")
    }

    @Test func `reads a file and a pipe alike, and writes a file whole`() async throws {
        let folder = try TemporaryFolder("stats")
        let source = folder.path(of: "in.csv")
        let target = folder.path(of: "out.csv")
        // Å in Windows-1252, as a Swedish spreadsheet may save it.
        try source.write(Array("id;x;n\n".utf8) + [0xC5] + Array(";1;4\n".utf8))
        let runner = try CommandRunner("riktmarke")
        let file = try await runner.run(
            ["stats", "proportion", "-i", source.string, "-o", target.string])
        #expect(file.status == 0, "\(file)")
        let written = try await Shell.run("cat -- \"$1\"", target)
        #expect(written.hasPrefix("id,x,n,value,lower,upper\r\nÅ,1,4,0.25,"))
        let pipe = try await runner.run(
            ["stats", "proportion", "-i", "/dev/stdin"], input: Array("id,x,n\nÅ,1,4\n".utf8))
        #expect(pipe.output == written, "\(pipe)")
        let bad = try await runner.run(
            ["stats", "proportion", "-o", target.string], input: Array("x,n\n9,4\n".utf8))
        #expect(bad.status == 65)
        #expect(try await Shell.run("cat -- \"$1\"", target) == written)
        try await folder.remove()
    }

    @Test func `writes for a Swedish spreadsheet, negative numbers as numbers`() async throws {
        let result = try await StatsTool.run(
            ["difference", "--csv-dialect", "excel-sv"],
            "namn,x1,n1,x2,n2\n=1+1,48,80,56,70\n-2,48,80,56,70\n")
        let lines = result.output.split(separator: "\r\n")
        #expect(lines[0] == "\u{FEFF}namn;x1;n1;x2;n2;difference;lower;upper")
        #expect(lines[1].hasPrefix("\"'=1+1\";48;80;56;70;-0,2"))
        #expect(lines[2].hasPrefix("-2;48;"))
    }

    @Test func `a long table is streamed, and its reader may go away`() async throws {
        var table = "x,n\n"
        for row in 0..<60_000 { table += "\(row % 90),90\n" }
        let all = try await StatsTool.run(["proportion"], table)
        #expect(all.output.split(separator: "\r\n").count == 60_001)
        let folder = try TemporaryFolder("stats-long")
        let source = folder.path(of: "in.csv")
        try source.write(table.utf8)
        for count in [0, 1] {
            let gone = try await CommandRunner("riktmarke").run(
                ["stats", "proportion", "-i", source.string], closingOutputAfter: count)
            #expect(gone.status == 0, "\(gone)")
            #expect(gone.errors == "", "\(gone)")
        }
        try await folder.remove()
    }

    @Test func `no database is asked for`() async throws {
        var runner = try CommandRunner("riktmarke")
        runner.environment = ["RIKTMARKE_DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"]
        let result = try await runner.run(["stats", "rank"], input: Array("value\n1\n".utf8))
        #expect(result.output == "value,rank,of\r\n1,1,1\r\n")
        #expect(result.errors == "")
    }

    @Test func `stats is listed among what is advanced`() async throws {
        let help = try await CommandRunner("riktmarke").run(["--help", "--lang", "en"])
        let parts = help.output.split(separator: "ADVANCED SUBCOMMANDS:")
        #expect(parts.count == 2)
        #expect(parts[1].contains("stats"))
    }
}
