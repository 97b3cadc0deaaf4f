/// Scores that make indicators in different units comparable.
public enum StandardScore {
    /// How many standard deviations (n − 1) each value lies from the mean, signed so that more is
    /// better.
    ///
    /// - Parameters:
    ///   - values: the values; `nil` has no score and counts for nobody.
    ///   - orientation: `low` turns the sign; `none` leaves it, and says nothing of good.
    /// - Returns: the scores in the order of the values; all `nil` where there are fewer than two
    ///   values or all are equal.
    public static func scores(of values: [Double?], _ orientation: Orientation) -> [Double?] {
        let sample = Sample(values.compactMap(\.self))
        guard let mean = sample.mean, let deviation = sample.standardDeviation, deviation > 0
        else { return values.map { _ in nil } }
        let sign = orientation == .low ? -1.0 : 1.0
        return values.map { value in
            guard let value else { return nil }
            return sign * (value - mean) / deviation
        }
    }
}
