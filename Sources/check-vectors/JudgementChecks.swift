internal import Statistics

/// Verdicts against benchmarks.
enum JudgementChecks {
    static let all: [(String, CheckVectors.Check)] = [
        ("benchmark_comparison.csv", comparisons),
        ("benchmark_spc_proportion.csv", proportionLimits), ("benchmark_spc_rate.csv", rateLimits),
    ]

    private static func comparisons(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            let orientation = PlaceChecks.orientation(row["polarity"])
            let benchmark = row.number("benchmark_value")
            let interval = row.number("value") == nil ? nil : row.interval("lower95", "upper95")
            switch row["method"] {
            case "ci_vs_value_95":
                let word = Judgement(of: interval, against: benchmark, orientation)
                result.expect(name(word, row), row, "expected")
            case "ci_vs_value_95_and_99_8":
                let word = TwoLevelJudgement(
                    at95: interval, at998: row.interval("lower99_8", "upper99_8"),
                    against: benchmark, orientation)
                let best = ["Better": "Best", "Worse": "Worst"]
                let plain = name(word.judgement, row)
                result.expect(word.holdsAt998 ? best[plain] ?? plain : plain, row, "expected")
            default:
                result.leaveOut("overlap of two intervals; ours is Newcombe's difference")
            }
        }
    }

    /// Wilson's limits around the benchmark, with the denominator of the area.
    private static func proportionLimits(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            guard let benchmark = row.number("benchmark_percent"), let z = row.number("z"),
                let n = row.number("denominator"), let value = row.number("value_percent")
            else { continue }
            let limits = Proportion(count: benchmark / 100 * n, total: n)?.wilsonInterval(z: z)
            result.expect(name(side(value / 100, limits, row), row), row, "expected")
        }
    }

    /// The exact Poisson limits around the events to be expected.
    private static func rateLimits(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            guard let benchmark = row.number("benchmark_per_100000"),
                let tail = row.number("tail_p"),
                let n = row.number("denominator"), let value = row.number("value_per_100000"),
                let level = ConfidenceLevel(1 - 2 * tail)
            else { continue }
            let limits = EventCount(benchmark * n / 100_000)?.exactInterval(level)
            result.expect(name(side(value * n / 100_000, limits, row), row), row, "expected")
        }
    }

    private static func side(
        _ value: Double, _ limits: ClosedRange<Double>?, _ row: VectorRow
    ) -> Judgement {
        guard let limits else { return .none }
        guard !limits.contains(value) else { return .similar }
        return Judgement(
            isAbove: value > limits.upperBound, PlaceChecks.orientation(row["polarity"]))
    }

    /// The word of the program that the row comes from.
    private static func name(_ judgement: Judgement, _ row: VectorRow) -> String {
        switch judgement {
        case .better: "Better"
        case .worse: "Worse"
        case .higher: "Higher"
        case .lower: "Lower"
        case .none: "None"
        case .similar: row["source"].hasPrefix("FingertipsNext") ? "Similar" : "Same"
        }
    }
}
