internal import Statistics

/// Trend tests, by true years.
enum TrendChecks {
    static let all: [(String, CheckVectors.Check)] = [
        ("trend_markers_phe.csv", markers), ("trend_cases.csv", fingertips),
        ("trend_polarity.csv", polarities),
    ]

    private static let numbered = "points numbered 1 to 5 across a missing year; ours are years"

    private static func markers(_ table: VectorTable, _ result: inout FileResult, _: String) throws
    {
        for group in table.groups(by: "sheet", "group") {
            guard let row = group.last, !row["expected_trend"].isEmpty else { continue }
            let isProportion = row["value_type"] == "proportion"
            let test = TrendTest(
                group.map { isProportion ? proportion($0) : value($0, "value") })
            if test.reason == .missingYear {
                // The series is refused, and its statistic is that of true years.
                result.leaveOut(numbered, count: 2)
                continue
            }
            let words = [
                "NoChange": "No significant change", "CannotBeCalculated": "Cannot be calculated",
            ]
            result.expect(words[word(test)] ?? word(test), row, "expected_trend")
            guard !row["expected_chi2_4dp"].isEmpty else { continue }
            result.expect(test.chiSquared, row, "expected_chi2_4dp", decimals: 4)
            result.expect(test.slope, row, "expected_gradient_4dp", decimals: 4)
        }
    }

    private static func fingertips(
        _ table: VectorTable, _ result: inout FileResult, _ folder: String
    ) throws {
        let points = try VectorTable(path: "\(folder)/trend_points.csv")
        for row in table.rows {
            switch row["case_id"] {
            case "trend-next-02":
                result.leaveOut("quirk: no change only because the fixture has no intervals")
                continue
            case "trend-next-05":
                result.leaveOut("refused by the kind of value, which the caller knows here")
                continue
            default: break
            }
            let mine = points.rows.filter { $0["case_id"] == row["case_id"] }
            let isProportion = row["method"] == "proportion"
            // The older program takes 1.96 for the quantile; level is what gives the same weights.
            let level = ConfidenceLevel(1 - StandardNormal.twoSided(1.96)) ?? .percent95
            let test = TrendTest(
                mine.map { isProportion ? proportion($0) : value($0, "value") }, confidence: level)
            result.expect(word(test), row, "expected_marker")
            guard row.number("expected_chi2_rounded_2dp") != nil else { continue }
            if test.reason == .allOrNone {
                result.leaveOut("0 for a statistic that upstream does not compute")
            } else {
                result.expect(test.chiSquared, row, "expected_chi2_rounded_2dp", decimals: 2)
            }
        }
    }

    private static func polarities(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            let isAbove = row["marker"] == "Increasing"
            guard isAbove || row["marker"] == "Decreasing" else {
                result.expect(row["marker"], row, "expected")
                continue
            }
            let judgement = Judgement(
                isAbove: isAbove, PlaceChecks.orientation(row["polarity"]))
            let ending =
                switch judgement {
                case .better: "AndGettingBetter"
                case .worse: "AndGettingWorse"
                default: ""
                }
            result.expect(row["marker"] + ending, row, "expected")
        }
    }

    private static func word(_ test: TrendTest) -> String {
        switch test.direction {
        case .increasing: "Increasing"
        case .decreasing: "Decreasing"
        case .noChange: "NoChange"
        case .notCalculable: "CannotBeCalculated"
        }
    }

    private static func proportion(_ row: VectorRow) -> TrendPoint {
        let year = Int(row["year"]) ?? 0
        guard let x = row.number("count"), let n = row.number("denominator") else {
            return TrendPoint(year: year, .missing)
        }
        let share = Proportion(count: x, total: n)
        return TrendPoint(year: year, share.map(TrendPoint.Measure.proportion) ?? .impossible)
    }

    private static func value(_ row: VectorRow, _ column: String) -> TrendPoint {
        let interval = row.interval("lower95", "upper95")
        return TrendPoint(
            year: Int(row["year"]) ?? 0,
            row.number(column).map { .value($0, interval: interval) } ?? .missing)
    }
}
