internal import Statistics

/// Intervals of proportions, counts, rates, ratios, means and differences.
enum IntervalChecks {
    static let all: [(String, CheckVectors.Check)] = [
        ("proportion_wilson.csv", proportions), ("proportion_ncmp_wilson95.csv", prevalences),
        ("rate_byars_exact.csv", rates), ("byars_wilson_raw.csv", raw),
        ("isr_expected.csv", standardised), ("mean_t_expected.csv", means),
        ("newcombe_difference.csv", differences),
    ]

    private static func proportions(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            let multiplier = row.number("multiplier") ?? 1
            let share = proportion(row, "numerator", "denominator")
            let level = row.number("confidence").flatMap(ConfidenceLevel.init)
            let interval = level.flatMap { share?.wilsonInterval(z: $0.z) }
            result.expect(share.map { $0.share * multiplier }, row, "expected_value")
            result.expect(interval.map { $0.lowerBound * multiplier }, row, "expected_lower")
            result.expect(interval.map { $0.upperBound * multiplier }, row, "expected_upper")
        }
    }

    private static func prevalences(
        _ table: VectorTable, _ result: inout FileResult, _ folder: String
    ) throws {
        try proportions(table, &result, folder)
        for row in table.rows {
            let interval = proportion(row, "numerator", "denominator")?.wilsonInterval()
            let error = interval.map {
                ($0.upperBound - $0.lowerBound) * 100 / (2 * StandardNormal.quantile975)
            }
            result.expect(error, row, "expected_se")
        }
    }

    private static func rates(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        for row in table.rows {
            let events = row.number("numerator").flatMap(EventCount.init)
            let factor = row.number("denominator").flatMap { total in
                row.number("multiplier").map { $0 / total }
            }
            let level = row.number("confidence").flatMap(ConfidenceLevel.init)
            let interval = level.flatMap { events?.interval($0) }
            func scaled(_ value: Double?) -> Double? {
                guard let value, let factor else { return nil }
                return value * factor
            }
            result.expect(scaled(events?.count), row, "expected_value")
            result.expect(scaled(interval?.lowerBound), row, "expected_lower")
            result.expect(scaled(interval?.upperBound), row, "expected_upper")
            result.expect(events?.method.rawValue ?? "", row, "method")
        }
    }

    private static func raw(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        for row in table.rows {
            let level: ConfidenceLevel = row["confidence"] == "95%" ? .percent95 : .percent998
            if row["method"] == "Wilson" {
                let interval = proportion(row, "x", "n")?.wilsonInterval(z: level.z)
                result.expect(interval?.lowerBound, row, "expected_lower")
                result.expect(interval?.upperBound, row, "expected_upper")
            } else {
                let interval = row.number("x").flatMap(EventCount.init)?.byarsInterval(level)
                result.expect(interval?.lowerBound, row, "expected_lower")
                if interval == nil {
                    result.leaveOut("an upper bound without a lower one is no interval of ours")
                } else {
                    result.expect(interval?.upperBound, row, "expected_upper")
                }
            }
        }
    }

    private static func standardised(
        _ table: VectorTable, _ result: inout FileResult, _ folder: String
    ) throws {
        let input = try VectorTable(path: "\(folder)/isr_input.csv")
        for row in table.rows {
            var observed = 0.0
            var expected = 0.0
            for band in input.rows where band["area"] == row["area"] {
                // The reference is one for all areas; a missing band counts as none, as upstream has it.
                let reference = input.rows.first { other in
                    other["ageband"] == band["ageband"] && other.number("refpop") != nil
                }
                observed += band.number("count") ?? 0
                let rate = reference.flatMap { reference in
                    reference.number("refpop").map { (reference.number("refcount") ?? 0) / $0 }
                }
                expected += (rate ?? 0) * (band.number("pop") ?? 0)
            }
            let perHundred = row["statistic"].hasSuffix("x 100") ? 100.0 : 1
            let factor = (row.number("ref_rate") ?? perHundred) / expected
            let events = EventCount(observed)
            result.expect(expected, row, "expected")
            result.expect(events.map { $0.count * factor }, row, "value")
            for (level, name) in [(ConfidenceLevel.percent95, "95_0"), (.percent998, "99_8")] {
                let interval = events?.interval(level)
                result.expect(interval.map { $0.lowerBound * factor }, row, "lower\(name)")
                result.expect(interval.map { $0.upperBound * factor }, row, "upper\(name)")
            }
            result.expect(events?.method.rawValue ?? "", row, "method")
        }
    }

    private static func means(
        _ table: VectorTable, _ result: inout FileResult, _ folder: String
    ) throws {
        let input = try VectorTable(path: "\(folder)/mean_t_values.csv")
        for row in table.rows {
            let values = input.rows.filter { value in
                row["group"] == "No grouping" || value["area"] == row["group"]
            }
            let sample = Sample(values.compactMap { $0.number("value") })
            result.expect(Double(sample.count), row, "n")
            result.expect(sample.mean, row, "mean")
            result.expect(sample.standardDeviation, row, "stdev_n_minus_1")
            for (level, name) in [(ConfidenceLevel.percent95, "95_0"), (.percent998, "99_8")] {
                let interval = sample.meanInterval(level)
                result.expect(interval?.lowerBound, row, "lower\(name)")
                result.expect(interval?.upperBound, row, "upper\(name)")
            }
        }
    }

    private static func differences(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            let first = proportion(row, "x1", "n1")
            let interval = proportion(row, "x2", "n2").flatMap {
                first?.newcombeInterval(minus: $0)
            }
            result.expect(interval?.lowerBound, row, "published_lower_4dp", decimals: 4)
            result.expect(interval?.upperBound, row, "published_upper_4dp", decimals: 4)
            result.expect(interval?.lowerBound, row, "computed_lower")
            result.expect(interval?.upperBound, row, "computed_upper")
        }
    }

    private static func proportion(_ row: VectorRow, _ x: String, _ n: String) -> Proportion? {
        row.number(x).flatMap { x in
            row.number(n).flatMap { Proportion(count: x, total: $0) }
        }
    }
}
