internal import Diagnostics
internal import Indicators
public import SourceAdapters

extension ReportReading {
    /// Everything that the document's tables state: outcomes and targets, money, absence.
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

    func take(_ row: [Figure], _ figures: inout DocumentFigures) {
        if table.rule.kind == .absence {
            let staff = row.filter { $0.measure == .headcount }
            for figure in row where figure.measure.ofAbsence != nil {
                resolve(figure, &figures) { figures, place, municipality throws(CellFault) in
                    figures.absence.append(
                        try absence(figure, staff, place: place, municipality: municipality))
                }
            }
        } else {
            for figure in row where figure.measure.ofMoney != nil {
                resolve(figure, &figures) { figures, place, municipality throws(CellFault) in
                    figures.economy.append(
                        try economy(figure, place: place, municipality: municipality))
                }
            }
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

    private func economy(
        _ figure: Figure, place: StatementPlace, municipality: Int16
    ) throws(CellFault) -> EconomyStatement {
        guard let measure = figure.measure.ofMoney, let period = figure.period else {
            throw ReportFault.noPeriod(figure)
        }
        guard let kronor = figure.unit.kronor else { throw ReportFault.noMoney(figure) }
        var amount = Quantity.none
        if let value = figure.value {
            guard let thousands = Self.thousands(value, kronor: kronor) else {
                throw ReportFault.tooLong(figure)
            }
            amount = thousands
        }
        let kind: EconomyStatement.Kind =
            switch table.rule.kind {
            case .amounts: .grant
            case .measures: .action
            default: figure.isSum ? .total : .activity
            }
        return EconomyStatement(
            municipalityKey: municipality, kind: kind, subject: try name(figure.subject, figure),
            measure: measure, definition: figure.definition, period: period,
            isCumulative: figure.isCumulative, amount: amount, statusKey: status(figure),
            printedUnit: figure.unit.rawValue, place: place)
    }

    private func absence(
        _ figure: Figure, _ staff: [Figure], place: StatementPlace, municipality: Int16
    ) throws(CellFault) -> AbsenceStatement {
        guard let measure = figure.measure.ofAbsence, let period = figure.period else {
            throw ReportFault.noPeriod(figure)
        }
        var value = Quantity.none
        if let number = figure.value {
            guard let units = Int64(exactly: number.units) else {
                throw ReportFault.tooLong(figure)
            }
            value = Quantity(units: units, scale: number.scale)
        }
        return AbsenceStatement(
            municipalityKey: municipality, isTotal: figure.isSum, code: figure.organisationCode,
            name: try name(figure.organisation, figure), measure: measure,
            definition: figure.definition, period: period, gender: figure.gender, value: value,
            statusKey: status(figure), unit: figure.unit.rawValue,
            headcount: Self.headcount(staff, figure), place: place)
    }

    /// The employees of the figure's gender and period, where a column of the row counts them.
    private static func headcount(_ staff: [Figure], _ figure: Figure) -> Int32? {
        let own = staff.first {
            $0.gender == figure.gender && ($0.period == nil || $0.period == figure.period)
        }
        guard let number = own?.value?.canonical, number.scale == 0, number.units >= 0 else {
            return nil
        }
        return Int32(exactly: number.units)
    }

    private func name(_ name: String, _ figure: Figure) throws(CellFault) -> String {
        let collapsed = HeadingKey.collapsed(name)
        guard !collapsed.isEmpty else { throw ReportFault.noName("report.no-name") }
        return collapsed
    }

    private func status(_ figure: Figure) -> Int16 {
        guard figure.value == nil else { return OutcomeStatus.ok.key }
        return (OutcomeStatus(rawValue: figure.missing) ?? .missingBlank).key
    }

    /// An amount in thousands of kronor, exactly.
    private static func thousands(_ value: ScaledDecimal, kronor: Int) -> Quantity? {
        var amount = value
        switch kronor {
        case 1:
            guard let smaller = ScaledDecimal(units: value.units, scale: value.scale + 3) else {
                return nil
            }
            amount = smaller
        case 1_000: break
        default:
            guard let larger = value.multiplied(by: kronor / 1_000) else { return nil }
            amount = larger
        }
        guard let units = Int64(exactly: amount.units) else { return nil }
        return Quantity(units: units, scale: amount.scale)
    }

    /// What was read past in the cell, and where it stands in a document whose lines are not its own.
    private func note(_ figure: Figure) -> String? {
        let place = reading.document.place(line: figure.line, cell: figure.cell)?.sv
        let notes = figure.repairNotes + [place].compactMap(\.self)
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
}
