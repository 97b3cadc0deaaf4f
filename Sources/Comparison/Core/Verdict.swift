internal import Indicators
internal import Statistics

/// How a municipality stands against the focus: a word never stronger than its evidence.
public enum Verdict: String, Sendable, Hashable, CaseIterable {
    /// Better than the focus; the interval of the difference excludes zero.
    case better
    /// Cannot be told apart from the focus.
    case similar
    /// Worse than the focus; the interval of the difference excludes zero.
    case worse
    /// Higher than the focus, where no direction is good.
    case higher
    /// Lower than the focus, where no direction is good.
    case lower
    /// Without numerators and denominators nobody can tell.
    case uncertaintyUnknown = "uncertainty_unknown"
    /// No judgement: a value is missing, or the indicator's kind allows no interval.
    case none

    /// Judges a share against the focus's by Newcombe's interval at 95 %.
    init(
        of row: OutcomeFigure, against focus: OutcomeFigure, polarity: Polarity,
        uncertainty: Uncertainty
    ) {
        guard row.value != nil, focus.value != nil, uncertainty != .none else {
            self = .none
            return
        }
        guard uncertainty == .persons, let mine = row.proportion, let theirs = focus.proportion
        else {
            self = .uncertaintyUnknown
            return
        }
        let interval = mine.newcombeInterval(minus: theirs)
        if interval.contains(0) {
            self = .similar
            return
        }
        let isHigher = interval.lowerBound > 0
        switch polarity {
        case .high: self = isHigher ? .better : .worse
        case .low: self = isHigher ? .worse : .better
        case .band, .none, .unknown: self = isHigher ? .higher : .lower
        }
    }
}

extension OutcomeFigure {
    /// The figure as a proportion, where numerator and denominator are known.
    var proportion: Proportion? {
        guard let numerator, let denominator else { return nil }
        return Proportion(count: numerator.approximation, total: denominator.approximation)
    }
}
