import Diagnostics
import Foundation
import Logging
import Pipeline
import Synchronization
import Testing
import Warehouse

@testable import Monitoring

/// What a run writes to its log.
@Suite struct RunLogTests {
    /// A clock that tests set.
    private final class Clock: Sendable {
        private let offset = Mutex(Duration.zero)
        private let start = ContinuousClock.now
        var now: ContinuousClock.Instant { start + offset.withLock { $0 } }
        func advance(_ duration: Duration) { offset.withLock { $0 += duration } }
    }

    private static func answered(_ done: Int) -> RunEvent {
        .requestAnswered(
            source: "kolada", url: "http://x/v3/data", attempt: 1, bytes: 9, done: done, total: 100,
            retries: 2)
    }

    @Test func `every line says which run it belongs to, once that has a number`() throws {
        let lines = Lines()
        let log = RunLog(lines.logger(), language: .en)
        log.hear(.runBegan(run: 12, sources: ["kolada"], isDryRun: false))
        log.hear(.sourceBegan(source: "kolada"))
        log.hear(.sourceEnded(LoadOutcome(source: "kolada", state: .failed, exitStatus: .data)))
        log.end(.data, seconds: 1.5)
        let objects = try lines.objects()
        #expect(
            objects.map { $0["event"] as? String } == [
                "run.began", "source.began", "source.ended", "run.ended",
            ])
        #expect(objects.allSatisfy { $0["run"] as? Int == 12 })
        #expect(objects[2]["level"] as? String == "error")
        #expect(objects[3]["exit_status"] as? Int == 65)
    }

    @Test func `no user and no password of an address is written`() throws {
        let lines = Lines()
        let log = RunLog(lines.logger(level: .debug), language: .sv)
        let url = "https://anna:hemligt@proxy.example:8443/v3/data/kpi/N00914?per_page=5000"
        log.hear(
            .fetchBegan(
                source: "kolada", service: url, requests: 1, indicators: 1, units: 1,
                changedSince: nil, reason: "first"))
        log.hear(
            .requestAnswered(
                source: "kolada", url: url, attempt: 1, bytes: 1, done: 1, total: 1, retries: 0))
        log.hear(
            .requestRetried(source: "kolada", url: url, attempt: 1, reason: "status 500", pause: 1))
        log.hear(.requestFailed(source: "kolada", url: url, attempt: 2, reason: "timed out"))
        log.tell(
            [Diagnostic(.error, code: "kolada.status", Text(verbatim: "x"), at: .url(url))],
            status: nil)
        #expect(lines.all.count == 5)
        #expect(lines.all.allSatisfy { !$0.contains("anna") && !$0.contains("hemligt") })
        #expect(lines.all.allSatisfy { $0.contains("https://***@proxy.example:8443/v3/data") })
    }

    @Test func `a message about a cell or a row comes without its words`() throws {
        let lines = Lines()
        let log = RunLog(lines.logger(), language: .en)
        let cell = "19900101-1234"
        let places: [Diagnostics.SourceLocation] = [
            .file(path: "own.csv", line: 3, column: 2), .table(name: "dw.fact_outcome"),
            .statement(name: "load/x", position: 1),
        ]
        log.tell(
            places.map {
                Diagnostic(
                    .error, code: "cell.number", Text(verbatim: "\"\(cell)\" is no number"), at: $0,
                    hint: Text(verbatim: "write \(cell) otherwise"), notes: [Text(verbatim: cell)])
            } + [
                Diagnostic(
                    .error, code: "load.database-refused", Text(verbatim: "Key (\(cell))"),
                    notes: [Text(verbatim: "SQLSTATE \(cell)"), Text(verbatim: "SQLSTATE 23505")]),
                Diagnostic(
                    .warning, code: "kolada.unknown-status", Text(verbatim: "unknown status"),
                    notes: [Text(verbatim: cell)]),
            ], status: .data)
        #expect(lines.all.count == 5)
        #expect(lines.all.allSatisfy { !$0.contains(cell) })
        let first = try #require(try lines.objects().first)
        #expect(first["place"] as? String == "own.csv:3:2")
        #expect(first["code"] as? String == "cell.number")
        #expect(first["exit_status"] as? Int == 65)
        #expect(
            try lines.objects().map { $0["sqlstate"] as? String } == [nil, nil, nil, "23505", nil])
        // What concerns a service or a whole file is told in words.
        let told = try lines.objects().last
        #expect(told?["message"] as? String == "unknown status")
    }

    @Test func `progress is written every ten seconds, requests only for those who ask`() throws {
        let lines = Lines()
        let clock = Clock()
        let log = RunLog(lines.logger(), language: .en, now: { clock.now })
        for done in 1...50 {
            log.hear(Self.answered(done))
            clock.advance(.seconds(1))
        }
        let objects = try lines.objects()
        #expect(objects.allSatisfy { $0["event"] as? String == "fetch.progress" })
        #expect(objects.map { $0["done"] as? Int } == [11, 21, 31, 41])
        let all = Lines()
        let verbose = RunLog(all.logger(level: .debug), language: .en, now: { clock.now })
        verbose.hear(Self.answered(1))
        #expect(try all.objects().first?["event"] as? String == "request.answered")
    }

    @Test func `a source of slices tells what became of them`() throws {
        let lines = Lines()
        let log = RunLog(lines.logger(), language: .en)
        var counts = LoadCounts()
        counts.read = 10
        counts.new = 10
        var outcome = LoadOutcome(source: "kolada", state: .loaded, counts: counts, seconds: 2)
        var slices = SliceReport()
        slices.loadedSlices = 3
        slices.newSlices = 1
        slices.unchangedSlices = 4
        outcome.slices = slices
        outcome.notFetched = ["N00914"]
        log.hear(
            .slicesCommitted(
                source: "kolada", load: 5, slices: 3, held: 1, counts: counts, seconds: 0.5))
        log.hear(.sourceEnded(outcome))
        let objects = try lines.objects()
        #expect(objects[0]["load"] as? Int == 5)
        #expect(objects[0]["new"] as? Int == 10)
        #expect(objects[1]["slices_changed"] as? Int == 2)
        #expect(objects[1]["slices_unchanged"] as? Int == 4)
        #expect(objects[1]["not_fetched"] as? Int == 1)
        #expect(objects[1]["level"] as? String == "info")
    }
}
