internal import Diagnostics
internal import DocumentText
internal import Indicators

/// Reads the rows under a heading whose cells are divided by tabs.
struct TabbedRows {
    let rule: TableRule
    let heading: TabbedHeading
    let document: ReportDocument
    /// What a search may still read; `nil` where the table is declared.
    var budget: SearchBudget?

    /// A cell of a row and the line on which it stands.
    struct Cell {
        var text: String
        var line: Int
    }

    /// A row of cells, its wraps undone.
    struct Logical {
        var cells: [Cell]
        var next: Int
    }

    /// Reads until the declared number of rows, or until the table ends.
    func read() -> ReadTable {
        var table = ReadTable(
            rule: rule,
            lines: document.lines[heading.lines.lowerBound]
                .number...document.lines[
                    heading.lines.upperBound
                ].number, columns: figures.map(\.column))
        var index = heading.lines.upperBound + 1
        var widest = rule.leastGap
        while table.rowCount < rule.rows ?? .max, budget?.isSpent != true,
            let logical = row(at: index, table.rowCount)
        {
            if table.rowCount > 0 { widest = max(widest, document.blanks(at: index)) }
            index = logical.next
            budget?.take(logical.cells.count)
            switch read(logical.cells) {
            case .success(let row): table.rows.append(row)
            case .failure(let diagnostic): table.rejects.append(diagnostic)
            }
            table.lines = table.lines.lowerBound...document.lines[index - 1].number
        }
        table.surplusRow = document.blanks(at: index) <= widest ? surplusRow(at: index, table) : nil
        return table
    }

    var figures: [(column: ColumnRule, cell: Int)] {
        heading.cells.filter { $0.column.role == .figure }.sorted { $0.cell < $1.cell }
    }

    /// Gathers the lines of the next row; `nil` at the end of the table.
    func row(at start: Int, _ rowsRead: Int) -> Logical? {
        let lines = document.lines
        var index = start
        while index < lines.count, lines[index].isPassedOver || lines[index].isBlank {
            // A blank line ends a table of unknown length.
            if !lines[index].isPassedOver, rule.rows == nil { return nil }
            index += 1
        }
        // Lines that were joined to others, as around the edge of a page, are no gap.
        let gap = lines[start..<min(index, lines.count)].count { !$0.isJoined }
        guard index < lines.count, gap <= 6 else { return nil }
        var cells = cells(lines[index])
        var next = index + 1
        while cells.count < heading.width, next < lines.count, next - index <= 8,
            !lines[next].isBlank
        {
            if lines[next].isPassedOver {
                next += 1
                continue
            }
            let more = self.cells(lines[next])
            let joined = cells.count + more.count - 1
            // A line with all its cells is a row of its own, unless this one has no cell at all yet.
            guard joined <= heading.width, more.count < heading.width || cells.count == 1,
                joined == heading.width || more.count == 1 || cells.count == 1 || rowIsOpen(cells)
            else { break }
            guard mayGoOn(cells.count - 1, cells, with: more[0].text) else { break }
            var whole = cells
            let last = whole.removeLast()
            whole.append(
                Cell(
                    text: HeadingKey.joined([last.text, more[0].text]),
                    line: last.text.isEmpty ? more[0].line : last.line))
            whole += more.dropFirst()
            // Another row may begin where this one lacks its last tabs.
            guard joined < heading.width || rowIsOpen(cells) || isSound(whole) else { break }
            cells = whole
            next += 1
        }
        guard cells.count > 1 else { return nil }
        while let part = restOfLastCell(at: next, cells, isLast: rowsRead + 1 == rule.rows) {
            cells[cells.count - 1].text = HeadingKey.joined([cells[cells.count - 1].text, part])
            next += 1
        }
        if next == index + 1, cells.count == heading.width, let name = nameCell {
            let rest = document.restOfName(at: next, below: cells[name].text)
            cells[name].text = HeadingKey.joined([cells[name].text] + rest)
            next += rest.count
        }
        return Logical(cells: cells, next: next)
    }

    /// The cell of the names, where figures stand after it.
    private var nameCell: Int? {
        let name = heading.cells.first { $0.column.role == .name }?.cell
        return name.flatMap { name in figures.contains { $0.cell > name } ? name : nil }
    }

    /// The words of a line that goes on the last cell of a row, where that is one of words.
    ///
    /// A word that begins small goes on what stands before it; so does any where rows begin with
    /// figures or codes.
    private func restOfLastCell(at index: Int, _ cells: [Cell], isLast: Bool) -> String? {
        let lines = document.lines
        guard cells.count == heading.width, index < lines.count, !lines[index].isBlank,
            !lines[index].isPassedOver, !lines[index].isTabbed,
            let last = heading.cells.first(where: { $0.cell == heading.width - 1 })?.column,
            last.role == .name || last.role == .text || last.role == .municipality,
            let start = BlankScalar.trimmed(lines[index].text).first
        else { return nil }
        let first = heading.cells.first { $0.cell == 0 }?.column.role
        let beginsInWords =
            first == nil || first == .name || first == .municipality || first == .text
        guard
            start.isLowercase || start == "(" || !beginsInWords && !isLast
                || NameEnding.isOpen(cells.last?.text ?? "")
        else { return nil }
        return lines[index].text
    }

