import SystemPackage
import TestSupport
import Testing

/// `run`, `plan`, `status`, `rejects` and `source`, from the outside.
@Suite struct ETLRunTests {
    @Test func `the same seeds again: nothing to do, status 0`() async throws {
        try await ETLBench.with { bench in
            let result = try await bench.run("run", "--all")
            #expect(result.status == 0)
            #expect(result.errors == "")
            #expect(result.output.contains("nothing to do"))
            let swedish = try await bench.run("run", "--all", "--lang", "sv")
            #expect(swedish.output.contains("inget att göra"))
        }
    }

    @Test func `the same files by another path, or moved, are the same input`() async throws {
        try await ETLBench.with { bench in
            try bench.writeSource(["U33461;Nacka;2017;86"])
            let first = try await bench.run("run", "own")
            #expect(first.output.contains("loaded"), "\(first)")
            let folder = bench.folder.string
            let absolute = try await bench.run(
                "run", "own", "--etl", folder + "/etl", "--seeds", folder + "/seeds")
            #expect(absolute.output.contains("nothing to do"), "\(absolute)")
            try await Shell.run("mv \"$1/etl\" \"$1/moved\"", bench.folder)
            let moved = try await bench.run("run", "own", "--etl", "moved")
            #expect(moved.output.contains("nothing to do"), "\(moved)")
        }
    }

