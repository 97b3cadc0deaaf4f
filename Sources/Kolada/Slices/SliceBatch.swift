/// Every row of one indicator and one year that a source has told, with their digest.
public struct SliceBatch: Sendable, Hashable {
    /// The indicator.
    public let indicator: KoladaIndicatorID
    /// The calendar year.
    public let year: Int
    /// The rows, ordered by unit and gender (K, M, T), each unit and gender at most once.
    public let rows: [KoladaRow]
    /// The status words that some rows carry; ``KoladaRow/word`` counts them from 1.
    public let words: [String]
    /// What the rows are, whatever their order.
    public let digest: SliceDigest
    /// How many rows of this slice could not be used: the slice is not complete then, and must not
    /// close what it lacks.
    public let rejectedRows: Int

    init(
        indicator: KoladaIndicatorID, year: Int, rows: [KoladaRow], words: [String],
        digest: SliceDigest, rejectedRows: Int
    ) {
        self.indicator = indicator
        self.year = year
        self.rows = rows
        self.words = words
        self.digest = digest
        self.rejectedRows = rejectedRows
    }

    /// How many rows there are.
    public var rowCount: Int { rows.count }

    /// The code of the indicator as text: `N00003`.
    public var indicatorCode: String { indicator.description }

    /// The status word that the source gave for a row, where its meaning is not known.
    public func word(of row: KoladaRow) -> String? {
        row.word == 0 || Int(row.word) > words.count ? nil : words[Int(row.word) - 1]
    }
}
