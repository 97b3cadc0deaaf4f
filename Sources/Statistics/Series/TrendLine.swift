internal import Glibc

/// A straight line through the years of a series, and how sure its slope is.
struct TrendLine {
    /// χ² of the slope with one degree of freedom; `nil` where all cases are alike.
    let chiSquared: Double?
    /// The slope a year; `nil` where a proportion is 0 or 1.
    let slope: Double?
    /// Whether the slope has the same sign whichever point is left out.
    let keepsSignWithoutAnyPoint: Bool

    /// Fits a line; `nil` for fewer than two points, for a mixture of kinds, and where an interval
    /// is missing or has no width.
    init?(_ points: [TrendPoint], _ confidence: ConfidenceLevel) {
        guard let first = points.first, points.count > 1 else { return nil }
        // Years near 0 keep the digits of the sums.
        let years = points.map { Double($0.year - first.year) }
        let shares = points.compactMap { point -> Proportion? in
            guard case .proportion(let share) = point.measure else { return nil }
            return share
        }
        let values = points.compactMap { point -> (Double, Double)? in
            guard case .value(let value, .some(let interval)) = point.measure else { return nil }
            return (value, interval.upperBound - interval.lowerBound)
        }
        if shares.count == points.count {
            self.init(years, shares)
        } else if values.count == points.count, values.allSatisfy({ $0.1 > 0 }) {
            let weights = values.map { width in
                let error = width.1 / (2 * confidence.z)
                return 1 / (error * error)
            }
            self.init(years, values.map(\.0), weights)
        } else {
            return nil
        }
    }

    /// χ² of Cochran (Biometrics 10 (1954) 417–451) and Armitage (Biometrics 11 (1955) 375–386):
    /// N(NΣxt − XΣnt)² / X(N − X)(NΣnt² − (Σnt)²), centred; the slope is that of the log odds.
    private init(_ years: [Double], _ shares: [Proportion]) {
        let n = shares.reduce(0) { $0 + $1.total }
        let x = shares.reduce(0) { $0 + $1.count }
        let centre = zip(years, shares).reduce(0) { $0 + $1.0 * $1.1.total } / n
        var moment = 0.0
        var spread = 0.0
        for (year, share) in zip(years, shares) {
            moment += share.count * (year - centre)
            spread += share.total * (year - centre) * (year - centre)
        }
        let within = x * (n - x) * spread
        chiSquared = within > 0 ? n * n * moment * moment / within : nil
        let odds = shares.map { log($0.count) - log($0.total - $0.count) }
        let hasOdds = odds.allSatisfy(\.isFinite)
        let weights = odds.map { _ in 1.0 }
        slope = hasOdds ? Self.slope(years, odds, weights).slope : nil
        keepsSignWithoutAnyPoint = hasOdds && Self.keepsSign(years, odds, weights)
    }

    /// χ² = β²/Var β of the line by weighted least squares.
    private init(_ years: [Double], _ values: [Double], _ weights: [Double]) {
        let line = Self.slope(years, values, weights)
        chiSquared = line.slope * line.slope * line.spread
        slope = line.slope
        keepsSignWithoutAnyPoint = Self.keepsSign(years, values, weights)
    }

    /// The slope by weighted least squares, and Σw(t − t̄)², the reciprocal of its variance.
    private static func slope(
        _ years: [Double], _ values: [Double], _ weights: [Double]
    ) -> (slope: Double, spread: Double) {
        var sum = 0.0
        var centre = 0.0
        for (year, weight) in zip(years, weights) {
            sum += weight
            centre += weight * year
        }
        centre /= sum
        var moment = 0.0
        var spread = 0.0
        for index in years.indices {
            let distance = years[index] - centre
            moment += weights[index] * distance * values[index]
            spread += weights[index] * distance * distance
        }
        return (moment / spread, spread)
    }

    private static func keepsSign(
        _ years: [Double], _ values: [Double], _ weights: [Double]
    ) -> Bool {
        guard years.count > 2 else { return false }
        let sign = slope(years, values, weights).slope.sign
        return years.indices.allSatisfy { index in
            func without(_ numbers: [Double]) -> [Double] {
                var rest = numbers
                rest.remove(at: index)
                return rest
            }
            let rest = slope(without(years), without(values), without(weights)).slope
            return rest.sign == sign && rest != 0
        }
    }
}
