internal import Diagnostics
internal import Indicators
internal import SourceAdapters

/// Checks of single cells; what is wrong is collected.
extension ReferenceTables {
    /// Whether every cell that must say something does.
    mutating func isWhole(_ row: ReferenceRow, of table: ReferenceTable) -> Bool {
        let blank = Self.requiredColumns(of: table).filter { row[$0].isEmpty }
        problems += blank.map { column in
            row.problem(
                column,
                Text(sv: "\(column) är tom", en: "\(column) is empty"),
                hint: Text(
                    sv: "fyll i cellen eller ta bort raden", en: "fill the cell or remove the row"))
        }
        return blank.isEmpty
    }

    /// The text of a cell; `nil` for an empty one.
    func optional(_ row: ReferenceRow, _ column: String) -> String? {
        row[column].isEmpty ? nil : row[column]
    }

    /// Refuses a cell that is neither empty nor of the right form.
    mutating func checkForm(
        _ row: ReferenceRow, _ column: String, isRight: (String.UTF8View) -> Bool, _ rule: Text
    ) {
        let cell = row[column]
        guard !cell.isEmpty, !isRight(cell.utf8) else { return }
        problems.append(
            row.problem(
                column,
                Text(sv: "\"\(cell)\": \(rule.sv)", en: "\"\(cell)\": \(rule.en)")))
    }

    /// Refuses a cell that is neither empty nor a day.
    mutating func checkDay(_ row: ReferenceRow, _ column: String) {
        checkForm(
            row, column, isRight: { Period(String(decoding: $0, as: UTF8.self))?.kind == .point },
            Text(sv: "en dag skrivs ÅÅÅÅ-MM-DD", en: "a day is written YYYY-MM-DD"))
    }

    /// Reads a word of a closed vocabulary.
    mutating func word<Word: RawRepresentable & CaseIterable>(
        _ row: ReferenceRow, _ column: String
    ) -> Word? where Word.RawValue == String {
        if let word = Word(rawValue: row[column]) { return word }
        let known = Word.allCases.map(\.rawValue)
        let near = Suggestion.nearest(to: row[column], among: known)
        let list = (near.isEmpty ? known : near).joined(separator: ", ")
        problems.append(
            row.problem(
                column,
                Text(
                    sv: "\"\(row[column])\" är inget tillåtet ord i \(column)",
                    en: "\"\(row[column])\" is no word allowed in \(column)"),
                hint: Text(sv: "välj bland \(list)", en: "choose among \(list)")))
        return nil
    }
}

extension UInt8 {
    /// Whether the byte is one of the digits 0 to 9.
    var isDigit: Bool { (0x30...0x39).contains(self) }

    /// Whether the byte is a hexadecimal digit.
    var isHexadecimal: Bool {
        isDigit || (0x41...0x46).contains(self) || (0x61...0x66).contains(self)
    }
}
