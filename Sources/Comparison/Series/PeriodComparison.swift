public import Indicators

/// How the municipalities of a comparison have changed since an earlier period of the same kind.
public struct PeriodComparison: Sendable {
    /// The earlier period.
    public let earlier: Period
    /// What changed in between in what is measured; there is then no verdict on any change.
    public let seriesBreak: SeriesBreak?
    private let changes: [Int16: Change]

    /// The change of one municipality.
    public struct Change: Sendable, Hashable {
        /// The statement that speaks for the earlier period.
        public let before: OutcomeFigure?
        /// Now − before, and what it is worth.
        public let contrast: Contrast
    }

    /// Compares each municipality with itself.
    ///
    /// - Parameters:
    ///   - table: the comparison.
    ///   - earlier: a period of the same kind.
    ///   - figures: what documents state of the earlier period, as the source does, the one that speaks
    ///     first.
    public init(
        of table: ComparisonTable, earlier: Period, figures: [Int16: [OutcomeFigure]]
    ) {
        self.earlier = earlier
        let found = table.indicator.seriesBreaks.last { seriesBreak in
            seriesBreak.year > earlier.year && seriesBreak.year <= table.period.year
        }
        seriesBreak = found
        var changes: [Int16: Change] = [:]
        for row in table.rows {
            var before = figures[row.municipality.key]?.first
            if table.isComplement {
                before = before?.complement(table.indicator.uncertainty)
            }
            let contrast = table.yardstick.contrast(of: row.figure, against: before)
            changes[row.municipality.key] = Change(
                before: before,
                contrast: found == nil || contrast.obstacle == .noValue
                    ? contrast : Contrast(contrast.difference, .seriesBreak))
        }
        self.changes = changes
    }

    /// The change of a municipality of the comparison.
    public subscript(municipality: Municipality) -> Change? { changes[municipality.key] }
}
