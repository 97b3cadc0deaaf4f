internal import Indicators

/// Holds the rows and columns of a table against each other.
extension FindingCollector {
    /// Everything that can be said of one table.
    mutating func check(_ table: ReadTable) {
        let relations = RowRelation.all(of: table.columns)
        for row in table.rows {
            for relation in relations { check(relation, row, table) }
            checkGenders(row, table)
        }
        checkSums(table)
        checkParts(table)
    }

    private mutating func check(_ relation: RowRelation, _ row: ReadRow, _ table: ReadTable) {
        let contents = row.cells.map(\.content)
        guard let error = relation.error(contents), error > 0,
            let expected = relation.expected(contents)
        else { return }
        let cell = row.cells[relation.result]
        let header = table.columns[relation.result].header
        let rule: Finding.Rule =
            switch relation.rule {
            case .net: .net
            case .deviation: .deviation
            case .forecastDeviation: .forecastDeviation
            case .absence: .absenceParts
            }
        note(
            rule, line: cell.line, printed: cell.printed, expected: Self.swedish(expected),
            sv: "”\(row.name)”, \(header)", en: "\"\(row.name)\", \(header)", isRounding: error <= 1
        )
    }

    private mutating func checkGenders(_ row: ReadRow, _ table: ReadTable) {
        for (place, column) in table.columns.enumerated() where column.gender == .total {
            func value(_ gender: Gender) -> ScaledDecimal? {
                let other = table.columns.firstIndex {
                    $0.gender == gender && $0.measure == column.measure
                        && $0.period == column.period
                }
                return other.flatMap { row.cells[$0].content.number }
            }
            guard let total = row.cells[place].content.number, let women = value(.women),
                let men = value(.men), total < min(women, men) || total > max(women, men)
            else { continue }
            // Nobody of a gender gives 0,00, which says nothing about the others.
            let bounds = "\(Self.swedish(min(women, men)))–\(Self.swedish(max(women, men)))"
            note(
                .genderBounds, line: row.cells[place].line, printed: row.cells[place].printed,
                expected: bounds, sv: "”\(row.name)”, \(column.header)",
                en: "\"\(row.name)\", \(column.header)")
        }
    }

    /// Each sum row against the rows above it.
    private mutating func checkSums(_ table: ReadTable) {
        guard let sumRow = table.rows.last(where: \.isSum) else { return }
        let parts = table.rows.filter { !$0.isSum && $0.line < sumRow.line }
        guard parts.count > 1, table.rejects.isEmpty else { return }
        for place in table.columns.indices {
            guard let printed = sumRow.cells[place].content.number else { continue }
            let numbers = parts.compactMap { $0.cells[place].content.number }
            guard !numbers.isEmpty, let sum = Self.sum(numbers),
                let error = ScaledDecimal.steps(from: sum, to: printed), error > 0
            else { continue }
            note(
                .columnSum, line: sumRow.cells[place].line, printed: sumRow.cells[place].printed,
                expected: Self.swedish(sum),
                sv: "summan av \(table.columns[place].header)",
                en: "the sum of \(table.columns[place].header)", isRounding: error <= 1)
        }
    }

    /// Rows that begin with "varav" against the row that they are part of.
    private mutating func checkParts(_ table: ReadTable) {
        for (place, total) in table.rows.enumerated() where !Self.isPart(total.name) {
            let parts = table.rows[(place + 1)...].prefix { Self.isPart($0.name) }
            guard !parts.isEmpty else { continue }
            for column in table.columns.indices {
                let numbers = parts.compactMap { $0.cells[column].content.number }
                guard let whole = total.cells[column].content.number, let sum = Self.sum(numbers),
                    numbers.count == parts.count
                else { continue }
                // One part alone may be any share of the whole; several are all of it.
                guard parts.count == 1 ? sum > whole : sum != whole else { continue }
                let terms = numbers.map(Self.swedish).joined(separator: " + ")
                note(
                    .parts, line: total.cells[column].line, printed: total.cells[column].printed,
                    expected: "\(terms) = \(Self.swedish(sum))", sv: "”\(total.name)”",
                    en: "\"\(total.name)\"")
            }
        }
    }

    private static func isPart(_ name: String) -> Bool {
        HeadingKey.key(HeadingKey.bareName(name)).hasPrefix("varav")
    }

    static func sum(_ numbers: [ScaledDecimal]) -> ScaledDecimal? {
        var sum = ScaledDecimal(0)
        for number in numbers {
            guard let next = sum.adding(number) else { return nil }
            sum = next
        }
        return sum
    }
}
