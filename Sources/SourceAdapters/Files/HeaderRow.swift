import Tabular

/// Reads the row of headers.
enum HeaderRow {
    /// Reads up to the header: the first row that is not blank, on the declared line or after it.
    ///
    /// - Parameters:
    ///   - reader: A reader at the start of the file; it stands on the header afterwards.
    ///   - format: Says on which line the header stands.
    /// - Returns: The cells without blanks around them; none where the file ends first.
    /// - Throws: `TabularError` when the file cannot be read.
    static func read(
        _ reader: inout CSVReader, format: FormatSpec
    ) throws(TabularError) -> [String] {
        while try reader.next() {
            guard reader.line >= format.headerRow, !reader.isEmpty else { continue }
            var cells = (0..<reader.fieldCount).map { index in
                reader.withField(index) { CellText.trimmed($0) } ?? ""
            }
            // Delimiters at the end of the row are no columns.
            while cells.last?.isEmpty == true { cells.removeLast() }
            return cells
        }
        return []
    }
}
