internal import Statistics

/// Funnels of proportions, ratios and rates, and overdispersion.
enum FunnelChecks {
    static let all: [(String, CheckVectors.Check)] = [
        ("funnel_prop_inputs.csv", proportions), ("funnel_prop_limits.csv", proportionLimits),
        ("funnel_prop_limits_denominator_lt_31000.csv", proportionLimits),
        ("funnel_ratio_inputs.csv", ratios), ("funnel_ratio_limits.csv", ratioLimits),
        ("funnel_rate_limits_dsr.csv", rateLimits),
        ("funnel_rate_limits_crude_zero_event.csv", rateLimits),
        ("funnel_rate_limits_crude_max_event_set_to_5.csv", rateLimits),
        ("funnel_rate_significance.csv", rates),
        ("funnelplotr_poisson_limits.csv", around),
        ("funnelplotr_overdispersion.csv", overdispersion),
    ]

    private static let levels:
        [(level: ConfidenceLevel, prop: String, ratio: String, rate: String)] =
            [(.percent95, "95", "95", "2s"), (.percent998, "99_8", "99_8", "3s")]

    private static func sum(_ rows: [VectorRow], _ column: String) -> Double {
        rows.reduce(0) { $0 + ($1.number(column) ?? 0) }
    }

    private static func proportions(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        let benchmark = sum(table.rows, "numerator") / sum(table.rows, "denominator")
        let funnel = ProportionFunnel(benchmark: benchmark)
        for row in table.rows {
            let unit = row.number("numerator").flatMap { x in
                row.number("denominator").flatMap { Proportion(count: x, total: $0) }
            }
            let word = unit.flatMap { funnel?.significance(of: $0) }
            result.expect(word?.rawValue ?? "", row, "expected_significance")
        }
    }

    private static func proportionLimits(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            let funnel = row.number("baseline").flatMap { ProportionFunnel(benchmark: $0 / 100) }
            let limits = row.number("population").flatMap { funnel?.limits(total: $0) }
            for (range, name) in [(limits?.at95, "95"), (limits?.at998, "99_8")] {
                result.expect(range.map { $0.lowerBound * 100 }, row, "lower_\(name)", decimals: 5)
                result.expect(range.map { $0.upperBound * 100 }, row, "upper_\(name)", decimals: 5)
            }
        }
    }

    private static func ratios(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        let funnel = PoissonFunnel(benchmark: 1)
        for row in table.rows {
            let word = row.number("observed").flatMap(EventCount.init).flatMap { events in
                row.number("expected").flatMap {
                    funnel?.significance(of: events, denominator: $0)
                }
            }
            result.expect(word?.rawValue ?? "", row, "expected_significance")
        }
    }

    /// What stands on a limit, and that limit for what stands there.
    private static func ratioLimits(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        for row in table.rows {
            for (level, _, name, _) in levels {
                guard let events = row.number("observed_events").flatMap(EventCount.init),
                    let funnel = PoissonFunnel(benchmark: 1)
                else { continue }
                let range = funnel.denominators(of: events, level)
                let ends = [("lower", range.upperBound), ("upper", range.lowerBound)]
                for (side, expected) in ends {
                    let limits = funnel.limits(denominator: expected)
                    let interval = name == "95" ? limits.at95 : limits.at998
                    let limit = side == "lower" ? interval.lowerBound : interval.upperBound
                    result.expect(expected, row, "\(side)_\(name)_exp_events", within: 2e-4)
                    result.expect(limit * 100, row, "\(side)_\(name)_isr", within: 2e-4)
                }
            }
        }
    }

    private static func rateLimits(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        let years = 3.0
        let multiplier = 100_000.0
        for row in table.rows {
            for (level, _, _, name) in levels {
                guard let events = row.number("Events").flatMap(EventCount.init),
                    let funnel = row.number("baseline").flatMap({
                        PoissonFunnel(benchmark: $0 / multiplier)
                    })
                else { continue }
                let range = funnel.denominators(of: events, level)
                let ends = [("lower", range.upperBound), ("upper", range.lowerBound)]
                for (side, population) in ends {
                    let limits = funnel.limits(denominator: population)
                    let interval = name == "2s" ? limits.at95 : limits.at998
                    let limit = side == "lower" ? interval.lowerBound : interval.upperBound
                    let yearly = population / years
                    result.expect(yearly, row, "\(side)_\(name)_population_1_year", within: 2e-4)
                    result.expect(limit * multiplier, row, "\(side)_\(name)_limit", within: 2e-4)
                }
            }
        }
    }

    /// Eight scenarios: crude and directly standardised, for two multipliers, with and without the
    /// area that has no event.
    private static func rates(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        let columns = [
            "dsr_per_100000_with_0", "dsr_per_100_with_0", "dsr_per_100000_without_0",
            "dsr_per_100_without_0", "crude_per_100000_with_0", "crude_per_100_with_0",
            "crude_per_100000_without_0", "crude_per_100_without_0",
        ]
        for column in columns {
            let isStandardised = column.hasPrefix("dsr")
            let rows = column.hasSuffix("with_0") ? table.rows : Array(table.rows.dropLast())
            var units: [(row: VectorRow, events: EventCount, denominator: Double)] = []
            for row in rows {
                guard let events = row.number("count").flatMap(EventCount.init) else { continue }
                if isStandardised, events.count < 10 {
                    result.leaveOut("standardised rates of fewer than 10 events have no verdict")
                    continue
                }
                let derived = row.number("rate_dsr").map { events.count / $0 * 100_000 }
                if let n = isStandardised ? derived : row.number("pop") {
                    units.append((row, events, n))
                }
            }
            let total = units.reduce(0) { $0 + $1.denominator }
            let funnel = PoissonFunnel(
                benchmark: units.reduce(0) { $0 + $1.events.count } / total)
            for (row, events, n) in units {
                let word = funnel?.significance(of: events, denominator: n)
                result.expect(word?.rawValue ?? "", row, column)
            }
        }
    }

    private static func around(_ table: VectorTable, _ result: inout FileResult, _: String) throws {
        for row in table.rows {
            let limits = row.number("expected_events").flatMap(EventCount.init).map {
                PoissonFunnel.limitsAround(expected: $0)
            }
            for (range, name) in [(limits?.at95, "95"), (limits?.at998, "99_8")] {
                result.expect(range?.lowerBound, row, "ll\(name)", decimals: 6)
                result.expect(range?.upperBound, row, "ul\(name)", decimals: 6)
            }
        }
    }

    private static func overdispersion(
        _ table: VectorTable, _ result: inout FileResult, _: String
    ) throws {
        let units = table.rows.map { row in
            (x: row.number("numerator") ?? .nan, n: row.number("denominator") ?? .nan)
        }
        let found = Overdispersion(of: units, benchmark: 1, scale: .ratio, extremes: .truncated)
        for row in table.rows {
            result.expect(found?.phi, row, "expected_phi_6dp", decimals: 6)
        }
    }
}
