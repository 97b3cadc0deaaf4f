/// Gathers the lines of a document within the bounds of one.
struct LineWriter {
    private(set) var lines: [PrintedLine] = []
    private let limits: DocumentLimits
    private var bytes = 0
    private var tables = 0

    init(_ limits: DocumentLimits) {
        self.limits = limits
    }

    /// Writes a line.
    /// - Throws: ``DocumentFault`` with `outOfBounds`.
    mutating func write(_ line: PrintedLine) throws(DocumentFault) {
        let length = line.text.utf8.count
        bytes += length + 1
        guard length <= limits.lineBytes, bytes <= limits.textBytes, lines.count < limits.lines
        else { throw .outOfBounds(line: lines.count + 1) }
        lines.append(line)
    }

    /// Writes a paragraph: a line, or several where it has line ends of its own.
    mutating func paragraph(_ text: String) throws(DocumentFault) {
        for part in text.split(separator: "\n", omittingEmptySubsequences: false) {
            try write(PrintedLine(String(part)))
        }
    }

    /// Writes a blank line, unless there is one.
    mutating func blank() throws(DocumentFault) {
        guard let last = lines.last, !last.text.isEmpty || last.isJoined else { return }
        try write(PrintedLine(""))
    }

    /// Writes the rows of a table between blank lines.
    ///
    /// A table of one column is a frame around paragraphs and no table.
    mutating func table(_ grid: CellGrid) throws(DocumentFault) {
        guard grid.width > 1 else {
            for row in grid.rows {
                for cell in row { try paragraph(cell.replacing("\t", with: " ")) }
            }
            return
        }
        try blank()
        tables += 1
        for (index, row) in grid.rows.enumerated() {
            var cells = row.map(Self.flat)
            cells += repeatElement("", count: grid.width - cells.count)
            try write(
                PrintedLine(
                    cells.joined(separator: "\t"), place: TablePlace(table: tables, row: index + 1),
                    isJoined: cells.allSatisfy(\.isEmpty)))
        }
        try blank()
    }

    /// The text of a cell on one line and without tabs.
    private static func flat(_ cell: String) -> String {
        var flat = String.UnicodeScalarView()
        for scalar in cell.unicodeScalars {
            let isBreak = scalar == "\n" || scalar == "\t" || scalar == "\r"
            if !isBreak {
                flat.append(scalar)
            } else if flat.last != " ", !flat.isEmpty {
                flat.append(" ")
            }
        }
        while flat.last == " " { flat.removeLast() }
        return String(flat)
    }
}
