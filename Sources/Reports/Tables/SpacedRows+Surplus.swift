/// Rows that a table has beyond those that are declared.
extension SpacedRows {
    /// A row that follows the declared ones as these follow each other.
    func surplusRow(at index: Int, _ table: ReadTable, _ widest: Int) -> ReadRow? {
        guard rule.rows == table.rowCount, document.blanks(at: index) <= widest,
            let found = row(at: index)
        else { return nil }
        guard case .success(let row) = found.row else { return unreadRow(index..<found.next) }
        guard row.cells.contains(where: { $0.content.number != nil }),
            row.cells.last?.content != .empty || !row.flags.isEmpty
        else { return nil }
        // One number at the end of a line may be running text, unless it follows at once.
        let isRow =
            row.cells.count >= 2 || !row.flags.isEmpty || rule.kind == .series
            || document.blanks(at: index) == 0
        return isRow ? row : nil
    }

    /// A row that cannot be read, unless it may be a sentence that ends in numbers.
    ///
    /// Its last line has a number for every cell; headings of other tables and sentences have fewer.
    private func unreadRow(_ range: Range<Int>) -> ReadRow? {
        let printed = document.lines[range].filter { !$0.isBlank && !$0.isPassedOver }
        guard heading.figures.count >= 3, let first = printed.first, let last = printed.last,
            !first.text.contains(". "),
            last.text.split(separator: " ").count(where: { CellContent(number: $0).number != nil })
                >= heading.figures.count
        else { return nil }
        return ReadRow(name: HeadingKey.collapsed(first.text), line: first.number, cells: [])
    }
}
