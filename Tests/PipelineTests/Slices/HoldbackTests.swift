import Diagnostics
import Indicators
import Pipeline
import TestSupport
import Testing
import Warehouse

/// Slices that lose too much or jump are held back, with the reason, until somebody accepts them.
@Suite struct HoldbackTests {
    private static let units = ["0182", "0162", "0184", "0160", "0120", "0180", "0181", "0183"]
    private static let rules = HoldbackRules(maxLostShare: 0.25, maxFactor: 10, minimumValues: 5)

    private static func slice(_ values: [Double?], year: Int = 2022) throws -> Slice {
        try SliceBench.slice("N00090", year, zip(units, values).map { Figure($0, $1) })
    }

    private static func open(_ bench: SliceBench) async throws -> [String] {
        try await bench.lines(
            "SELECT reason_code, stated_values, lost_values FROM etl.held_slice WHERE ended_at IS NULL"
        )
    }

    @Test func `a slice that lost too many values is held back, and the rest is loaded`()
        async throws
    {
        try await SliceBench.with { bench in
            let whole = try Self.slice([1, 2, 3, 4, 5, 6, 7, 8])
            try await bench.load([whole], rules: Self.rules)
            let less = try Self.slice([1, 2, 3, 4, 5])
            let other = try Self.slice([1, 2], year: 2021)
            let report = try await bench.load([less, other], rules: Self.rules)
            #expect(report.held.map(\.name) == ["N00090/2022"])
            #expect(report.held.first?.held.lostValues == 3)
            #expect(report.exitStatus == .data)
            #expect(report.counts.four == [2, 0, 0, 0])
            #expect(try await Self.open(bench) == ["lost-values|8|3"])
            #expect(try await bench.facts().filter { $0.hasSuffix("r1") }.count == 10)

            // The same answer again: held back still, and nothing is sent.
            let again = try await bench.load([less, other], rules: Self.rules)
            #expect(again.held.count == 1 && again.exitStatus == .data)
            #expect(again.loadedSlices == 0 && again.unchangedSlices == 1)
            #expect(
                try await bench.lines("SELECT first_run_key <> last_run_key FROM etl.held_slice")
                    == ["t"])

            let accepted = try await bench.load(
                [less, other], rules: Self.rules, accepted: .slices(["N00090/2022"]))
            #expect(accepted.held.isEmpty && accepted.exitStatus == .ok)
            #expect(accepted.counts.withdrawn == 3)
            #expect(try await Self.open(bench) == [])
            #expect(
                try await bench.lines("SELECT ending FROM etl.held_slice") == ["accepted"])
            #expect(
                try await bench.lines("SELECT count(*) FROM etl.load_slice WHERE was_accepted")
                    == ["1"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `values that become missing count as lost`() async throws {
        try await SliceBench.with { bench in
            try await bench.load([try Self.slice([1, 2, 3, 4, 5, 6, 7, 8])], rules: Self.rules)
            let report = try await bench.load(
                [try Self.slice([1, 2, 3, 4, 5, nil, nil, nil])], rules: Self.rules)
            #expect(report.held.map(\.held.reason) == [.lostValues])
            let fewer = try await bench.load(
                [try Self.slice([1, 2, 3, 4, 5, 6, nil, nil])], rules: Self.rules)
            #expect(fewer.held.isEmpty && fewer.counts.revised == 2)
            #expect(try await bench.lines("SELECT ending FROM etl.held_slice") == ["passed"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test(arguments: [1000.0, 0.001])
    func `a slice whose values jumped is held back`(factor: Double) async throws {
        try await SliceBench.with { bench in
            let values = [1000.0, 2000, 3000, 4000, 5000, 6000, 7000, 0]
            try await bench.load([try Self.slice(values)], rules: Self.rules)
            let report = try await bench.load(
                [try Self.slice(values.map { $0 * factor })], rules: Self.rules)
            #expect(report.held.map(\.held.reason) == [.jumpedValues])
            let typical = try #require(report.held.first?.held.typicalFactor)
            #expect(abs(typical / factor - 1) < 1e-9)
            // The old answer again: nothing is held back any longer.
            let back = try await bench.load([try Self.slice(values)], rules: Self.rules)
            #expect(back.held.isEmpty && back.unchangedSlices == 1)
            #expect(try await bench.lines("SELECT ending FROM etl.held_slice") == ["passed"])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `one value that jumps, and a slice of few values, are let through`() async throws {
        try await SliceBench.with { bench in
            try await bench.load(
                [try Self.slice([1, 2, 3, 4, 5, 6]), try Self.slice([1, 2, 3, 4], year: 2021)],
                rules: Self.rules)
            let report = try await bench.load(
                [try Self.slice([1000, 2, 3, 4, 5, 6]), try Self.slice([9000], year: 2021)],
                rules: Self.rules)
            #expect(report.held.isEmpty)
            #expect(report.counts.four == [0, 2, 5, 3])
        }
    }

    @Test func `another suspicious answer replaces the one that is held back`() async throws {
        try await SliceBench.with { bench in
            try await bench.load([try Self.slice([1, 2, 3, 4, 5, 6, 7, 8])], rules: Self.rules)
            try await bench.load([try Self.slice([1, 2, 3])], rules: Self.rules)
            try await bench.load([try Self.slice([1, 2])], rules: Self.rules)
            #expect(try await Self.open(bench) == ["lost-values|8|6"])
            #expect(
                try await bench.lines(
                    "SELECT ending FROM etl.held_slice WHERE ended_at IS NOT NULL")
                    == ["replaced"])
            let all = try await bench.load(
                [try Self.slice([1, 2])], rules: Self.rules, accepted: .all)
            #expect(all.counts.withdrawn == 6 && all.held.isEmpty)
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `values outside the units asked for are not lost`() async throws {
        try await SliceBench.with { bench in
            try await bench.load([try Self.slice([1, 2, 3, 4, 5, 6, 7, 8])], rules: Self.rules)
            let narrow = try await bench.load(
                [try Self.slice([1, 2, 3, 4, 5])], units: Array(Self.units.prefix(5)),
                rules: Self.rules)
            #expect(narrow.held.isEmpty && narrow.counts.four == [0, 0, 5, 0])
            #expect(try await bench.faults() == [])
        }
    }

    @Test func `an answer with changes is judged by what it says, not by what it leaves out`()
        async throws
    {
        try await SliceBench.with { bench in
            try await bench.load([try Self.slice([1, 2, 3, 4, 5, 6, 7, 8])], rules: Self.rules)
            let few = try await bench.load(
                [try Self.slice([2])], coverage: .changes, rules: Self.rules)
            #expect(few.held.isEmpty && few.counts.revised == 1)
            let many = try SliceBench.slice("N00090", 2022, Self.units.map { Figure.deleted($0) })
            let report = try await bench.load([many], coverage: .changes, rules: Self.rules)
            #expect(report.held.map(\.held.lostValues) == [8])
        }
    }
}
