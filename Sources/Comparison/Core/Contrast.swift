public import Indicators

/// The difference of two figures, and what it is worth.
public struct Contrast: Sendable, Hashable {
    /// The difference of the values as they are stated; `nil` where one is missing.
    public let difference: ScaledDecimal?
    /// Its 95 % interval; `nil` where an obstacle stands in the way.
    public let interval: ValueInterval?
    /// The word for it.
    public let verdict: Verdict
    /// Why there is no interval; `nil` where there is one.
    public let obstacle: Obstacle?
    /// The probability of so large a difference where there is none, for weighing many differences
    /// against each other; `nil` without an interval.
    public let probability: Double?

    /// A difference that cannot be judged.
    init(_ difference: ScaledDecimal?, _ obstacle: Obstacle) {
        self.difference = difference
        interval = nil
        verdict = obstacle.verdict
        self.obstacle = obstacle
        probability = nil
    }

    /// A difference with its interval.
    init(
        _ difference: ScaledDecimal?, _ interval: ValueInterval, _ verdict: Verdict,
        _ probability: Double
    ) {
        self.difference = difference
        self.interval = interval
        self.verdict = verdict
        obstacle = nil
        self.probability = probability
    }

    /// The verdict when many tests at once are allowed for: what is not believed cannot be told apart.
    ///
    /// - Parameter adjusted: the probability by Benjamini and Hochberg.
    /// - Returns: the verdict, or `similar` in its place.
    public func verdict(adjusted: Double?) -> Verdict {
        guard let adjusted, verdict.tellsApart, adjusted > Profile.falseShare else {
            return verdict
        }
        return .similar
    }
}
