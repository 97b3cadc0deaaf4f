internal import Diagnostics

extension Cell.Tone {
    /// The sign that stands beside a coloured cell, so that colour never says anything alone.
    public var sign: String? {
        switch self {
        case .good: "✓"
        case .bad: "✗"
        case .doubtful: "~"
        case .plain, .muted: nil
        }
    }
}

extension ReportTable {
    /// The table without columns that only draw; for every form that is not read at a terminal.
    public var withoutDrawings: ReportTable {
        guard columns.contains(where: \.isDrawing) else { return self }
        let kept = columns.indices.filter { !columns[$0].isDrawing }
        var result = self
        result.columns = kept.map { columns[$0] }
        result.rows = rows.map { row in
            Row(kept.map { cell(row, $0) }, emphasis: row.emphasis)
        }
        return result
    }

    /// The column that says what each row is about: the first with text, if there is one.
    public var headingColumn: Int? {
        columns.firstIndex { $0.alignment == .text && !$0.isDrawing }
    }
}
