internal import Diagnostics
internal import Indicators
public import SourceAdapters

extension TableRule.Kind {
    /// Whether the figures of such tables are outcomes and targets of indicators.
    var statesIndicators: Bool {
        switch self {
        case .indicators, .peers, .pairs, .series: true
        case .economy, .absence, .amounts, .measures: false
        }
    }
}

extension ReportReading {
    /// The outcomes and targets of the document's tables, resolved to the keys of the warehouse.
    ///
    /// A row that could not be read, an indicator that nobody knows and an outcome without a period
    /// are rejects with their line; the others go on. A target whose period is not stated belongs to
    /// the report's own and is marked as undeclared. A document that does not fit has no figures.
    ///
    /// - Parameter dimensions: What names and codes are resolved against.
    /// - Returns: The figures and the rejects.
    public func observations(_ dimensions: DimensionIndex) -> ObservationBatch {
        var batch = ObservationBatch()
        guard fits else { return batch }
        for table in tables where table.rule.kind.statesIndicators {
            let resolver = FigureResolver(reading: self, dimensions: dimensions, table: table)
            for diagnostic in table.rejects { resolver.reject(diagnostic, &batch) }
            let builder = FigureBuilder(manifest: manifest, table: table, path: document.path)
            for row in table.rows {
                switch builder.figures(row) {
                case .success(let figures):
                    for figure in figures where figure.measure.isOfIndicator {
                        resolver.resolve(figure, &batch)
                    }
                case .failure(let diagnostic): resolver.reject(diagnostic, &batch)
                }
            }
        }
        return batch
    }
}

extension FigureMeasure {
    /// Whether it is the outcome or the target of an indicator.
    var isOfIndicator: Bool { self == .outcome || self == .target }
}

extension Figure {
    /// What was read past in the cell, a note each.
    var repairNotes: [String] {
        repairs.map { "\($0.kind.rawValue): ”\($0.printed)” läst ”\($0.read)”" }
    }
}

/// Finds the keys of a table's figures.
private struct FigureResolver {
    let reading: ReportReading
    let dimensions: DimensionIndex
    let table: ReadTable

    func resolve(_ figure: Figure, _ batch: inout ObservationBatch) {
        do throws(CellFault) {
            let observation = try observation(figure)
            batch.append(observation, note: note(figure))
        } catch {
            batch.append(table.reject(figure, error, in: reading.document.path))
        }
    }

    /// Keeps a row that could not be read, with as many figures as the table has columns of them.
    func reject(_ diagnostic: Diagnostic, _ batch: inout ObservationBatch) {
        let lost = table.columns.count { $0.measure?.isOfIndicator == true }
        batch.append(table.reject(diagnostic, figures: lost, in: reading.document.path))
    }

    private func observation(_ figure: Figure) throws(CellFault) -> Observation {
        var observation = Observation()
        observation.measure = figure.measure == .target ? .target : .outcome
        observation.indicatorKey = try indicator(figure)
        observation.municipalityKey = try dimensions.municipality(
            figure.municipality, preferring: .municipality)
        observation.genderKey = figure.gender.key
        if let period = figure.period {
            observation.periodKey = period.key
        } else if figure.measure == .target, let declared = targetPeriod(observation) {
            observation.periodKey = declared.key
        } else if figure.measure == .target, case .fixed(let period) = reading.manifest.period {
            observation.periodKey = period.key
            observation.periodIsDeclared = false
        } else {
            throw ReportFault.noPeriod(figure)
        }
        observation.line = Int32(clamping: figure.line)
        observation.documentLine = observation.line
        observation.column = Int16(clamping: figure.column)
        guard let value = figure.value else {
            observation.statusKey =
                (OutcomeStatus(rawValue: figure.missing) ?? .missingBlank).key
            return observation
        }
        guard let units = Int64(exactly: value.units) else { throw ReportFault.tooLong(figure) }
        if figure.unit == .percent,
            let indicator = dimensions.indicator(key: observation.indicatorKey),
            indicator.takesPercentSign == false
        {
            throw ReportFault.percent(figure, unit: indicator.unit ?? "")
        }
        observation.value = Quantity(units: units, scale: value.scale)
        observation.statusKey = OutcomeStatus.ok.key
        return observation
    }

    private func targetPeriod(_ observation: Observation) -> Period? {
        dimensions.targetPeriod(
            of: observation.indicatorKey, in: reading.manifest.report)
    }

    /// The indicator that one of the printed names means, else the name that the manifest gives.
    private func indicator(_ figure: Figure) throws(CellFault) -> Int32 {
        var first: CellFault?
        for name in figure.printedNames + [figure.subject] where !name.isEmpty {
            do throws(CellFault) {
                return try dimensions.indicator(name)
            } catch {
                first = first ?? error
            }
        }
        throw first ?? ReportFault.noName("indicator.blank")
    }

    /// What must be known of the print: the cell as it stands, where it is not the number itself.
    private func note(_ figure: Figure) -> String? {
        var notes = figure.repairNotes
        if let value = figure.value, notes.isEmpty {
            let plain = FindingCollector.swedish(value)
            let printed = HeadingKey.collapsed(figure.printed)
            if printed != plain, printed != plain + " %", printed != plain + "%" {
                notes = ["tryckt: ”\(printed)”"]
            }
        }
        if figure.period == nil { notes.append("perioden anges inte i källan") }
        if let place = reading.document.place(line: figure.line, cell: figure.cell) {
            notes.append(place.sv)
        }
        return notes.isEmpty ? nil : notes.joined(separator: "; ")
    }
}
