/// Bands between percentiles, for colouring: the best quarter, the middle, the worst.
///
/// Equal values are always in the same band, and a value on a bound belongs to the better one. Unlike
/// ``RankOrder/groups(of:_:_:)`` the bands need not be of like size.
public struct PercentileBands: Sendable, Hashable {
    /// The bounds between the bands, rising.
    public let bounds: [Double]

    /// Creates bands with given bounds, in any order.
    public init(bounds: [Double]) {
        self.bounds = bounds.sorted()
    }

    /// Creates bands at percentiles of type 7; `nil` where no value is known.
    ///
    /// - Parameters:
    ///   - values: the values, unrounded; `nil` is left out.
    ///   - shares: the shares of values below the bounds, such as 0.25 and 0.75.
    public init?(of values: [Double?], at shares: [Double]) {
        let sorted = values.compactMap(\.self).sorted()
        let bounds = shares.compactMap { Percentile.type7(ofSorted: sorted, $0) }
        guard bounds.count == shares.count, !bounds.isEmpty else { return nil }
        self.init(bounds: bounds)
    }

    /// The band of a value: 1 is the best, or with `none` the lowest.
    public func band(of value: Double, _ orientation: Orientation) -> Int {
        orientation == .high
            ? 1 + bounds.count { value < $0 } : 1 + bounds.count { value > $0 }
    }
}
