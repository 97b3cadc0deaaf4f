import SystemPackage
import TestSupport
import Testing

/// Reports of several comparisons.
@Suite struct ETLPublishTests {
    @Test func `writes pages, workbook, Markdown and charts, and nothing else`() async throws {
        try await ETLBench.with { bench in
            let result = try await bench.run(
                "publish", "etl/publications/nacka-2017.yml", "--to", "report")
            #expect(result.status == 0, "\(result)")
            #expect(result.errors == "2 comparisons, 7 files in report\n")
            let names = try await Shell.run("ls -A \"$1\"", bench.folder.appending("report"))
            #expect(
                names.split(separator: "\n").map(String.init) == [
                    "index.html", "report.md", "report.xlsx", "u33461-complement.html",
                    "u33461-complement.png", "u33461.html", "u33461.png",
                ])
            let index = try await Shell.run(
                "cat \"$1\"", bench.folder.appending("report/index.html"))
            for name in names.split(separator: "\n") where name.hasSuffix(".html") {
                #expect(name == "index.html" || index.contains("href=\"\(name)\""))
            }
        }
    }

    @Test func `the same figures give the same files`() async throws {
        try await ETLBench.with { bench in
            for folder in ["one", "two"] {
                _ = try await bench.run(
                    "publish", "etl/publications/nacka-2017.yml", "--to", folder)
            }
            let differences = try await Shell.run(
                "diff -r \"$1/one\" \"$1/two\" && echo same", bench.folder)
            #expect(differences.hasPrefix("same"))
        }
    }

    @Test func `what is wrong is told with its place, and nothing is written`() async throws {
        try await ETLBench.with { bench in
            try bench.write(
                """
                title: x
                municipality: Nacka
                with: [Danderyd, Sollna]
                comparisons:
                  - indicator: U33461
                  - indicator: U99999
                    with: Solna
                """, to: "wrong.yml")
            let result = try await bench.run("publish", "wrong.yml", "--to", "report")
            #expect(result.status == 78)
            #expect(result.errors.contains("wrong.yml:3:"))
            #expect(result.errors.contains("wrong.yml:6:16"))
            #expect(result.errors.contains("[municipality.unknown]"))
            #expect(result.errors.contains("[indicator.unknown]"))
            let there = try await Shell.run(
                "test -e \"$1/report\" && echo yes || echo no", bench.folder)
            #expect(there.hasPrefix("no"))
        }
    }

    @Test func `a folder that cannot be made is told`() async throws {
        try await ETLBench.with { bench in
            let result = try await bench.run(
                "publish", "etl/publications/nacka-2017.yml", "--to", "no/such/place")
            #expect(result.status == 73)
            #expect(result.errors.contains("[publish.no-folder]"))
        }
    }
}
