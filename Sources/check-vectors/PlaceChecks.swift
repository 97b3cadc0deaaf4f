internal import Statistics

/// Places, groups, percentiles, averages, rounding and small numbers.
enum PlaceChecks {
    static let all: [(String, CheckVectors.Check)] = [
        ("quantile_assignment.csv", quantiles), ("quantile_fp_hazard.csv", hazards),
        ("rank_ties_min.csv", ranks), ("percentile_type7.csv", percentiles),
        ("category_type7.csv", categories), ("percentile_rank_ebi.csv", percentileRanks),
        ("weighted_mean.csv", weightedMeans), ("rounding_half_away.csv", roundings),
        ("suppression_cases.csv", suppressions), ("quartile_band_lait.csv", bands),
    ]

    private static func quantiles(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for group in table.groups(by: "group_set", "group", "n_quantiles", "invert") {
            let used = group.filter { $0["used_in_upstream_test"] == "1" }
            if used.count < group.count {
                result.leaveOut("not used by upstream's own test", count: group.count - used.count)
            }
            guard let first = used.first, let count = Int(first["n_quantiles"]) else { continue }
            let groups = RankOrder.groups(
                of: used.map { $0.number("value") }, count,
                first["invert"] == "TRUE" ? .high : .low)
            for (row, group) in zip(used, groups) {
                result.expect(group.map(String.init) ?? "", row, "expected_quantile")
            }
        }
    }

    private static func hazards(_ table: VectorTable, _ result: inout FileResult, _: String) throws
    {
        for row in table.rows {
            guard let groups = Int(row["n_quantiles"]), let count = Int(row["n"]),
                let place = Int(row["rank"])
            else { continue }
            let values = (1...count).map { Optional(Double($0)) }
            let group = RankOrder.groups(of: values, groups, .low)[place - 1]
            result.expect(group.map(String.init) ?? "", row, "exact_quantile")
        }
    }

    private static func ranks(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        for group in table.groups(by: "case_id") {
            let orientation = orientation(group.first?["polarity"] ?? "")
            let places = RankOrder.places(of: group.map { $0.number("value") }, orientation)
            for (row, place) in zip(group, places) {
                result.expect(place.map(String.init) ?? "", row, "expected_rank")
            }
        }
    }

    private static func percentiles(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            guard let first = Int(row["first_integer"]), let last = Int(row["last_integer"]),
                let percent = row.number("percentile")
            else { continue }
            let values = (first...last).map(Double.init)
            result.expect(Percentile.type7(of: values, percent / 100), row, "expected")
        }
    }

    /// The first percentile that is not below the value; upstream turns quintiles only.
    private static func categories(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            guard let count = Int(row["n_categories"]), let value = row.number("value") else {
                continue
            }
            let values = row.numbers("values")
            let category = (1...count).first { place in
                let bound = Percentile.type7(of: values, Double(place) / Double(count))
                return bound.map { $0 >= value } ?? false
            }
            let isTurned = row["polarity"] == "HighIsGood"
            let shown = category.map { isTurned ? count + 1 - $0 : $0 }
            result.expect(shown.map(String.init) ?? "", row, "expected_category")
        }
    }

    private static func percentileRanks(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            let share = row.number("value").flatMap {
                Percentile.rank(of: $0, among: row.numbers("values"))
            }
            result.expect(share.map { $0 * 100 }, row, "expected_percentile")
        }
    }

    private static func weightedMeans(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            let units = zip(row.numbers("counts"), row.numbers("denominators"))
            let mean = Averages.weighted(units.map { (x: $0, n: $1) })
            let unit = row.number("unit") ?? 1
            result.expect(mean.map { $0 * unit }, row, "expected_mean")
        }
    }

    private static func roundings(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            guard let value = row.number("value"), let decimals = Int(row["decimals"]) else {
                continue
            }
            let rounded = DecimalRounding.halfAwayFromZero(value, decimals: decimals)
            result.expect(rounded, row, "expected", within: 0)
        }
    }

    private static func suppressions(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for group in table.groups(by: "case_id") {
            func figure(_ gender: String) -> SmallNumbers.Figure? {
                guard let row = group.first(where: { $0["gender"] == gender }),
                    let x = row.number("numerator"), let n = row.number("denominator")
                else { return nil }
                return SmallNumbers.Figure(x, of: n)
            }
            let found = SmallNumbers().suppressions(
                of: .init(total: figure("T"), women: figure("K"), men: figure("M")))
            for row in group {
                let why =
                    ["T": found.total, "K": found.women, "M": found.men][row["gender"]] ?? nil
                let word = why.map { $0 == .primary ? "primary" : "secondary" }
                result.expect(word ?? "", row, "kind")
                result.expect(word == nil ? "false" : "true", row, "expected_suppressed")
            }
        }
    }

    private static func bands(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        for row in table.rows {
            let bounds = ["p25", "p50", "p75"].compactMap(row.number)
            let bands = PercentileBands(bounds: bounds)
            let letter = row.number("value").map { value in
                ["A", "B", "C", "D"][bands.band(of: value, orientation(row["polarity"])) - 1]
            }
            result.expect(letter ?? "", row, "expected_band")
        }
    }

    static func orientation(_ polarity: String) -> Orientation {
        switch polarity {
        case "High", "HighIsGood", "High is good": .high
        case "Low", "LowIsGood", "Low is good": .low
        default: .none
        }
    }
}
