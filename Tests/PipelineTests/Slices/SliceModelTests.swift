import Indicators
import Pipeline
import TestSupport
import Testing
import Warehouse

/// Random sequences of loads against a small model in memory.
@Suite struct SliceModelTests {
    private static let units = ["0162", "0182", "0184", "0160", "0120"]
    private static let indicators = ["N00090", "N99998"]
    private static let years = [2021, 2022]

    /// A source whose answers change from load to load.
    private struct Source {
        var random: SplitMix64
        /// Every answer of a slice that there has been, the newest last.
        var answers: [String: [[Figure]]] = [:]

        mutating func number(_ range: Range<Int>) -> Int { Int.random(in: range, using: &random) }

        mutating func figure(_ unit: String, _ gender: Gender) -> Figure {
            switch number(0..<6) {
            case 0: Figure(unit, nil, gender)
            case 1:
                Figure(
                    unit, exact: ScaledDecimal(units: Int64(number(0..<5)) * 100, scale: 2), gender)
            default:
                Figure(
                    unit,
                    exact: ScaledDecimal(units: Int64(number(-3..<9)), scale: UInt8(number(0..<3))),
                    gender)
            }
        }

        /// The next answer: a new one, one with a change, an old one again, the same shuffled.
        mutating func answer(_ name: String, units: [String]) -> [Figure] {
            let earlier = answers[name] ?? []
            var figures: [Figure]
            switch number(0..<10) {
            case 0 where !earlier.isEmpty:
                figures = earlier[number(0..<earlier.count)]
            case 1 where !earlier.isEmpty:
                figures = earlier[earlier.count - 1].shuffled(using: &random)
            case 2...7 where !(earlier.last ?? []).isEmpty:
                figures = earlier[earlier.count - 1]
                let index = number(0..<figures.count)
                if number(0..<3) == 0 {
                    figures.remove(at: index)
                } else {
                    figures[index] = figure(figures[index].unit, figures[index].gender)
                }
            default:
                figures = []
                for unit in SliceModelTests.units {
                    for gender in Gender.allCases where number(0..<4) > 0 {
                        figures.append(figure(unit, gender))
                    }
                }
            }
            answers[name, default: []].append(figures)
            var told = figures.filter { units.contains($0.unit) }
            if number(0..<4) == 0, let repeated = told.randomElement(using: &random) {
                told.append(repeated)
            }
            return told
        }

        /// An answer with what has changed: some figures, some of them deleted.
        mutating func changes(units: [String]) -> [Figure] {
            var keys: Set<String> = []
            return (0..<number(0..<5)).compactMap { _ in
                let unit = units[number(0..<units.count)]
                let gender = Gender.allCases[number(0..<3)]
                guard keys.insert(unit + gender.rawValue).inserted else { return nil }
                return number(0..<3) == 0 ? Figure.deleted(unit, gender) : figure(unit, gender)
            }
        }
    }

    @Test(arguments: 1...8)
    func `current figures, every time of knowledge and the ledger are those of the model`(
        seed: Int
    ) async throws {
        try await SliceBench.with { bench in
            var source = Source(random: SplitMix64(seed: UInt64(seed) &* 0x51_7C_C1))
            var model = SliceModel()
            for load in 0..<14 {
                let isNarrow = source.number(0..<4) == 0
                let units = isNarrow ? Array(Self.units.prefix(2 + source.number(0..<2))) : nil
                let isComplete = source.number(0..<4) > 0
                var slices: [Slice] = []
                var expected = LoadCounts()
                for indicator in Self.indicators {
                    for year in Self.years where source.number(0..<3) > 0 {
                        let asked = units ?? Self.units
                        let figures =
                            isComplete
                            ? source.answer("\(indicator)/\(year)", units: asked)
                            : source.changes(units: asked)
                        slices.append(try SliceBench.slice(indicator, year, figures))
                        expected.add(
                            model.take(
                                indicator, year, figures, isComplete: isComplete, units: units,
                                load: load))
                    }
                }
                let report = try await bench.load(
                    slices.shuffled(using: &source.random), units: units,
                    coverage: isComplete ? .complete : .changes, at: Self.time(load),
                    rowsInTransaction: 1 + source.number(0..<40),
                    rowsInPiece: 1 + source.number(0..<40))
                try #require(report.counts.new == expected.new, "load \(load)")
                #expect(report.counts.revised == expected.revised, "load \(load)")
                #expect(report.counts.withdrawn == expected.withdrawn, "load \(load)")
                #expect(report.counts.deletions == expected.deletions, "load \(load)")
                #expect(report.counts.balances)
                try #require(try await bench.facts() == model.facts, "load \(load)")
            }
            for load in 0..<14 {
                #expect(
                    try await bench.known(at: Self.time(load, " 23:59"))
                        == model.known(after: load), "load \(load)")
            }
            #expect(try await bench.faults() == [])
        }
    }

    private static func time(_ load: Int, _ hour: String = " 03:00") -> String {
        "2026-01-\(load < 9 ? "0" : "")\(load + 1)\(hour)+00"
    }

    @Test func `a year of nights with nothing new stays flat`() async throws {
        try await SliceBench.with { bench in
            let slices = try Self.years.flatMap { year in
                try Self.indicators.map { indicator in
                    try SliceBench.slice(
                        indicator, year, Self.units.map { Figure($0, Double(year)) })
                }
            }
            try await bench.load(slices, at: "2026-01-01 03:00+00")
            func size() async throws -> Int {
                let text = try await bench.lines(
                    """
                    SELECT (SELECT count(*) FROM dw.fact_outcome) + (SELECT count(*) FROM dw.fact_outcome_revision)
                        + (SELECT count(*) FROM etl.slice) + (SELECT count(*) FROM etl.load_slice)
                        + (SELECT count(*) FROM etl.load_file) + (SELECT count(*) FROM etl.held_slice)
                        + (SELECT count(*) FROM etl.scope)
                    """)
                return try #require(Int(text.first ?? ""))
            }
            let before = try await size()
            let writes = try await bench.lines(
                "SELECT xmin, ctid FROM dw.fact_outcome ORDER BY ctid")
            for night in 1...365 {
                let report = try await bench.load(
                    slices, at: "\(Self.day(night)) 03:00+00")
                try #require(report.unchangedSlices == slices.count && !report.counts.changed)
            }
            #expect(try await size() == before)
            #expect(
                try await bench.lines("SELECT xmin, ctid FROM dw.fact_outcome ORDER BY ctid")
                    == writes)
            // One row of the ledger a night, and nothing else.
            #expect(try await bench.lines("SELECT count(*) FROM etl.load") == ["367"])
            #expect(
                try await bench.lines("SELECT max(recorded_at)::date FROM etl.load")
                    == ["2027-01-01"])
            #expect(try await bench.faults() == [])
        }
    }

    /// The day so many days after 2026-01-01.
    private static func day(_ number: Int) -> String {
        let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        var rest = number
        for (month, length) in lengths.enumerated() {
            if rest < length { return "2026-\(two(month + 1))-\(two(rest + 1))" }
            rest -= length
        }
        return "2027-01-\(two(rest + 1))"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
