import SystemPackage
import TestSupport
import Testing

/// `compare` as files that people keep, and its charts.
@Suite struct QueryDocumentTests {
    /// Runs the tool and returns what it wrote to a file of that name.
    private func file(_ name: String, _ arguments: [String]) async throws -> String {
        let folder = try TemporaryFolder("documents")
        let path = folder.path.appending(name)
        let result = try await QueryTool.runner().run(arguments + [path.string])
        #expect(result.status == 0, "\(result)")
        // As text for what is text; for the others the first bytes say what they are.
        let text = try await Shell.run("head -c 400000 \"$1\" | tr -d '\\000'", path)
        try await folder.remove()
        return text
    }

    @Test func `HTML has the table, the charts, and the receipt of every figure`() async throws {
        let html = try await QueryTool.output(QueryTool.reference + ["--format", "html"])
        #expect(html.hasPrefix("<!DOCTYPE html>\n<html lang=\"sv\">"))
        #expect(html.contains("<th scope=\"row\">Danderyd</th>"))
        #expect(html.contains("<svg role=\"img\""))
        #expect(html.contains("<h2>Källor och metod</h2>"))
        #expect(html.contains("<caption>Varje siffras kvitto</caption>"))
        // A receipt for each of the five.
        let receipts = html.split(separator: "Varje siffras kvitto</caption>").last ?? ""
        #expect(receipts.matches(of: /U33461<\/th>/).count == 5)
    }

    @Test func `XLSX goes to a file, the same bytes each time`() async throws {
        let arguments = QueryTool.reference + ["--format", "xlsx", "--output"]
        let first = try await file("a.xlsx", arguments)
        #expect(first.hasPrefix("PK"))
        #expect(try await file("b.xlsx", arguments) == first)
    }

    @Test func `a chart goes to a file of its own, beside the table`() async throws {
        let svg = try await file("a.svg", QueryTool.reference + ["--chart"])
        #expect(svg.hasPrefix("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<svg role=\"img\""))
        #expect(svg.contains("Nacka"))
        #expect(try await file("a.PNG", QueryTool.reference + ["--chart"]).contains("PNG"))
    }

    @Test func `a ranking and a series are drawn to a file, too`() async throws {
        let ranking = try await file("a.svg", ["rank", "U33461", "-k", "Nacka", "--chart"])
        #expect(ranking.contains("<svg role=\"img\""))
        #expect(ranking.contains("Danderyd"))
        let series = try await file("a.png", ["trend", "U33461", "-k", "Nacka", "--chart"])
        #expect(series.contains("PNG"))
        // One value is no series.
        let result = try await QueryTool.runner().run(
            ["trend", "U33461", "-k", "Nacka", "--from", "2017", "--to", "2017"]
                + ["--chart", "/nowhere/x.svg"])
        #expect(result.status == 1)
        #expect(result.errors.contains("[chart.nothing-to-show]"))
    }

    @Test func `a chart of another kind of file is refused`() async throws {
        let result = try await QueryTool.runner().run(QueryTool.reference + ["--chart", "a.gif"])
        #expect(result.status == 64)
        #expect(result.errors.contains("[chart.unknown-format]"))
    }

    @Test func `without gnuplot it says what to install, and tables still come`() async throws {
        var runner = try await QueryTool.runner()
        runner.environment["PATH"] = "/nowhere"
        let result = try await runner.run(QueryTool.reference + ["--format", "html"])
        #expect(result.status == 69)
        #expect(result.output.isEmpty)
        #expect(result.errors.contains("apt-get install gnuplot-nox"))
        #expect(try await runner.run(QueryTool.reference).status == 0)
    }

    @Test func `a fact sheet has peers, receipt and sentence on one page`() async throws {
        let page = try await QueryTool.output([
            "faktablad", "U33461", "-k", "Nacka", "--with", "Danderyd,Solna,Täby,Värmdö",
            "--year", "2017",
        ])
        #expect(page.contains("Nacka: 86 procent"))
        #expect(page.contains("\nKvitto\n"))
        #expect(page.contains("Danderyd"))
    }
}
