public import Indicators

/// Colour by quartile, as many know it: the best quarter, the middle half, the worst quarter.
///
/// Our own computation on unrounded values. It says where a value lies, never whether the distance is
/// more than chance: among like units a quarter is red all the same.
public enum QuartileColour: String, Sendable, Hashable, CaseIterable {
    /// In the best quarter.
    case green
    /// In the middle half.
    case yellow
    /// In the worst quarter.
    case red

    /// From how many values on there are quarters.
    public static let leastValues = 4

    /// Colours a value; `nil` without a direction that is good, for yes or no, below four values,
    /// and where all are equal.
    ///
    /// A value on a limit belongs to the better side, so that equal values never part.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - quartiles: the lower and the upper quartile.
    ///   - polarity: which direction is good.
    ///   - valueKind: what kind of number it is.
    ///   - units: how many have a value, itself among them.
    ///   - others: how many of them have another value.
    public init?(
        of value: ScaledDecimal, quartiles: (lower: ScaledDecimal, upper: ScaledDecimal),
        polarity: Polarity, valueKind: ValueKind, units: Int, others: Int
    ) {
        guard polarity.ranks, valueKind != .boolean, units >= Self.leastValues, others > 0 else {
            return nil
        }
        if polarity == .high {
            self = value >= quartiles.upper ? .green : value >= quartiles.lower ? .yellow : .red
        } else {
            self = value <= quartiles.lower ? .green : value <= quartiles.upper ? .yellow : .red
        }
    }
}
