internal import Diagnostics

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
