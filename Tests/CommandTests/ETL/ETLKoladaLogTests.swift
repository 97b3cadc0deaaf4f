import Foundation
import SystemPackage
import TestSupport
import Testing

/// What a nightly run writes for those who watch it: a log, metrics, its status.
@Suite struct ETLKoladaLogTests {
    @Test func `where no terminal is, every line on standard error is an event in JSON`()
        async throws
    {
        try await KoladaNight.with { night in
            let first = try await night.bench.run("run", "kolada", "--verbose")
            #expect(first.status == 0, "\(first)")
            let objects = try KoladaNight.objects(first.errors)
            let events = objects.compactMap { $0["event"] as? String }
            for event in [
                "run.began", "fetch.began", "request.answered", "fetch.ended", "load.committed",
                "stage.ended", "source.ended", "run.ended",
            ] {
                #expect(events.contains(event), "\(event) in \(events)")
            }
            #expect(objects.allSatisfy { $0["time"] is String && $0["level"] is String })
            let ended = try #require(objects.first { $0["event"] as? String == "source.ended" })
            #expect(ended["run"] as? Int == 2)
            #expect(ended["new"] as? Int == 11)
            #expect(ended["slices_new"] as? Int == 8)
            #expect(objects.last?["exit_status"] as? Int == 0)

            // Faults, retries and the words of the server: in the log, but none of its text.
            night.service.fail(
                "/data/", .answer("hemligt svar 19900101-1234", status: "500 Oj"))
            let failed = try await night.bench.run("run", "kolada")
            #expect(failed.status == 69, "\(failed)")
            #expect(!failed.errors.contains("hemligt"), "\(failed.errors)")
            let told = try KoladaNight.objects(failed.errors)
            #expect(told.contains { $0["event"] as? String == "request.retried" })
            #expect(told.contains { $0["event"] as? String == "request.failed" })
            let codes = told.compactMap { $0["code"] as? String }
            #expect(codes.contains { $0.hasPrefix("kolada.") }, "\(codes)")
            #expect(failed.errors.contains("N90001, N90002, N90003, N90004"), "\(failed.errors)")
            #expect(told.last?["exit_status"] as? Int == 69)

            // A run that does not come so far ends in JSON too.
            var broken = night.bench.tool
            broken.environment["RIKTMARKE_DATABASE_URL"] =
                "postgresql://anna:hemligt@127.0.0.1:1/x"
            let unreachable = try await broken.run(["run", "kolada"])
            #expect(unreachable.status == 69, "\(unreachable)")
            #expect(!unreachable.errors.contains("hemligt"))
            let last = try KoladaNight.objects(unreachable.errors)
            #expect(last.map { $0["event"] as? String } == ["diagnostic", "run.ended"])
            #expect(last.first?["code"] as? String == "database.unreachable")
        }
    }

    @Test func `files keep their readable messages, unless a log is asked for`() async throws {
        try await ETLBench.with { bench in
            try bench.writeSource(["U33461;Lund;2017;70", "U33461;Lund;2018;sjuttio"])
            let plain = try await bench.run("run", "own")
            #expect(plain.status == 65, "\(plain)")
            let refusal = "etl/own.yml: error: 1 of 2 cells were rejected"
            #expect(plain.errors.contains(refusal), "\(plain.errors)")
            let words = try await bench.run("run", "own", "--log", "text")
            let ended = " error source.ended run=3 source=own "
            #expect(words.errors.contains(ended), "\(words.errors)")
            var tool = bench.tool
            tool.environment["RIKTMARKE_LOG"] = "json"
            let json = try await tool.run(["run", "own"])
            let objects = try KoladaNight.objects(json.errors)
            #expect(objects.contains { $0["event"] as? String == "source.ended" })
            #expect(!json.errors.contains("sjuttio"), "\(json.errors)")
            tool.environment["RIKTMARKE_LOG"] = "xml"
            let wrong = try await tool.run(["run", "own"])
            #expect(wrong.status == 78, "\(wrong)")
            #expect(wrong.errors.contains("xml"))
        }
    }

    @Test func `a terminal shows how the fetch goes on`() async throws {
        try await KoladaNight.with { night in
            let shown = try await night.bench.tool.run(
                ["run", "kolada"], inTerminal: Terminal.Size(columns: 100, rows: 30))
            #expect(shown.status == 0, "\(shown)")
            #expect(shown.output.contains("kolada: "), "\(shown.output)")
            #expect(!shown.output.contains("\"event\""), "\(shown.output)")
        }
    }

    @Test func `metrics are written when a run succeeds and when it fails`() async throws {
        try await KoladaNight.with { night in
            let file = night.bench.folder.appending("kolada.prom").string
            _ = try await night.run("--metrics", file)
            let good = try await night.text(of: "kolada.prom")
            #expect(good.contains("riktmarke_run_exit_status{job=\"kolada\"} 0\n"), "\(good)")
            #expect(
                good.contains("riktmarke_source_rows{source=\"kolada\",outcome=\"new\"} 11\n"))
            #expect(
                good.contains("riktmarke_source_expected_interval_seconds{source=\"kolada\"} 93600")
            )
            #expect(
                good.contains(
                    "riktmarke_source_stage_duration_seconds{source=\"kolada\",stage=\"fetch\"}"))
            func success(_ text: String) throws -> Substring {
                try #require(
                    text.split(separator: "\n").first {
                        $0.hasPrefix("riktmarke_source_last_success_timestamp_seconds{")
                    })
            }
            let time = try success(good)

            // Kolada does not answer; then the database does not.
            night.service.fail("/kpi?", .answer("gone", status: "410 Gone"))
            var tool = night.bench.tool
            tool.environment["RIKTMARKE_METRICS"] = file
            #expect(try await tool.run(["run", "kolada"]).status == 78)
            let gone = try await night.text(of: "kolada.prom")
            #expect(gone.contains("riktmarke_run_exit_status{job=\"kolada\"} 78\n"), "\(gone)")
            #expect(gone.contains("riktmarke_source_exit_status{source=\"kolada\"} 78\n"))
            #expect(try success(gone) == time)
            tool.environment["RIKTMARKE_DATABASE_URL"] = "host=/nonexistent"
            #expect(try await tool.run(["run", "kolada"]).status == 69)
            let away = try await night.text(of: "kolada.prom")
            #expect(away.contains("riktmarke_run_exit_status{job=\"kolada\"} 69\n"), "\(away)")
            #expect(try success(away) == time)
            // Nothing is left beside the file, and a file that cannot be made is a warning.
            let left = try await Shell.run(
                "ls -A \"$1\" | grep -c part || true", night.bench.folder)
            #expect(left == "0")
            night.service.fail("/kpi?", nil)
            let none = try await night.bench.run(
                "run", "kolada", "--metrics", "/nonexistent/x.prom")
            #expect(none.status == 0, "\(none)")
            #expect(none.errors.contains("output.cannot-create"), "\(none)")
        }
    }
}
