internal import Indicators

/// A value of an event that is a number or a truth value in JSON, not a text.
public enum LogValue: Sendable, Hashable, CustomStringConvertible {
    /// A whole number.
    case number(Int64)
    /// Seconds, written with three decimals.
    case seconds(Double)
    /// True or false.
    case truth(Bool)

    /// The value as text.
    public var description: String {
        switch self {
        case .number(let number): "\(number)"
        case .seconds(let seconds): "\(Self.thousandths(seconds))"
        case .truth(let truth): "\(truth)"
        }
    }

    static func thousandths(_ seconds: Double) -> ScaledDecimal {
        let limited = seconds.isFinite ? min(max(seconds, -1e12), 1e12) : 0
        return ScaledDecimal(
            units: Int64((limited * 1000).rounded(.toNearestOrAwayFromZero)), scale: 3)
    }
}