    @Test func `a changed value is one change in the report, and in its JSON`() async throws {
        try await ETLBench.with { bench in
            try bench.writeSource(["U33461;Nacka;2017;86", "U33461;Täby;2017;88"])
            let first = try await bench.report("run", "own")
            #expect(
                first.hasPrefix(
                    "{\"schema_version\":1,\"run\":2,\"dry_run\":false,\"exit_status\":0,"))
            #expect(first.contains("\"source\":\"own\",\"state\":\"loaded\""), "\(first)")
            #expect(first.contains("\"read\":2,\"new\":2,\"changed\":0,"), "\(first)")
            try bench.writeSource(["U33461;Nacka;2017;87", "U33461;Täby;2017;88"])
            let plan = try await bench.report("plan", "own")
            #expect(plan.contains("\"run\":null,\"dry_run\":true,"))
            let second = try await bench.report("run", "own")
            for report in [plan, second] {
                #expect(
                    report.contains(
                        "\"read\":2,\"new\":0,\"changed\":1,\"unchanged\":1,\"withdrawn\":0,"),
                    "\(report)")
            }
        }
    }

    @Test func `plan changes nothing and says so`() async throws {
        try await ETLBench.with { bench in
            try bench.writeSource(["U33461;Nacka;2017;86"])
            let before = try await bench.digest()
            for arguments in [["plan", "own"], ["run", "own", "--dry-run"]] {
                let result = try await bench.tool.run(arguments)
                #expect(result.status == 0)
                #expect(result.output.contains("nothing is changed"))
            }
            #expect(try await bench.digest() == before)
            let runs = try await bench.database.psql("SELECT count(*) FROM etl.run")
            #expect(runs == "1")
        }
    }

    @Test func `rejects are told with place, cell and reason; too many end with 65`() async throws {
        try await ETLBench.with { bench in
            #expect(try await bench.run("rejects").status == 0)
            try bench.writeSource(
                ["U33461;Nacka;2017;åttio", "U33461;Nakca;2017;88", "U33461;Solna;2017;85"],
                more: "max_reject_share: 0.1")
            let before = try await bench.digest()
            let run = try await bench.report("run", "own", status: 65)
            #expect(run.contains("\"run\":2,\"dry_run\":false,\"exit_status\":65,"), "\(run)")
            #expect(
                run.contains("\"state\":\"refused\"") && run.contains("\"rejected\":2,"), "\(run)")
            #expect(try await bench.digest() == before)

            for arguments in [["rejects"], ["rejects", "--run", "2"]] {
                let rejects = try await bench.tool.run(arguments + ["--format", "csv"])
                #expect(rejects.status == 1)
                let lines = rejects.output.split(whereSeparator: \.isNewline)
                #expect(lines.count == 3)
                #expect(lines[1].contains("own.csv:2:4,value,åttio,"))
                #expect(lines[2].contains("own.csv:3:2,municipality,Nakca,"))
            }
            // A run without rejects has none, whatever others have.
            let other = try await bench.run("rejects", "--run", "1")
            #expect(other.status == 0)
        }
    }

    @Test func `a failing source is told, the others load, and the gravest status is kept`()
        async throws
    {
        try await ETLBench.with { bench in
            try bench.write(
                "document_line;indicator\n1;U33461\n",
                to: "seeds/outcomes/nacka_annual_report_2017_benchmarks.csv")
            try bench.writeSource(["U33461;Lund;2017;70"])
            let result = try await bench.run("run", "--all")
            #expect(result.status == 65, "\(result)")
            #expect(result.errors.contains("nacka_annual_report_2017_benchmarks.csv"), "\(result)")
            let lund = try await bench.database.psql(
                "SELECT value FROM mart.outcome WHERE municipality = 'Lund'")
            #expect(lund == "70")
            let nacka = try await bench.database.psql(
                "SELECT count(*) FROM mart.outcome WHERE indicator_code = 'U33461' AND period = '2017'"
            )
            #expect(nacka == "6")
        }
    }

    @Test func `status tells how each source stands, and the newest run`() async throws {
        try await ETLBench.with { bench in
            let result = try await bench.run("status", "--format", "csv")
            #expect(result.status == 0, "\(result)")
            let lines = result.output.split(whereSeparator: \.isNewline)
            #expect(lines.first?.hasPrefix("source,verdict,last_success,") == true, "\(result)")
            #expect(lines.count == 8)
            #expect(lines.dropFirst().filter { $0.contains(",fresh,") }.count == 5, "\(lines)")
            #expect(lines.contains { $0.hasPrefix("kolada,never loaded,") }, "\(lines)")
            #expect(lines.contains { $0.hasPrefix("reports,never loaded,") }, "\(lines)")
            let table = try await bench.run("status")
            let words = table.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            #expect(words.contains("Newest run 1: run --all"), "\(table)")
            #expect(words.contains("ended with status 0"), "\(table)")
        }
    }

    @Test func `source list tells every source and whether --all runs it`() async throws {
        try await ETLBench.with { bench in
            try bench.writeSource([], more: "in_all: false")
            let result = try await bench.run("source", "list", "--format", "csv")
            #expect(result.status == 0)
            let lines = result.output.split(whereSeparator: \.isNewline).map(String.init)
            #expect(lines.count == 10)
            #expect(lines.contains { $0.hasPrefix("own,outcomes,no,Own,") }, "\(result)")
            #expect(lines.contains { $0.hasPrefix("reference,reference,yes,Reference data,") })
        }
    }

    @Test func `source check needs no database, and finds faults with status 1`() async throws {
        try await ETLBench.with { bench in
            var tool = bench.tool
            tool.environment["RIKTMARKE_DATABASE_URL"] = "host=/nonexistent"
            let good = try await tool.run(["source", "check"])
            #expect(good.status == 0, "\(good)")
            #expect(good.errors.contains("8 sources checked, no errors"), "\(good)")

            try bench.write("source: broken\nkind: outcomes\nfilez: x\n", to: "etl/broken.yml")
            try bench.write(
                "alias,indicator_code\nsjukfrånvaro,Z00090\n", to: "seeds/indicator_aliases.csv")
            let bad = try await tool.run(["source", "check"])
            #expect(bad.status == 1, "\(bad)")
            #expect(bad.errors.contains("broken.yml:3"), "\(bad)")
            #expect(bad.errors.contains("indicator_aliases.csv:2:2"), "\(bad)")
        }
    }

    @Test func `a faulty specification stops a run before anything is read`() async throws {
        try await ETLBench.with { bench in
            try bench.write("source: broken\nkind: outcomes\nfilez: x\n", to: "etl/broken.yml")
            let result = try await bench.run("run", "--all")
            #expect(result.status == 78, "\(result)")
            #expect(result.errors.contains("broken.yml:3"), "\(result)")
        }
    }
}

extension ETLBench {
    /// Runs the tool for its JSON report, without the blanks in it.
    func report(_ arguments: String..., status: Int32 = 0) async throws -> String {
        let result = try await tool.run(arguments + ["--format", "json"])
        guard result.status == status else { throw TestFailure("\(arguments): \(result)") }
        return result.output.filter { !$0.isWhitespace }
    }
}
