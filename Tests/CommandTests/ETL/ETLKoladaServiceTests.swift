import Subprocess
import SystemPackage
import TestSupport
import Testing

/// `run kolada` against a stand-in for the API, over HTTP.
@Suite struct ETLKoladaServiceTests {
    /// 30 indicators, so that they are fetched in two batches: N90001 to N90025, N90026 to N90030.
    private static var figures: KoladaStandIn.Figures {
        var figures: KoladaStandIn.Figures = [:]
        for number in 1...30 {
            for (unit, value) in [("0180", 10), ("0182", 20)] {
                let indicator = "N900\(number < 10 ? "0" : "")\(number)"
                figures["\(indicator) \(unit) 2022 T"] = "\(value + number).5"
            }
        }
        figures["N90001 0182 2021 T"] = .some(nil)
        return figures
    }

    private static func with<R: Sendable>(
        _ body: @Sendable (ETLBench, KoladaStandIn) async throws -> R
    ) async throws -> R {
        try await ETLBench.with { bench in
            let service = try KoladaStandIn(figures)
            defer { service.stop() }
            var bench = bench
            bench.tool.environment["RIKTMARKE_KOLADA_URL"] = service.address
            bench.tool.environment["RIKTMARKE_SNAPSHOTS"] =
                bench.folder.appending("snapshots").string
            try bench.write(
                """
                source: kolada
                kind: kolada
                in_all: false
                requests_per_second: 1000
                attempts: 2
                """, to: "etl/kolada.yml")
            return try await body(bench, service)
        }
    }

    private static func run(
        _ bench: ETLBench, _ more: String..., status: Int32 = 0
    ) async throws -> String {
        let result = try await bench.tool.run(["run", "kolada", "--format", "json"] + more)
        guard result.status == status else { throw TestFailure("\(more): \(result)") }
        return result.output.filter { !$0.isWhitespace }
    }

    @Test func `fetched, again without a change, revised, replayed`() async throws {
        try await Self.with { bench, service in
            let first = try await Self.run(bench)
            #expect(first.contains("\"read\":61,\"new\":61,"), "\(first)")
            let title = try await bench.database.psql(
                "SELECT title || '|' || unit FROM mart.indicator WHERE indicator_code = 'N90001'")
            #expect(title == "Provat N90001, andel (%)|procent")
            let receipt = try await bench.database.psql(
                "SELECT count(*) FROM etl.load_file WHERE url LIKE 'http://127.0.0.1:%/v3/data/kpi/N90001,%'"
            )
            #expect(receipt == "1")
            let loaded = try await bench.digest()

            let second = try await Self.run(bench)
            #expect(second.contains("\"new\":0,\"changed\":0,\"unchanged\":61,"), "\(second)")
            #expect(second.contains("\"unchanged\":31,\"held\":[]"), "\(second)")
            service.change { figures in
                figures["N90003 0182 2022 T"] = "99.5"
                figures["N90004 0180 2022 T"] = nil
            }
            let third = try await Self.run(bench)
            #expect(third.contains("\"new\":0,\"changed\":1,"), "\(third)")
            #expect(third.contains("\"withdrawn\":1,"), "\(third)")
            let revised = try await bench.digest()
            #expect(revised != loaded)

            // Without any network: the newest snapshot is what is there, an older one what was.
            service.stop()
            let replay = try await Self.run(bench, "--from-snapshot")
            #expect(replay.contains("\"new\":0,\"changed\":0,"), "\(replay)")
            let names = try await Shell.run(
                "ls \"$1\"", bench.folder.appending("snapshots/snapshots"))
            let oldest = try #require(names.split(separator: "\n").first).dropLast(4)
            _ = try await Self.run(bench, "--snapshot", String(oldest))
            #expect(try await bench.digest() == loaded)
        }
    }

    @Test func `what cannot be fetched is named and untouched, the rest is loaded`() async throws {
        try await Self.with { bench, service in
            _ = try await Self.run(bench)
            service.change { figures in
                figures["N90001 0182 2022 T"] = "77.5"
                figures["N90030 0182 2022 T"] = "78.5"
            }
            service.fail("N90026", .answer("{}", status: "500 Internal Server Error"))
            let result = try await bench.run("run", "kolada")
            #expect(result.status == 69, "\(result)")
            #expect(result.errors.contains("N90026, N90027, N90028, N90029, N90030"), "\(result)")
            let values = try await bench.database.psql(
                """
                SELECT string_agg(value::text, ' ' ORDER BY indicator_code) FROM mart.outcome_all_sources
                WHERE source = 'kolada' AND municipality_code = '0182' AND period = '2022'
                    AND indicator_code IN ('N90001', 'N90030')
                """)
            #expect(values == "77.5 50.5")

            // The catalogue is what everything follows from.
            service.fail("/kpi?", .answer("gone", status: "410 Gone"))
            let gone = try await bench.run("run", "kolada")
            #expect(gone.status == 78, "\(gone)")
            #expect(gone.errors.contains("RIKTMARKE_KOLADA_URL"), "\(gone)")
        }
    }

    @Test func `an id that Kolada does not know is an error that says so`() async throws {
        try await Self.with { bench, _ in
            let result = try await bench.run("run", "kolada", "--kpi", "N90001,N99999")
            #expect(result.status == 65, "\(result)")
            #expect(result.errors.contains("N99999"), "\(result)")
            let unit = try await bench.run("run", "kolada", "--unit", "9999")
            #expect(unit.status == 64, "\(unit)")
        }
    }

    @Test func `SIGTERM while Kolada does not answer ends with 143, and nothing is loaded`()
        async throws
    {
        try await Self.with { bench, service in
            let before = try await bench.digest()
            service.fail("/data/", SmallServer.Reply(bytes: [], delay: 60_000))
            let ended = try await bench.start(["run", "kolada"]) { send in
                for _ in 0..<600 where !service.requests.contains(where: { $0.contains("/data/") })
                {
                    try await Task.sleep(for: .milliseconds(50))
                }
                try send(.terminate)
            }
            #expect(ended.status == 143, "\(ended.errors)")
            #expect(try await bench.digest() == before)
        }
    }
}
