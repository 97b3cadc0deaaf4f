/// What has become of a target.
public enum TargetStatus: String, Sendable, Hashable, CaseIterable {
    /// The final value of the target's own period is on the good side (uppnått).
    case reached
    /// The total misses it, but women or men reach it (delvis).
    case partly
    /// The value of the target's own period misses it (ej uppnått).
    case missed
    /// There is no final value of the period yet, but the newest there is reaches it (bedöms uppnås).
    case expected
    /// There is a value of the period, which must not be shown (sekretess); nothing is computed of it.
    case suppressed
    /// There is no value of the period, and nothing that promises one (ej mätt).
    case notMeasured = "not_measured"
}

/// Why a target gives no verdict.
public enum TargetObstacle: String, Sendable, Hashable, CaseIterable {
    /// The source does not say for which period it holds.
    case undeclaredPeriod = "undeclared_period"
    /// Nobody has said which direction is good.
    case noDirection = "no_direction"
}
