internal import Diagnostics
internal import Glibc
internal import Reporting

/// Text that a sheet can hold.
enum SheetText {
    /// The most UTF-16 code units that a cell takes.
    private static let longest = 32_767

    /// The text with what acts written out, without what XML forbids, and no longer than a cell.
    static func harmless(_ text: String) -> String {
        var result = ""
        var length = 0
        for scalar in Escaping.visible(text).unicodeScalars {
            let kept = scalar.value & 0xFFFE == 0xFFFE ? "\u{FFFD}" : scalar
            length += kept.value > 0xFFFF ? 2 : 1
            if length > longest { break }
            result.unicodeScalars.append(kept)
        }
        return result
    }

    /// Lends a text to C as characters that it declares writable and does not write.
    static func withPointer<Result>(
        _ text: String, _ body: (UnsafeMutablePointer<CChar>?) -> Result
    ) -> Result {
        let copy = strdup(text)
        defer { free(copy) }
        return body(copy)
    }
}

/// How wide the columns of a sheet are.
enum SheetWidths {
    private static let narrowest = 8
    private static let widest = 44

    /// The widths in characters that the cells of tables below each other need.
    static func of(_ tables: [ReportTable], _ language: Language) -> [Int] {
        let count = tables.map(\.columns.count).max() ?? 0
        return (0..<count).map { index in
            let needed =
                tables.filter { index < $0.columns.count }
                .map { width(of: index, in: $0, language) }.max() ?? 0
            return min(widest, max(narrowest, needed + 2))
        }
    }

    private static func width(
        of index: Int, in table: ReportTable, _ language: Language
    ) -> Int {
        let head = table.showsHeader ? longestWord(table.columns[index].heading(language)) : 0
        let cells = table.rows.map { row in
            DisplayWidth.of(table.cell(row, index).plainText(language)) + 2
        }
        return max(head, cells.max() ?? 0)
    }

    private static func longestWord(_ text: String) -> Int {
        text.split(separator: " ").map { DisplayWidth.of(String($0)) }.max() ?? 0
    }
}
