/// A word on a value beside a benchmark, never stronger than its evidence.
public enum Judgement: String, Sendable, Hashable, CaseIterable {
    /// On the good side of the benchmark; the interval excludes it.
    case better
    /// The interval includes the benchmark: the two cannot be told apart.
    case similar
    /// On the bad side of the benchmark; the interval excludes it.
    case worse
    /// Above the benchmark, where no direction is good.
    case higher
    /// Below the benchmark, where no direction is good.
    case lower
    /// No judgement: a value, its interval or the benchmark is missing.
    case none

    /// The word for something that is above or below what it is held against.
    public init(isAbove: Bool, _ orientation: Orientation) {
        switch orientation {
        case .high: self = isAbove ? .better : .worse
        case .low: self = isAbove ? .worse : .better
        case .none: self = isAbove ? .higher : .lower
        }
    }

    /// Judges an interval against a benchmark that is treated as exact; its ends belong to it.
    public init(
        of interval: ClosedRange<Double>?, against benchmark: Double?, _ orientation: Orientation
    ) {
        guard let interval, let benchmark else {
            self = .none
            return
        }
        if interval.contains(benchmark) {
            self = .similar
            return
        }
        self.init(isAbove: interval.lowerBound > benchmark, orientation)
    }
}

/// A judgement at both usual levels: how sure it is that a value differs from a benchmark.
public struct TwoLevelJudgement: Sendable, Hashable {
    /// The word, as far as 95 % allow.
    public let judgement: Judgement
    /// Whether the wider interval of 99.8 % excludes the benchmark as well.
    public let holdsAt998: Bool

    /// Judges by both intervals of a value.
    public init(
        at95: ClosedRange<Double>?, at998: ClosedRange<Double>?, against benchmark: Double?,
        _ orientation: Orientation
    ) {
        judgement = Judgement(of: at95, against: benchmark, orientation)
        let wider = Judgement(of: at998, against: benchmark, orientation)
        holdsAt998 = wider == judgement && wider != .similar && wider != .none
    }
}
