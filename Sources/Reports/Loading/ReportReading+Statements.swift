internal import Diagnostics
internal import Indicators
public import SourceAdapters

extension ReportReading {
    /// Everything that the document states: outcomes and targets, money, absence; the tables' first,
    /// then what the running text says besides.
    ///
    /// Money is loaded from tables of economy, of grants and of measures taken, with the signs of the
    /// source; net and deviation as printed. A row that could not be read, a figure of money whose
    /// unit nobody has declared and a figure without a period are rejects with their line.
    ///
    /// - Parameter dimensions: What names and codes are resolved against.
    /// - Returns: The figures and the rejects; none of a document that does not fit.
    public func statements(_ dimensions: DimensionIndex) -> DocumentFigures {
        var figures = DocumentFigures(observations(dimensions))
        guard fits else { return figures }
        for table in tables where table.rule.kind.statesMoney || table.rule.kind == .absence {
            let reader = StatementReader(reading: self, dimensions: dimensions, table: table)
            for diagnostic in table.rejects { reader.reject(diagnostic, &figures) }
            let builder = FigureBuilder(manifest: manifest, table: table, path: document.path)
            for row in table.rows {
                switch builder.figures(row) {
                case .success(let made): reader.take(made, &figures)
                case .failure(let diagnostic): reader.reject(diagnostic, &figures)
                }
            }
        }
        NarrativeLoader(reading: self, dimensions: dimensions).load(into: &figures)
        return figures
    }
}

extension TableRule.Kind {
    /// Whether the figures of such tables are money.
    var statesMoney: Bool {
        switch self {
        case .economy, .amounts, .measures: true
        case .indicators, .peers, .pairs, .series, .absence: false
        }
    }
}

extension FigureMeasure {
    /// What is said of money, if it is.
    var ofMoney: EconomyMeasure? { EconomyMeasure(rawValue: rawValue) }

    /// What is said of absence, if it is.
    var ofAbsence: AbsenceMeasure? { AbsenceMeasure(rawValue: rawValue) }
}

/// Resolves the figures of a table of money or absence.
private struct StatementReader {
    let reading: ReportReading
    let dimensions: DimensionIndex
    let table: ReadTable
    let maker = StatementMaker()

    func take(_ row: [Figure], _ figures: inout DocumentFigures) {
        if table.rule.kind == .absence {
            let staff = row.filter { $0.measure == .headcount }
            for figure in row where figure.measure.ofAbsence != nil {
                resolve(figure, &figures) { figures, place, municipality throws(CellFault) in
                    figures.absence.append(
                        try maker.absence(
                            figure, staff, place: place, municipality: municipality))
                }
            }
        } else {
            for figure in row where figure.measure.ofMoney != nil {
                resolve(figure, &figures) { figures, place, municipality throws(CellFault) in
                    figures.economy.append(
                        try maker.economy(
                            figure, kind(figure), place: place, municipality: municipality))
                }
            }
        }
    }

    private func kind(_ figure: Figure) -> EconomyStatement.Kind {
        switch table.rule.kind {
        case .amounts: .grant
        case .measures: .action
        default: figure.isSum ? .total : .activity
        }
    }

    /// Keeps a row that could not be read, with as many figures as the table has columns of them.
    func reject(_ diagnostic: Diagnostic, _ figures: inout DocumentFigures) {
        let lost = table.columns.count { column in
            table.rule.kind == .absence
                ? column.measure?.ofAbsence != nil : column.measure?.ofMoney != nil
        }
        figures.observations.append(
            table.reject(diagnostic, figures: lost, in: reading.document.path))
    }

    private func resolve(
        _ figure: Figure, _ figures: inout DocumentFigures,
        _ append: (inout DocumentFigures, StatementPlace, Int16) throws(CellFault) -> Void
    ) {
        do throws(CellFault) {
            let municipality = try dimensions.municipality(
                figure.municipality, preferring: .municipality)
            let place = StatementPlace(
                line: Int32(clamping: figure.line), column: Int16(clamping: figure.column),
                printed: HeadingKey.collapsed(figure.printed), note: note(figure))
            try append(&figures, place, municipality)
        } catch {
            figures.observations.append(table.reject(figure, error, in: reading.document.path))
        }
    }

    /// What was read past in the cell, and where it stands in a document whose lines are not its own.
    private func note(_ figure: Figure) -> String? {
        let place = reading.document.place(line: figure.line, cell: figure.cell)?.sv
        let notes = figure.repairNotes + [place].compactMap(\.self)
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
}
