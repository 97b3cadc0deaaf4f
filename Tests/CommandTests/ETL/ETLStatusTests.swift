import Foundation
import SystemPackage
import TestSupport
import Testing

/// `status`: what a scheduler can act on.
@Suite struct ETLStatusTests {
    private static func status(
        _ bench: ETLBench, _ expected: Int32
    ) async throws -> [String: [String: Any]] {
        let result = try await bench.run("status", "--format", "json")
        guard result.status == expected else { throw TestFailure("\(result)") }
        let object = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
        let all = try #require(object as? [String: Any])
        #expect(all["schema_version"] as? Int == 1)
        #expect(all["needs_attention"] as? Bool == (expected == 1))
        let sources = try #require(all["sources"] as? [[String: Any]])
        return Dictionary(
            uniqueKeysWithValues: try sources.map { source in
                (try #require(source["source"] as? String), source)
            })
    }

    @Test func `fresh is 0, overdue is 1, and what nobody has begun with does not count`()
        async throws
    {
        try await KoladaNight.with { night in
            let bench = night.bench
            let before = try await Self.status(bench, 0)
            #expect(before["kolada"]?["verdict"] as? String == "never")
            #expect(before["kolada"]?["needs_attention"] as? Bool == false)
            _ = try await night.run()
            let fresh = try #require(try await Self.status(bench, 0)["kolada"])
            #expect(fresh["verdict"] as? String == "fresh")
            #expect(fresh["expected_every_hours"] as? Int == 26)
            #expect((fresh["last_success"] as? [String: Any])?["run"] as? Int == 2)
            #expect((fresh["last_load"] as? [String: Any])?["new"] as? Int == 11)

            // A night that fails is within its time still, and is told.
            night.service.fail("/kpi?", .answer("gone", status: "410 Gone"))
            _ = try await bench.run("run", "kolada")
            let failed = try #require(try await Self.status(bench, 0)["kolada"])
            let failure = try #require(failed["last_failure"] as? [String: Any])
            #expect(failure["exit_status"] as? Int == 78)
            #expect((failure["code"] as? String)?.hasPrefix("kolada.") == true)

            try await bench.database.psql(
                "UPDATE etl.run_source SET finished_at = finished_at - interval '27 hours'")
            let stale = try #require(try await Self.status(bench, 1)["kolada"])
            #expect(stale["verdict"] as? String == "stale")
            #expect(stale["age_hours"] as? Double == 27)
            let table = try await bench.run("status")
            #expect(table.status == 1)
            #expect(table.output.contains("overdue"), "\(table.output)")
        }
    }

    @Test func `held-back slices are 1, with what lets them through`() async throws {
        try await ETLBench.with { bench in
            func file(_ factor: Int) throws {
                let units = ["0180", "0181", "0182", "0183", "0184", "0186", "0187", "0188"]
                let rows = units.enumerated().map {
                    "N90001,\($1),2022,T,\(($0 + 1) * factor).5"
                }
                try bench.write(
                    "kpi,municipality,period,gender,value\n" + rows.joined(separator: "\n") + "\n",
                    to: "bulk.csv")
            }
            try file(1)
            #expect(try await bench.run("run", "kolada", "--from-file", "bulk.csv").status == 0)
            // The same bytes again are a success, though nothing is loaded.
            #expect(try await bench.run("run", "kolada", "--from-file", "bulk.csv").status == 0)
            let good = try #require(try await Self.status(bench, 0)["kolada"])
            #expect((good["last_success"] as? [String: Any])?["run"] as? Int == 3)
            try file(1000)
            #expect(try await bench.run("run", "kolada", "--from-file", "bulk.csv").status == 65)
            let held = try #require(try await Self.status(bench, 1)["kolada"])
            #expect(held["verdict"] as? String == "held")
            let slices = try #require(held["held"] as? [[String: Any]])
            #expect(slices.map { $0["slice"] as? String } == ["N90001/2022"])
            #expect(slices.first?["reason"] as? String == "jumped-values")
            #expect((held["last_failure"] as? [String: Any])?["code"] as? String == "slice.held")
            let table = try await bench.run("status")
            #expect(
                table.output.contains("run kolada --accept N90001/2022"), "\(table.output)")
        }
    }

    @Test func `a source without a schedule is 1 when its newest run failed`() async throws {
        try await ETLBench.with { bench in
            try bench.writeSource(["U33461;Lund;2017;70"])
            #expect(try await bench.run("run", "own").status == 0)
            #expect(try await Self.status(bench, 0)["own"]?["verdict"] as? String == "fresh")
            try bench.writeSource(["U33461;Lund;2017;sjuttio"])
            #expect(try await bench.run("run", "own").status == 65)
            #expect(try await Self.status(bench, 1)["own"]?["verdict"] as? String == "failed")
            try bench.writeSource(["U33461;Lund;2017;71"], more: "expected_every_hours: 1")
            #expect(try await bench.run("run", "own").status == 0)
            _ = try await Self.status(bench, 0)
        }
    }

    @Test func `the ledger can be read from anywhere, a folder that is named must exist`()
        async throws
    {
        try await ETLBench.with { bench in
            var tool = bench.tool
            tool.folder = "/"
            let result = try await tool.run(["status"])
            #expect(result.status == 0, "\(result)")
            #expect(result.errors.contains("No source specifications here"), "\(result)")
            let named = try await tool.run(["status", "--etl", "/nonexistent"])
            #expect(named.status == 66, "\(named)")
        }
    }
}
