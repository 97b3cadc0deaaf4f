/// The cells of a table as they come, merged ones spread over the places that they cover.
///
/// A cell that covers several columns stands in the first of them: a heading over several columns is
/// one heading. One that covers several rows is a name of all of them and stands in each; but a number
/// is printed once and stands once.
struct CellGrid {
    /// The rows that have ended.
    private(set) var rows: [[String]] = []
    /// How many columns the widest row has.
    private(set) var width = 0

    /// More columns than this no table of a report has.
    static let maximumColumns = 200
    /// More cells than this no document has.
    static let maximumCells = 2_000_000
    /// No cell covers more rows than this.
    private static let maximumRows = 1_000

    private var row: [String]?
    private var count = 0
    /// What covers a column from above, and for how many rows, the current one among them.
    private var covering: [Int: (text: String, rows: Int)] = [:]

    /// Whether a row has begun and not ended.
    var isInRow: Bool { row != nil }

    /// Begins a row, some columns of which may have no cell at its start.
    mutating func startRow(skipping columns: Int = 0) {
        row = Array(repeating: "", count: min(max(columns, 0), Self.maximumColumns))
    }

    /// Adds a cell.
    ///
    /// - Parameters:
    ///   - text: What it says.
    ///   - columns: How many columns it covers.
    ///   - rows: How many rows it covers, this one among them; 0 covers all that follow.
    /// - Throws: ``DocumentFault`` with `tooWide`.
    mutating func add(_ text: String, columns: Int = 1, rows: Int = 1) throws(DocumentFault) {
        try fillCovered()
        let first = row?.count ?? 0
        let span = min(max(columns, 1), Self.maximumColumns)
        try append(text)
        for _ in 1..<span { try append("") }
        let below = rows == 0 ? Self.maximumRows : min(rows, Self.maximumRows) - 1
        guard below > 0 else { return }
        for column in first..<(first + span) {
            covering[column] = (column == first ? Self.below(text) : "", below + 1)
        }
    }

    /// Adds a cell that goes on from the row above.
    mutating func addContinued(columns: Int = 1) throws(DocumentFault) {
        let place = row?.count ?? 0
        let above = rows.last.flatMap { $0.indices.contains(place) ? $0[place] : nil } ?? ""
        try add(Self.below(above), columns: columns)
    }

    /// Ends the row.
    mutating func endRow() throws(DocumentFault) {
        try fillCovered()
        guard let ended = row else { return }
        row = nil
        width = max(width, ended.count)
        rows.append(ended)
        guard rows.count * width <= Self.maximumCells else { throw .tooWide }
        for (column, cover) in covering {
            covering[column] = cover.rows > 1 ? (cover.text, cover.rows - 1) : nil
        }
    }

    /// Takes back the row that has begun.
    mutating func dropRow() { row = nil }

    private mutating func fillCovered() throws(DocumentFault) {
        while let place = row?.count, let cover = covering[place] { try append(cover.text) }
    }

    private mutating func append(_ text: String) throws(DocumentFault) {
        guard let width = row?.count, width < Self.maximumColumns else { throw .tooWide }
        row?.append(text)
    }

    private static func below(_ text: String) -> String {
        NumberShape.isNumber(text) ? "" : text
    }
}
