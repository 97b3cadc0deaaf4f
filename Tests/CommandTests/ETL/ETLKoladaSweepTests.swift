import Foundation
import SystemPackage
import TestSupport
import Testing

/// Nights that ask for what has changed, and the full sweep that corrects them.
@Suite struct ETLKoladaSweepTests {
    /// A day that is later than any that a run could ask from.
    private static let later = "2199-12-30"

    @Test func `a night asks for changes, closes what is deleted and nothing that is absent`()
        async throws
    {
        try await KoladaNight.with { night in
            _ = try await night.run()
            #expect(night.asked().allSatisfy { !$0.contains("from_date") })
            let before = night.service.requests.count

            night.service.change { $0["N90001 0182 2022 T"] = "99.5" }
            night.service.date("N90001 0182 2022 T", Self.later)
            night.service.delete("N90002 0180 2022 T", on: Self.later)
            // Gone without a date: only a full sweep can tell.
            night.service.change { $0["N90003 0180 2022 T"] = nil }
            let changes = try await night.run()
            let asked = night.asked(since: before)
            let today = try await night.bench.database.psql(
                "SELECT to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD')")
            #expect(!asked.isEmpty)
            #expect(asked.allSatisfy { $0.contains("from_date=\(today)") }, "\(asked)")
            #expect(changes.contains("\"read\":2,\"new\":0,\"changed\":1,"), "\(changes)")
            #expect(changes.contains("\"withdrawn\":1,"), "\(changes)")
            let facts = try await night.facts()
            #expect(facts.contains("N90001 0182 2022 T ok 99.5"))
            #expect(facts.contains("N90002 0180 2022 T withdrawn"))
            #expect(facts.contains("N90003 0180 2022 T ok 13.5"))

            let full = try await night.run("--full")
            #expect(full.contains("\"withdrawn\":1,"), "\(full)")
            #expect(try await night.facts().contains("N90003 0180 2022 T withdrawn"))
            #expect(try await night.bench.run("migrate").status == 0)
            #expect(try await night.bench.run("doctor", "--data").status == 0)
        }
    }

    @Test func `nights go by: the full sweep comes when it is due`() async throws {
        try await KoladaNight.with { night in
            _ = try await night.run()
            _ = try await night.run()
            for _ in 0..<2 {
                // A week passes.
                try await night.bench.database.psql(
                    "UPDATE etl.sweep SET began_at = began_at - interval '7 days'")
                let before = night.service.requests.count
                _ = try await night.run()
                #expect(night.asked(since: before).allSatisfy { !$0.contains("from_date") })
                let next = night.service.requests.count
                _ = try await night.run()
                #expect(night.asked(since: next).allSatisfy { $0.contains("from_date") })
            }
            let sweeps = try await night.bench.database.psql(
                "SELECT string_agg(CASE WHEN changed_since IS NULL THEN 'F' ELSE 'c' END, '' ORDER BY run_key) FROM etl.sweep WHERE is_settled"
            )
            #expect(sweeps == "FcFcFc")
        }
    }

    @Test func `a night that did not go through is asked for again, from the same day`()
        async throws
    {
        try await KoladaNight.with { night in
            _ = try await night.run()
            try await night.bench.database.psql(
                "UPDATE etl.sweep SET began_at = began_at - interval '3 days'")
            night.service.fail(
                "/data/", .answer("{}", status: "500 Internal Server Error"))
            _ = try await night.run(status: 69)
            night.service.fail("/data/", nil)
            let before = night.service.requests.count
            _ = try await night.run()
            let day = try await night.bench.database.psql(
                "SELECT to_char((now() - interval '3 days') AT TIME ZONE 'UTC', 'YYYY-MM-DD')")
            #expect(night.asked(since: before).allSatisfy { $0.contains("from_date=\(day)") })
        }
    }

    @Test
    func `what changes are built upon is lost by a replay, a new indicator, another question`()
        async throws
    {
        try await KoladaNight.with { night in
            func isFull(_ more: String...) async throws -> Bool {
                let before = night.service.requests.count
                let result = try await night.bench.tool.run(["run", "kolada"] + more)
                guard result.status == 0 else { throw TestFailure("\(more): \(result)") }
                return night.asked(since: before).allSatisfy { !$0.contains("from_date") }
            }
            #expect(try await isFull())
            #expect(try await !isFull())
            // Some indicators only: never asked before.
            #expect(try await isFull("--kpi", "N90001"))
            #expect(try await !isFull("--kpi", "N90001"))
            #expect(try await !isFull())
            night.service.change { $0["N90007 0180 2022 T"] = "7.5" }
            #expect(try await isFull())
            #expect(try await !isFull())
            // The past is put back: nobody knows what has changed since.
            let names = try await Shell.run(
                "ls \"$1\"", night.bench.folder.appending("snapshots/snapshots"))
            let first = try #require(names.split(separator: "\n").first).dropLast(4)
            night.service.change { $0["N90001 0180 2022 T"] = "1.5" }
            _ = try await night.run("--full")
            #expect(try await !isFull())
            _ = try await night.run("--snapshot", String(first))
            #expect(try await isFull())
            #expect(try await night.facts().contains("N90001 0180 2022 T ok 1.5"))
        }
    }

    @Test func `an address of the environment is asked in full unless changes are asked for`()
        async throws
    {
        try await KoladaNight.with(isDeclared: false) { night in
            for _ in 0..<2 { _ = try await night.run() }
            #expect(night.asked().allSatisfy { !$0.contains("from_date") })
            let before = night.service.requests.count
            _ = try await night.run("--changes")
            #expect(night.asked(since: before).allSatisfy { $0.contains("from_date") })
            for wrong in [["--full", "--changes"], ["--full", "--from-snapshot"]] {
                let result = try await night.bench.tool.run(["run", "kolada"] + wrong)
                #expect(result.status == 64, "\(result)")
            }
        }
    }
}
