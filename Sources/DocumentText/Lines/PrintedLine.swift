/// A line of a document as text, with its place in the original.
public struct PrintedLine: Sendable, Hashable {
    /// The text; cells of a table are divided by tabs.
    public var text: String
    /// The page, from 1; 1 where the document has none.
    public var page = 1
    /// The row of a table that the line is; nil outside tables, and where a kind of file has none.
    public var place: TablePlace?
    /// Whether what was printed here has been joined to a line nearby, or is an empty row.
    ///
    /// Such a line says nothing, and does not end a table as a blank line does.
    public var isJoined = false

    /// Makes a line.
    public init(
        _ text: String, page: Int = 1, place: TablePlace? = nil, isJoined: Bool = false
    ) {
        self.text = text
        self.page = page
        self.place = place
        self.isJoined = isJoined
    }
}

/// A row of a table in a document that has such things.
public struct TablePlace: Sendable, Hashable {
    /// Which table of the document, from 1, in the order of their ends.
    public var table: Int
    /// Which row of the table, from 1.
    public var row: Int

    /// Makes a place.
    public init(table: Int, row: Int) {
        self.table = table
        self.row = row
    }
}
