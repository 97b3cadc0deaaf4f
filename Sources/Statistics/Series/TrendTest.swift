internal import Glibc

/// Whether the last five years of a series rise or fall: the test of Fingertips, with true years.
///
/// Fingertips numbers the points 1 to 5 even where a year is missing; here a year is a year, and a
/// series with a gap is refused. The limit of χ² is that of p = 0.002 with one degree of freedom.
/// It assumes independent years without extra spread: with thousands of cases a year nearly
/// everything is significant.
public struct TrendTest: Sendable, Hashable {
    /// What a series does.
    public enum Direction: String, Sendable, Hashable, CaseIterable {
        /// It rises.
        case increasing
        /// It falls.
        case decreasing
        /// Neither can be told.
        case noChange = "no_change"
        /// The test does not apply; see ``TrendTest/reason``.
        case notCalculable = "not_calculable"
    }

    /// Why there is no direction.
    public enum Reason: String, Sendable, Hashable, CaseIterable {
        /// A year is there twice; nobody knows which one holds.
        case duplicateYear = "duplicate_year"
        /// One of the last five years has no value.
        case missingValue = "missing_value"
        /// One of the last five years has more cases than there are.
        case impossibleShare = "x_above_n"
        /// One of the last five values has no interval.
        case missingInterval = "missing_interval"
        /// There are fewer than five years.
        case tooFewPoints = "too_few_points"
        /// A year is left out between the first and the last of the five.
        case missingYear = "missing_year"
        /// What was measured changed within the five years.
        case seriesBreak = "series_break"
        /// A year has no case, or all of them: its odds have no logarithm.
        case allOrNone = "all_or_none"
        /// An interval has no width, so nothing could weigh it.
        case zeroWidth = "zero_width_interval"
        /// χ² is below the limit.
        case notSignificant = "not_significant"
        /// χ² is above the limit, but without one of the points the slope turns.
        case outlier
    }

    /// The number of points the test looks at.
    public static let length = 5
    /// The quantile of χ² with one degree of freedom at 99.8 %: z², for z of 99.9 %.
    public static let limit = ConfidenceLevel.percent998.z * ConfidenceLevel.percent998.z

    /// χ² of the slope over the last five years with a value; given also where the direction is
    /// refused, if it can be computed.
    public let chiSquared: Double?
    /// The slope a year: of the log odds for proportions, of the value for others.
    public let slope: Double?
    /// What the series does.
    public let direction: Direction
    /// Why it neither rises nor falls; `nil` where it does.
    public let reason: Reason?

    /// Tests a series.
    ///
    /// - Parameters:
    ///   - points: the years, in any order; all proportions, or all values.
    ///   - breaks: the years from which on something else was measured than before.
    ///   - confidence: the level of the intervals of values.
    public init(
        _ points: [TrendPoint], breaks: Set<Int> = [], confidence: ConfidenceLevel = .percent95
    ) {
        let sorted = points.sorted { $0.year < $1.year }
        let recent = sorted.suffix(Self.length)
        let used = Array(sorted.filter { !$0.isVoid }.suffix(Self.length))
        let hasDuplicate = zip(recent, recent.dropFirst()).contains { $0.year == $1.year }
        let line = hasDuplicate ? nil : TrendLine(used, confidence)
        let obstacle =
            hasDuplicate
            ? .duplicateYear : Self.obstacle(Array(recent), breaks) ?? Self.obstacle(line)
        chiSquared = line?.chiSquared
        slope = line?.slope
        if let obstacle {
            direction = .notCalculable
            reason = obstacle
            return
        }
        guard let line, let chiSquared, chiSquared > Self.limit else {
            direction = .noChange
            reason = .notSignificant
            return
        }
        guard line.keepsSignWithoutAnyPoint else {
            direction = .noChange
            reason = .outlier
            return
        }
        direction = line.slope ?? 0 > 0 ? .increasing : .decreasing
        reason = nil
    }

    /// The verdict in the direction that is good.
    public func judgement(_ orientation: Orientation) -> Judgement {
        switch direction {
        case .increasing: Judgement(isAbove: true, orientation)
        case .decreasing: Judgement(isAbove: false, orientation)
        case .noChange: .similar
        case .notCalculable: .none
        }
    }

    private static func obstacle(_ recent: [TrendPoint], _ breaks: Set<Int>) -> Reason? {
        if recent.contains(where: { $0.measure == .missing }) { return .missingValue }
        if recent.contains(where: { $0.measure == .impossible }) { return .impossibleShare }
        for point in recent {
            if case .value(_, interval: nil) = point.measure { return .missingInterval }
        }
        guard recent.count == length, let first = recent.first?.year, let last = recent.last?.year
        else { return .tooFewPoints }
        if last - first != length - 1 { return .missingYear }
        return breaks.contains { $0 > first && $0 <= last } ? .seriesBreak : nil
    }

    private static func obstacle(_ line: TrendLine?) -> Reason? {
        guard let line else { return .zeroWidth }
        return line.slope == nil ? .allOrNone : nil
    }
}
