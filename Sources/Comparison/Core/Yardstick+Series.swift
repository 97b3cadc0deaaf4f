internal import Indicators
internal import Statistics

extension Yardstick {
    /// A year of a series as the trend test takes it: single persons by their cases, what comes in
    /// clusters and surveys by the interval that allows for it, everything else by its value alone.
    func trendPoint(_ year: Int, _ figure: OutcomeFigure) -> TrendPoint? {
        guard let value = figure.value else { return nil }
        guard case .success = estimate(of: figure) else {
            return TrendPoint(year: year, .value(value.approximation, interval: nil))
        }
        if uncertainty == .persons, let cases = figure.counts(uncertainty)?.proportion {
            return TrendPoint(year: year, .proportion(cases))
        }
        let bounds = interval(of: figure).map { interval in
            interval.lower.approximation...interval.upper.approximation
        }
        return TrendPoint(year: year, .value(value.approximation, interval: bounds))
    }
}
