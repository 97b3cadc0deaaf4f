public import Statistics

/// How one figure stands against another: a word never stronger than its evidence.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Better; the interval of the difference excludes zero.
    case better
    /// Cannot be told apart: the interval holds zero.
    case similar
    /// Worse; the interval of the difference excludes zero.
    case worse
    /// Higher, where no direction is good.
    case higher
    /// Lower, where no direction is good.
    case lower
    /// What an interval needs is not known, so nobody can tell.
    case uncertaintyUnknown = "uncertainty_unknown"
    /// No judgement: a value is missing, or the indicator's kind allows no interval.
    case none

    /// The verdict of a judgement that could be made.
    public init(_ judgement: Judgement) {
        switch judgement {
        case .better: self = .better
        case .similar: self = .similar
        case .worse: self = .worse
        case .higher: self = .higher
        case .lower: self = .lower
        case .none: self = .none
        }
    }

    /// Whether it says that two figures differ.
    public var tellsApart: Bool {
        switch self {
        case .better, .worse, .higher, .lower: true
        case .similar, .uncertaintyUnknown, .none: false
        }
    }
}
