internal import Diagnostics
internal import DocumentText

/// Why a row of a table is not read; nothing of such a row is loaded.
enum RowReject {
    /// Whether the row is not what its manifest declares, so that nothing of the document is loaded.
    ///
    /// A row that can be parted in several ways fits; which of them is meant is what nobody can tell.
    static func stopsDocument(_ diagnostic: Diagnostic) -> Bool { diagnostic.code != ambiguousCode }

    private static let ambiguousCode = "report.ambiguous-row"

    static func surplus(
        _ name: String, _ count: Int, _ width: Int, _ location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "report.surplus-cell",
            Text(
                sv: "raden ”\(name)” har \(count) celler, tabellen \(width), "
                    + "och mer än en tom cell kan vara den överflödiga",
                en: "the row \"\(name)\" has \(count) cells, the table \(width), "
                    + "and more than one empty cell may be the surplus one"),
            at: location,
            hint: Text(
                sv: "Ange cellens nummer under ”surplus:” i manifestet.",
                en: "Give the number of the cell under \"surplus:\" in the manifest."))
    }

    /// What is wrong with the name of a row that has figures: there is none, or it ends in the middle.
    static func name(
        _ name: String, isNamed: Bool, hasFigures: Bool, _ location: SourceLocation
    ) -> Diagnostic? {
        guard isNamed, hasFigures else { return nil }
        if name.isEmpty {
            return Diagnostic(
                .error, code: "report.row-unnamed",
                Text(
                    sv: "en rad har siffror men inget namn",
                    en: "a row has figures but no name"), at: location)
        }
        guard NameEnding.isOpen(name) else { return nil }
        return Diagnostic(
            .error, code: "report.name-cut",
            Text(
                sv: "radens namn ”\(name)” slutar mitt i",
                en: "the row's name \"\(name)\" ends in the middle"), at: location)
    }

    static func unnamed(
        _ name: String, _ cell: String, _ location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "report.unnamed-column",
            Text(
                sv:
                    "”\(cell)” på raden ”\(name)” står i en kolumn som tabellens huvud inte namnger",
                en:
                    "\"\(cell)\" in the row \"\(name)\" stands in a column that the table's heading "
                    + "does not name"),
            at: location,
            hint: Text(
                sv: "Ange kolumnen i manifestet, med tomt ”header:”.",
                en: "Declare the column in the manifest, with an empty \"header:\"."))
    }

    static func unreadable(
        _ name: String, _ cell: String, _ column: String, _ location: SourceLocation
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "report.unreadable-cell",
            Text(
                sv: "”\(cell)” i kolumnen ”\(column)” på raden ”\(name)” är inget tal",
                en: "\"\(cell)\" in the column \"\(column)\" of the row \"\(name)\" is no number"),
            at: location,
            hint: Text(
                sv: "Säger ordet att inget tal finns, ange det under ”missing:” i manifestet.",
                en:
                    "If the word says that there is none, name it under \"missing:\" in the manifest."
            ))
    }

    /// A row whose empty cells would be at its end only if a word of its name were none of its cells.
    static func doubtful(
        _ name: String, _ doubt: RowWay.Doubt, _ split: RowSplitter.Split,
        _ location: SourceLocation
    ) -> Diagnostic {
        let text =
            switch doubt {
            case .wordOfCell(let word):
                Text(
                    sv: "raden ”\(name)” har färre tal än tabellen, och ”\(word)” kan vara en cell",
                    en: "the row \"\(name)\" has fewer numbers than the table, and \"\(word)\" may "
                        + "be a cell")
            case .noSum:
                Text(
                    sv: "raden ”\(name)” har färre tal än tabellen, och dess summa håller inte",
                    en:
                        "the row \"\(name)\" has fewer numbers than the table, and its sum does not "
                        + "hold")
            }
        return Diagnostic(
            .error, code: ambiguousCode, text, at: location,
            notes: [Text(verbatim: split.cells.joined(separator: " | "))])
    }

    static func ambiguous(
        _ name: String, _ splits: [RowSplitter.Split], _ location: SourceLocation
    ) -> Diagnostic {
        let shown = splits.prefix(3).map { $0.cells.joined(separator: " | ") }
        return Diagnostic(
            .error, code: ambiguousCode,
            Text(
                sv: "raden ”\(name)” kan delas i celler på \(splits.count) sätt, "
                    + "och ingen summa skiljer dem åt",
                en: "the row \"\(name)\" can be parted into cells in \(splits.count) ways, "
                    + "and no sum tells them apart"),
            at: location, notes: shown.map { Text(verbatim: $0) })
    }
}
