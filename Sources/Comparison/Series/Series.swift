public import Indicators
public import Statistics

/// An indicator of one municipality over the years, beside those it is compared with.
public struct Series: Sendable {
    /// The indicator.
    public var indicator: Indicator
    /// Whether the complement is shown.
    public var isComplement: Bool
    /// The gender.
    public var gender: Gender
    /// The municipality.
    public var focus: Municipality
    /// A point for every year from the first with a value to the last, those without one too.
    public var points: [SeriesPoint]
    /// Whether the last five years rise or fall, or why nobody can say.
    public var test: TrendTest
    /// The last value against the first one of the same unbroken series; `nil` for fewer than two.
    public let overall: Contrast?
    /// The last value against the one before it in the same unbroken series; `nil` for fewer than two.
    public let lastChange: Change?
    /// Between what values the next one is to be expected, where there are no numerators: over at
    /// least five values in a row since the last break.
    public var limits: IndividualsChart?

    /// A change between two periods.
    public struct Change: Sendable {
        /// The period before.
        public let earlier: Period
        /// The period after.
        public let later: Period
        /// What the change is worth.
        public let contrast: Contrast
        /// How many cases either period would need for the change to be told from chance; `nil` for what
        /// is no share of single cases, and for no change.
        public let neededCases: Int?
    }

    /// From how many values on natural limits are given.
    public static let leastForLimits = 5

    /// Puts a series together.
    ///
    /// - Parameters:
    ///   - indicator: the indicator.
    ///   - isComplement: whether to show 100 − value.
    ///   - gender: the gender.
    ///   - focus: the municipality.
    ///   - points: the periods with a value of the municipality or of others, in any order; all of
    ///     one kind and part of the year.
    ///   - yardsticks: how figures of each period are judged; made of the indicator alone when left out.
    public init(
        indicator: Indicator, isComplement: Bool = false, gender: Gender, focus: Municipality,
        points: [SeriesPoint], yardsticks: [Period: Yardstick] = [:]
    ) {
        let usual = Yardstick(of: indicator, isComplement: isComplement)
        self.indicator = indicator
        self.isComplement = isComplement
        self.gender = gender
        self.focus = focus
        self.points = Self.withGaps(points).map { point in
            var point = point
            if isComplement {
                point.figure = point.figure?.complement(indicator.uncertainty)
                point.spread = point.spread?.complement
            }
            point.interval = point.figure.flatMap {
                (yardsticks[point.period] ?? usual).interval(of: $0)
            }
            point.breakReason =
                indicator.seriesBreaks.first { $0.year == point.period.year }?.reason
            return point
        }
        let trend = self.points.compactMap { point -> TrendPoint? in
            guard let figure = point.figure, !point.isCollecting else { return nil }
            return (yardsticks[point.period] ?? usual).trendPoint(point.period.year, figure)
        }
        let breaks = Set(indicator.seriesBreaks.map(\.year))
        test = TrendTest(trend, breaks: breaks)
        limits = Self.limits(self.points, breaks)
        let unbroken = Self.unbroken(self.points)
        overall =
            if unbroken.count > 1, let first = unbroken.first, let last = unbroken.last {
                (yardsticks[last.period] ?? usual).contrast(of: last.figure, against: first.figure)
            } else {
                nil
            }
        lastChange =
            if let last = unbroken.last, let before = unbroken.dropLast().last {
                Change(
                    earlier: before.period, later: last.period,
                    contrast: (yardsticks[last.period] ?? usual)
                        .contrast(of: last.figure, against: before.figure),
                    neededCases: usual.neededCases(last.figure, before.figure))
            } else {
                nil
            }
    }

    /// The title of what is shown.
    public var title: String {
        isComplement ? indicator.complementTitle ?? indicator.title : indicator.title
    }

    /// The polarity of what is shown.
    public var polarity: Polarity {
        isComplement ? indicator.polarity.complement : indicator.polarity
    }

    /// The verdict of the test in the direction that is good.
    public var judgement: Judgement { test.judgement(polarity.orientation) }

    /// The last point with a value.
    public var last: SeriesPoint? {
        points.last { $0.figure?.value != nil && !$0.isCollecting }
            ?? points.last { $0.figure?.value != nil }
    }

    /// The first point with a value since the last break.
    public var first: SeriesPoint? { Self.unbroken(points).first }

    /// The last value less the first of the same unbroken series; `nil` for fewer than two.
    public var change: ScaledDecimal? { overall?.difference }

    /// The points with a value since the last break.
    private static func unbroken(_ points: [SeriesPoint]) -> [SeriesPoint] {
        let since = points.lastIndex { $0.breakReason != nil } ?? points.startIndex
        return points[since...].filter { $0.figure?.value != nil && !$0.isCollecting }
    }

    /// The points in order, with one for each year that is left out between the first and the last.
    private static func withGaps(_ points: [SeriesPoint]) -> [SeriesPoint] {
        let sorted = points.sorted { $0.period < $1.period }
        var result: [SeriesPoint] = []
        for point in sorted {
            if let last = result.last?.period, last.year + 1 < point.period.year {
                for year in (last.year + 1)..<point.period.year {
                    if let gap = Period(kind: last.kind, year: year, part: last.part) {
                        result.append(SeriesPoint(period: gap))
                    }
                }
            }
            result.append(point)
        }
        return result
    }

    private static func limits(
        _ points: [SeriesPoint], _ breaks: Set<Int>
    ) -> IndividualsChart? {
        var values: [Double] = []
        for point in points.reversed() {
            if point.isCollecting { continue }
            guard let figure = point.figure, let value = figure.value, figure.denominator == nil
            else { break }
            values.append(value.approximation)
            if breaks.contains(point.period.year) { break }
        }
        guard values.count >= leastForLimits else { return nil }
        return IndividualsChart(values.reversed())
    }
}

extension ValueSpread {
    /// The spread of 100 − value.
    var complement: ValueSpread? {
        let hundred = ScaledDecimal(100)
        guard let mean = hundred.subtracting(mean), let least = hundred.subtracting(highest),
            let lower = hundred.subtracting(upperQuartile),
            let middle = hundred.subtracting(median),
            let upper = hundred.subtracting(lowerQuartile),
            let most = hundred.subtracting(lowest)
        else { return nil }
        return ValueSpread(
            withValue: withValue, mean: mean, lowest: least, lowerQuartile: lower, median: middle,
            upperQuartile: upper, highest: most)
    }
}
