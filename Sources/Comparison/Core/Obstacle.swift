/// Why there is no judgement on a difference.
public enum Obstacle: Sendable, Hashable {
    /// A value is missing.
    case noValue
    /// Money, time, indices, yes or no, deviations: chance has no interval for them.
    case neverAnInterval
    /// What is measured changed between the two.
    case seriesBreak
    /// It is no share of cases, and for others there is no method here.
    case noShare
    /// Numerator and denominator are not known.
    case noCounts
    /// Numerator and denominator do not give the value, or cannot be.
    case contradictoryCounts
    /// Cases come in clusters, and too few municipalities have counts to tell how much more than by
    /// chance they differ.
    case noDispersion
    /// Nobody knows how many of those asked have answered.
    case unknownResponseRate
    /// Too few of those asked have answered.
    case lowResponseRate

    /// The word for it: none where there is nothing to judge, else that nobody can tell.
    public var verdict: Verdict {
        switch self {
        case .noValue, .neverAnInterval, .seriesBreak: .none
        case .noShare, .noCounts, .contradictoryCounts, .noDispersion, .unknownResponseRate,
            .lowResponseRate:
            .uncertaintyUnknown
        }
    }
}
