internal import Diagnostics
internal import SourceAdapters

extension ReadTable {
    /// What is kept of a row that could not be read, and with which so many figures are lost.
    func reject(_ diagnostic: Diagnostic, figures: Int, in path: String) -> Reject {
        var line = lines.lowerBound
        if case .file(_, let place?, _) = diagnostic.location { line = place }
        return Reject(
            code: diagnostic.code, file: path, line: line, column: 0, columnName: "", cell: "",
            message: diagnostic.message, hint: diagnostic.hint, figures: figures)
    }

    /// What is kept of a figure that was read and cannot be loaded.
    func reject(_ figure: Figure, _ fault: CellFault, in path: String) -> Reject {
        let index = figure.column - 1
        return Reject(
            figure, fault, in: path, column: figure.column,
            columnName: columns.indices.contains(index) ? columns[index].header : "")
    }
}

extension Reject {
    /// What is kept of a figure that was read and cannot be loaded; one of running text has no column.
    init(
        _ figure: Figure, _ fault: CellFault, in path: String, column: Int = 0,
        columnName: String = ""
    ) {
        self.init(
            code: fault.code, file: path, line: figure.line, column: column,
            columnName: columnName, cell: String(figure.printed.prefix(Self.longestCell)),
            message: fault.message, hint: fault.hint, figures: 1)
    }
}
