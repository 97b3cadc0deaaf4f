internal import Indicators
internal import Statistics

extension ProfileRow {
    /// The row with its place among other figures; `nil` where the municipality's own has no value.
    ///
    /// - Parameters:
    ///   - figures: what documents state, by key of the municipality, the one that speaks first.
    ///   - focus: the municipality.
    ///   - before: what is stated of the year before.
    /// - Returns: the row as it stands among the figures.
    func among(
        _ figures: [Int16: [OutcomeFigure]], focus: Municipality, before: OutcomeFigure?
    ) -> ProfileRow? {
        let speaking = figures.compactMapValues(\.first)
        guard let own = speaking[focus.key], let value = own.value else { return nil }
        let values = speaking.values.compactMap(\.value)
        guard let spread = ValueSpread(of: values) else { return nil }
        var row = self
        row.value = value
        row.units = values.count
        row.higher = values.count { $0 > value }
        row.lower = values.count { $0 < value }
        row.lowerQuartile = spread.lowerQuartile
        row.median = spread.median
        row.upperQuartile = spread.upperQuartile
        row.previousValue = before?.value
        row.share = Proportion(own.numerator, of: own.denominator)
        row.previousShare = Proportion(before?.numerator, of: before?.denominator)
        row.others = Self.pooled(speaking.filter { $0.key != focus.key }.values)
        return row
    }

    /// The cases of several figures together; `nil` unless all that have a value state theirs.
    private static func pooled(_ figures: some Sequence<OutcomeFigure>) -> Proportion? {
        let known = figures.filter { $0.value != nil }
        let counts = known.compactMap(\.numerator)
        let totals = known.compactMap(\.denominator)
        guard !known.isEmpty, counts.count == known.count, totals.count == known.count else {
            return nil
        }
        return Proportion(ScaledDecimal.sum(counts), of: ScaledDecimal.sum(totals))
    }
}
