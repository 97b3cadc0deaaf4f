public import Indicators
public import Statistics

extension Polarity {
    /// The direction that is good, for judging and ranking; a band has none that holds everywhere.
    public var orientation: Orientation {
        switch self {
        case .high: .high
        case .low: .low
        case .band, .none, .unknown: .none
        }
    }
}
