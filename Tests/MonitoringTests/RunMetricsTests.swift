import Diagnostics
import Pipeline
import Testing
import Warehouse

@testable import Monitoring

/// The file for Prometheus, held against the text format's rules, version 0.0.4.
@Suite struct RunMetricsTests {
    private static var outcome: LoadOutcome {
        var counts = LoadCounts()
        counts.read = 21
        counts.new = 1
        counts.revised = 2
        counts.unchanged = 3
        counts.duplicates = 4
        counts.deletions = 5
        counts.rejected = 6
        counts.withdrawn = 7
        counts.missing = 8
        var outcome = LoadOutcome(
            source: "kolada", state: .loaded, counts: counts, seconds: 12.5, exitStatus: .data)
        var slices = SliceReport()
        slices.loadedSlices = 5
        slices.newSlices = 2
        slices.unchangedSlices = 9
        outcome.slices = slices
        outcome.notFetched = ["N00914", "N00938"]
        outcome.stages = [
            .init(name: "fetch", seconds: 10.25, bytes: 4096, items: 3),
            .init(name: "write", seconds: 2),
        ]
        return outcome
    }

    private static func metrics(_ sources: [RunMetrics.Source]) -> RunMetrics {
        RunMetrics(
            job: "kolada", began: 1_792_814_400.5, ended: 1_792_814_413, exitStatus: .data,
            sources: sources)
    }

    @Test func `the file is what the text format says, and says what became of the run`() throws {
        let text = Self.metrics([
            .init(
                name: "kolada", expectedEveryHours: 26, lastSuccess: 1_792_728_000.25,
                outcome: Self.outcome),
            .init(name: "own", outcome: LoadOutcome(source: "own", state: .unchanged)),
        ]).text
        let samples = try Exposition.read(text)
        func value(_ name: String, _ labels: [String: String]) -> Double? {
            samples.first { $0.name == name && $0.labels == labels }?.value
        }
        let kolada = ["source": "kolada"]
        #expect(value("riktmarke_run_exit_status", ["job": "kolada"]) == 65)
        #expect(
            value("riktmarke_run_start_timestamp_seconds", ["job": "kolada"]) == 1_792_814_400.5)
        #expect(
            value("riktmarke_source_last_success_timestamp_seconds", kolada) == 1_792_728_000.25)
        #expect(value("riktmarke_source_expected_interval_seconds", kolada) == 93_600)
        #expect(value("riktmarke_source_exit_status", kolada) == 65)
        #expect(value("riktmarke_source_exit_status", ["source": "own"]) == 0)
        #expect(value("riktmarke_source_withdrawn_rows", kolada) == 7)
        #expect(value("riktmarke_source_missing_rows", kolada) == 8)
        #expect(value("riktmarke_source_not_fetched_indicators", kolada) == 2)
        #expect(
            value("riktmarke_source_rows", kolada.merging(["outcome": "rejected"]) { $1 }) == 6)
        #expect(
            value("riktmarke_source_slices", kolada.merging(["outcome": "changed"]) { $1 }) == 3)
        #expect(
            value(
                "riktmarke_source_stage_duration_seconds", kolada.merging(["stage": "fetch"]) { $1 }
            )
                == 10.25)
        #expect(
            value("riktmarke_source_stage_bytes", kolada.merging(["stage": "fetch"]) { $1 }) == 4096
        )
        // Every row that was read is in one of the outcomes.
        let rows = samples.filter {
            $0.name == "riktmarke_source_rows" && $0.labels["source"] == "kolada"
        }
        #expect(rows.reduce(0) { $0 + $1.value } == 21)
    }

    @Test func `a run that did not come to its sources has a file all the same`() throws {
        let samples = try Exposition.read(
            Self.metrics([.init(name: "kolada", lastSuccess: 5)]).text)
        #expect(
            samples.map(\.name) == [
                "riktmarke_run_start_timestamp_seconds", "riktmarke_run_end_timestamp_seconds",
                "riktmarke_run_exit_status", "riktmarke_source_last_success_timestamp_seconds",
            ])
    }

    @Test func `an earlier file tells when sources last succeeded`() {
        let text = Self.metrics([
            .init(name: "kolada", lastSuccess: 1_792_728_000.25, outcome: Self.outcome),
            .init(name: "own", lastSuccess: 17), .init(name: "never"),
        ]).text
        #expect(RunMetrics.lastSuccess(inFile: text) == ["kolada": 1_792_728_000.25, "own": 17])
        for damaged in [
            "", "riktmarke_source_last_success_timestamp_seconds{source=\"a", "\0\u{FF}",
        ] {
            #expect(RunMetrics.lastSuccess(inFile: damaged).isEmpty)
        }
    }

    @Test func `labels and help are escaped`() throws {
        var family = MetricFamily("riktmarke_x", "back\\slash and\nline")
        family.add(1, ("source", "a\"b\\c\nd"))
        family.add(.infinity, ("source", "e"))
        let samples = try Exposition.read(family.text)
        #expect(samples.map { $0.labels["source"] } == ["a\"b\\c\nd", "e"])
        #expect(samples[1].value == .infinity)
    }
}
