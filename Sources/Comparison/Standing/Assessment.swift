public import Indicators
public import Statistics

/// What can be said of a difference, and with what right.
public enum Assessment: Sendable, Hashable {
    /// An interval was computed, and this is what it allows.
    case judged(Judgement)
    /// The kind of figure allows an interval, but what it needs is not stated.
    case uncertaintyUnknown
    /// No interval makes sense: money, time, indices, yes or no; or there is nothing to compare.
    case none

    /// The word of the contract: that of the judgement, `uncertainty_unknown` or `none`.
    public var word: String {
        switch self {
        case .judged(let judgement): judgement.rawValue
        case .uncertaintyUnknown: "uncertainty_unknown"
        case .none: "none"
        }
    }

    /// Whether the interval of the difference excludes zero.
    public var deviates: Bool {
        guard case .judged(let judgement) = self else { return false }
        return judgement != .similar && judgement != .none
    }

    /// Judges a share against another by Newcombe's interval of their difference at 95 %.
    ///
    /// - Parameters:
    ///   - share: the share, where numerator and denominator are known.
    ///   - other: the share it is held against.
    ///   - polarity: which direction is good.
    ///   - uncertainty: how an interval may be computed at all.
    public init(
        _ share: Proportion?, against other: Proportion?, polarity: Polarity,
        uncertainty: Uncertainty
    ) {
        guard uncertainty != .none else {
            self = .none
            return
        }
        guard uncertainty == .persons, let share, let other else {
            self = .uncertaintyUnknown
            return
        }
        self = .judged(
            Judgement(
                of: share.newcombeInterval(minus: other), against: 0, Orientation(polarity)))
    }
}

extension Orientation {
    /// Which direction is good; neither for a band, and where nobody has decided.
    init(_ polarity: Polarity) {
        switch polarity {
        case .high: self = .high
        case .low: self = .low
        case .band, .none, .unknown: self = .none
        }
    }
}

extension Proportion {
    /// A share of exact numbers; `nil` where one is unknown or they cannot be a share.
    init?(_ numerator: ScaledDecimal?, of denominator: ScaledDecimal?) {
        guard let numerator, let denominator else { return nil }
        self.init(count: numerator.approximation, total: denominator.approximation)
    }
}
