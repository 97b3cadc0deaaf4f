internal import Statistics

/// The funnel of a table: its benchmark, and the limits of each row.
struct FunnelTable {
    private let kind: FunnelKind
    private let benchmark: Double?
    private let hasDispersion: Bool
    private let dispersion: Overdispersion?

    /// Takes the rows together; a row that lacks a number counts for nothing.
    init(_ rows: [(x: Double?, n: Double?)], _ kind: FunnelKind, overdispersion: Bool) {
        self.kind = kind
        hasDispersion = overdispersion
        let units = rows.compactMap { row -> (x: Double, n: Double)? in
            guard let x = row.x, let n = row.n else { return nil }
            return (x, n)
        }
        // Sorted, so that the order of the rows changes no digit.
        let sorted = units.sorted { ($0.n, $0.x) < ($1.n, $1.x) }
        let total = sorted.reduce(0) { $0 + $1.n }
        let pooled = total > 0 ? sorted.reduce(0) { $0 + $1.x } / total : nil
        let benchmark = kind == .ratio ? 1 : pooled
        self.benchmark = benchmark
        dispersion =
            if overdispersion, let benchmark, benchmark > 0,
                units.count >= Overdispersion.fewestUnits
            {
                Overdispersion(
                    of: sorted, benchmark: benchmark,
                    scale: kind == .proportion ? .proportion : .ratio)
            } else { nil }
    }

    /// The cells that a row gets.
    func values(x: Double?, n: Double?, multiplier: Double) -> [StatsValue] {
        let limits = n.flatMap(limits)
        var values: [StatsValue] = [benchmark]
            .map { .number($0.map { $0 * multiplier }) }
        for range in [limits?.at95, limits?.at998] {
            values.append(.number(range.map { $0.lowerBound * multiplier }))
            values.append(.number(range.map { $0.upperBound * multiplier }))
        }
        values.append(.word(significance(x, n, limits)?.rawValue ?? ""))
        if hasDispersion {
            values += [.number(dispersion?.phi), .number(dispersion?.tauSquared)]
        }
        return values
    }

    private var widened: Overdispersion? { dispersion?.isMarked == true ? dispersion : nil }

    private func limits(_ n: Double) -> FunnelLimits? {
        if let widened { return widened.limits(denominator: n) }
        guard let benchmark else { return nil }
        if kind == .proportion {
            return ProportionFunnel(benchmark: benchmark)?.limits(total: n)
        }
        // Without any event there is nothing to stand out of.
        return PoissonFunnel(benchmark: benchmark)?.limits(denominator: n)
            ?? FunnelLimits(at95: 0...0, at998: 0...0)
    }

    private func significance(
        _ x: Double?, _ n: Double?, _ limits: FunnelLimits?
    ) -> FunnelSignificance? {
        guard let x, let n, let limits else { return nil }
        if widened == nil, kind != .proportion, let benchmark, let events = EventCount(x),
            let funnel = PoissonFunnel(benchmark: benchmark)
        {
            return funnel.significance(of: events, denominator: n)
        }
        return limits.significance(of: x / n)
    }
}