    /// Whether words below may go on a cell: not on a figure that is whole, unless what comes of it is one.
    ///
    /// A number goes on no other number: it is the number of a page, or of the next table.
    private func mayGoOn(_ place: Int, _ cells: [Cell], with text: String) -> Bool {
        let printed = cells[place].text
        guard figures.contains(where: { $0.cell == place }), !printed.isEmpty,
            content(printed) != .unreadable, !text.isEmpty
        else { return true }
        guard CellContent(number: text).number == nil else { return false }
        return content(HeadingKey.joined([printed, text])) != .unreadable
    }

    /// Whether a row that is too short has no number yet, so that its cells must follow.
    private func rowIsOpen(_ cells: [Cell]) -> Bool {
        !cells.contains { CellContent(number: $0.text).number != nil }
    }

    private func cells(_ line: ReportLine) -> [Cell] {
        TabbedHeading.cells(line.text).map { Cell(text: $0, line: line.number) }
    }

    func read(_ printed: [Cell]) -> Result<ReadRow, Diagnostic> {
        var cells = printed
        var repairs: [Int: [Repair]] = [:]
        let name = text(of: .name, cells)
        while cells.count > heading.width, cells.last?.text.isEmpty == true { cells.removeLast() }
        if cells.count > heading.width {
            guard let place = surplus(in: cells, name: name) else {
                return .failure(RowReject.surplus(name, cells.count, heading.width, at(printed)))
            }
            cells.remove(at: place)
            let note = Repair(.surplusCell, printed: "cell \(place + 1)", read: "")
            for figure in figures.indices { repairs[figure] = [note] }
        }
        if let fault = RowReject.name(
            name, isNamed: heading.cells.contains { $0.column.role == .name },
            hasFigures: figures.contains {
                cells.indices.contains($0.cell) && !cells[$0.cell].text.isEmpty
            }, at(printed))
        {
            return .failure(fault)
        }
        if let cell = unnamedCell(in: cells) {
            return .failure(
                RowReject.unnamed(name, cell.text, .file(path: document.path, line: cell.line)))
        }
        let line = cells.first { !$0.text.isEmpty }?.line ?? printed.first?.line ?? 0
        var row = ReadRow(name: name, line: line, cells: [])
        row.code = text(of: .code, cells)
        row.municipality = text(of: .municipality, cells)
        row.flags = FollowUp.tertials(text(of: .flags, cells)) ?? []
        row.period = PeriodWords.year(text(of: .period, cells)) ?? PeriodWords.year(name)
        row.isSum = rule.isSum(name)
        row.cells = figureCells(cells, line: line, repairs)
        for place in figures.indices { row.cells[place].cell = figures[place].cell + 1 }
        if let fault = row.cells.firstIndex(where: { $0.content == .unreadable }) {
            return .failure(
                RowReject.unreadable(
                    name, row.cells[fault].printed, figures[fault].column.header,
                    .file(path: document.path, line: row.cells[fault].line)))
        }
        return .success(row)
    }

    /// The figures, groups that are no thousands joined where a sum of the row confirms them.
    private func figureCells(_ cells: [Cell], line: Int, _ repairs: [Int: [Repair]]) -> [ReadCell] {
        var read = figures.enumerated().map { place, figure -> ReadCell in
            let cell =
                cells.indices.contains(figure.cell)
                ? cells[figure.cell] : Cell(text: "", line: line)
            return ReadCell(
                printed: cell.text, line: cell.line, content: content(cell.text),
                repairs: repairs[place] ?? [])
        }
        let relations = RowRelation.all(of: figures.map(\.column))
        for place in read.indices where read[place].content == .unreadable {
            var tried = read
            tried[place].content = CellContent(number: read[place].printed, allowsStrayBlanks: true)
            let contents = tried.map(\.content)
            let isConfirmed = relations.contains {
                $0.columns.contains(place) && ($0.error(contents) ?? .max) <= 1
            }
            if isConfirmed { read = tried }
        }
        return read
    }

    /// What a cell of figures holds: words are none, unless they are declared.
    func content(_ printed: String) -> CellContent {
        let content = CellContent(number: printed)
        return content == .unreadable && rule.saysMissing(printed) ? .text(printed) : content
    }

    func text(of role: ColumnRule.Role, _ cells: [Cell]) -> String {
        guard let place = heading.cells.first(where: { $0.column.role == role })?.cell,
            cells.indices.contains(place)
        else { return "" }
        return HeadingKey.collapsed(cells[place].text)
    }

    private func at(_ cells: [Cell]) -> SourceLocation {
        .file(path: document.path, line: cells.first?.line)
    }
}
