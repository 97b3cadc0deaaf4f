internal import Indicators

/// Cells and rows that a table has beyond those that are declared.
extension TabbedRows {
    /// A row that follows the declared ones, with all their columns of figures.
    func surplusRow(at index: Int, _ table: ReadTable) -> ReadRow? {
        guard rule.rows == table.rowCount, let logical = row(at: index, table.rowCount),
            logical.cells.count > figures.last?.cell ?? 0
        else { return nil }
        guard case .success(let row) = read(logical.cells) else {
            let name = text(of: .name, logical.cells)
            let isRow =
                name.contains(where: \.isLetter)
                && logical.cells.contains { isFigure(content($0.text)) }
            return isRow ? ReadRow(name: name, line: logical.cells[0].line, cells: []) : nil
        }
        guard row.name.contains(where: \.isLetter),
            logical.next == index + 1 || !row.flags.isEmpty
                || row.cells.contains(where: { isFigure($0.content) })
        else { return nil }
        return row
    }

    /// Whether a cell holds a number that is no year, as the headings of another table may be.
    private func isFigure(_ content: CellContent) -> Bool {
        guard let number = content.number else { return false }
        return number.scale > 0 || !(1_900...2_100).contains(number.units)
    }

    /// A number among the figures whose column has no heading.
    func unnamedCell(in cells: [Cell]) -> Cell? {
        guard let first = figures.first?.cell else { return nil }
        let named = Set(heading.cells.map(\.cell))
        return cells.indices.first { place in
            place > first && !named.contains(place)
                && CellContent(number: cells[place].text).number != nil
        }.map { cells[$0] }
    }

    /// Which empty cell is one too many: declared, or the only one whose loss leaves a sound row.
    func surplus(in cells: [Cell], name: String) -> Int? {
        guard cells.count == heading.width + 1 else { return nil }
        if let declared = rule.matching(name, in: rule.surplus) {
            let place = declared - 1
            return cells.indices.contains(place) && cells[place].text.isEmpty ? place : nil
        }
        let candidates = cells.indices.filter { place in
            guard cells[place].text.isEmpty else { return false }
            var left = cells
            left.remove(at: place)
            return isSound(left) && text(of: .name, left) == name
        }
        let results = Set(
            candidates.map { place in
                cells.indices.filter { $0 != place }.map { cells[$0].text }
            })
        return results.count == 1 ? candidates.first : nil
    }

    func isSound(_ cells: [Cell]) -> Bool {
        let numbers = figures.allSatisfy { figure in
            !cells.indices.contains(figure.cell)
                || content(cells[figure.cell].text) != .unreadable
        }
        return numbers && FollowUp.tertials(text(of: .flags, cells)) != nil
    }
}
