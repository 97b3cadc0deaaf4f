/// Guesses what a table divided by tabs looks like, from the words of its heading.
enum TabbedGuess {
    /// The likely form of a table whose heading begins on a line; `nil` when it is none.
    static func rule(_ document: ReportDocument, at index: Int) -> TableRule? {
        let lines = document.lines
        guard lines[index].isTabbed, !lines[index].isPassedOver else { return nil }
        let cells = TabbedHeading.cells(lines[index].text)
        let named = cells.filter { !$0.isEmpty }
        guard named.count >= 2, cells.count <= TabbedHeading.maximumCells,
            !named.contains(where: { CellContent(number: $0).number != nil })
        else { return nil }
        if index + 1 < lines.count, lines[index + 1].isTabbed,
            let rule = grouped(cells, TabbedHeading.cells(lines[index + 1].text))
        {
            return rule
        }
        return single(cells)
    }

    /// A heading with a row of groups over it.
    private static func grouped(_ upper: [String], _ lower: [String]) -> TableRule? {
        let keys = lower.map(HeadingKey.key)
        guard keys.count(where: { $0.contains("netto") }) >= 1,
            !lower.contains(where: { CellContent(number: $0).number != nil }),
            let name = upper.first(where: { !$0.isEmpty })
        else { return nil }
        var columns = [ColumnRule(header: name, role: .name)]
        var spanning: [String] = []
        var group = ""
        for place in lower.indices {
            if upper.indices.contains(place), !upper[place].isEmpty { group = upper[place] }
            guard place > 0 else {
                spanning.append(lower[place])
                continue
            }
            guard !lower[place].isEmpty, var column = HeadingWords.column(lower[place]) else {
                continue
            }
            column.group = group
            // Accumulated and whole-year figures must not be taken for each other.
            column.period =
                HeadingKey.key(group).hasPrefix("ack") ? .undeclared : HeadingWords.period(group)
            columns.append(column)
        }
        guard columns.count > 2 else { return nil }
        var rule = TableRule(id: "economy", kind: .economy, columns: columns)
        rule.spanning = spanning
        rule.unit = .tkr
        return rule
    }

    private static func single(_ cells: [String]) -> TableRule? {
        let printed = cells.filter { !$0.isEmpty }
        guard let first = printed.first else { return nil }
        var columns: [ColumnRule] = []
        var hasName = false
        for header in printed {
            let isName =
                !hasName && (header == first || HeadingWords.names.contains(HeadingKey.key(header)))
            if isName, HeadingWords.column(header)?.role != .code {
                columns.append(ColumnRule(header: header, role: .name))
                hasName = true
            } else if let column = HeadingWords.column(header) {
                columns.append(column)
            } else if HeadingWords.names.contains(HeadingKey.key(header)), !hasName {
                columns.append(ColumnRule(header: header, role: .name))
                hasName = true
            } else {
                columns.append(ColumnRule(header: header, role: .text))
            }
        }
        // A code comes before the name that it belongs to.
        if !columns.contains(where: { $0.role == .name }) { return nil }
        guard columns.contains(where: { $0.role == .figure }) else { return nil }
        let kind = kind(columns)
        if kind == .indicators, cells.last?.isEmpty == true {
            columns.append(ColumnRule(header: "", role: .flags))
        }
        var rule = TableRule(id: kind.rawValue, kind: kind, columns: columns)
        if kind == .measures || kind == .economy { rule.unit = .tkr }
        if kind == .absence { rule.unit = .percent }
        return rule
    }

    private static func kind(_ columns: [ColumnRule]) -> TableRule.Kind {
        let figures = columns.filter { $0.role == .figure }
        if columns.contains(where: { $0.role == .municipality }) { return .peers }
        if figures.contains(where: { [.absence, .absenceShort, .absenceLong].contains($0.measure) })
        {
            return .absence
        }
        if columns.contains(where: { $0.role == .date || $0.role == .period }) { return .measures }
        if figures.contains(where: { $0.measure == .net || $0.measure == .deviation }) {
            return .economy
        }
        if figures.count == 1, columns.count == 2, figures[0].period != nil { return .pairs }
        let tertials = figures.allSatisfy {
            if case .tertialOfRow = $0.period { true } else { false }
        }
        return tertials ? .series : .indicators
    }
}
