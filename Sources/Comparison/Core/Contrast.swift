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

    /// A difference that cannot be judged.
    init(_ difference: ScaledDecimal?, _ obstacle: Obstacle) {
        self.difference = difference
        interval = nil
        verdict = obstacle.verdict
        self.obstacle = obstacle
    }

    /// A difference with its interval.
    init(_ difference: ScaledDecimal?, _ interval: ValueInterval, _ verdict: Verdict) {
        self.difference = difference
        self.interval = interval
        self.verdict = verdict
        obstacle = nil
    }
}
