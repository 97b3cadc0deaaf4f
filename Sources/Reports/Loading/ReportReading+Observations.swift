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
            let maker = ObservationMaker(reading: reading, dimensions: dimensions)
            let complemented = (figure.printedNames + [figure.subject]).lazy.compactMap {
                dimensions.complementedIndicator($0, in: reading.manifest.report)
            }.first
            let key = if let complemented { complemented } else { try indicator(figure) }
            let observation = try maker.observation(
                figure, of: key, isComplement: complemented != nil)
            batch.append(observation, note: note(figure, isComplement: complemented != nil))
        } catch {
            batch.append(table.reject(figure, error, in: reading.document.path))
        }
    }

    /// Keeps a row that could not be read, with as many figures as the table has columns of them.
    func reject(_ diagnostic: Diagnostic, _ batch: inout ObservationBatch) {
        let lost = table.columns.count { $0.measure?.isOfIndicator == true }
        batch.append(table.reject(diagnostic, figures: lost, in: reading.document.path))
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
    private func note(_ figure: Figure, isComplement: Bool) -> String? {
        var notes = figure.repairNotes
        if isComplement {
            notes.append("tryckt som komplement: ”\(HeadingKey.collapsed(figure.printed))”")
        }
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
