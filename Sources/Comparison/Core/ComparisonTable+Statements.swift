internal import Indicators

extension ComparisonTable {
    /// A row for every document's statement, the one that speaks first.
    ///
    /// Only the one that speaks has a place; the difference and the verdict are those of the
    /// statement against what speaks for the focus.
    public var statements: [ComparisonRow] {
        rows.flatMap { row -> [ComparisonRow] in
            var speaking = row
            speaking.otherFigures = []
            return [speaking] + row.otherFigures.map { statement($0, of: row.municipality) }
        }
    }

    private func statement(
        _ figure: OutcomeFigure, of municipality: Municipality
    ) -> ComparisonRow {
        var row = ComparisonRow(
            municipality: municipality, figure: figure, otherFigures: [], rank: nil,
            difference: nil, verdict: nil)
        Self.judge(&row, against: focusRow?.figure, of: focus, yardstick)
        return row
    }
}
