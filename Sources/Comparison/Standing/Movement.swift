public import Indicators

/// Which way a value has gone since the year before, by what is good.
public enum Movement: String, Sendable, Hashable, CaseIterable {
    /// Towards what is good.
    case better
    /// Neither up nor down.
    case unchanged
    /// Away from what is good.
    case worse
    /// Up, where no direction is good.
    case higher
    /// Down, where no direction is good.
    case lower

    /// Names the way of a change.
    public init(_ change: ScaledDecimal, polarity: Polarity) {
        guard change.units != 0 else {
            self = .unchanged
            return
        }
        let isUp = change.units > 0
        switch polarity {
        case .high: self = isUp ? .better : .worse
        case .low: self = isUp ? .worse : .better
        case .band, .none, .unknown: self = isUp ? .higher : .lower
        }
    }
}
