internal import Diagnostics
internal import Indicators
internal import SourceAdapters

/// Adds what the running text of a document says besides its tables, each figure where its manifest says
/// that it belongs.
struct NarrativeLoader {
    let reading: ReportReading
    let dimensions: DimensionIndex

    /// What makes two outcomes or targets of a document the same one.
    private struct Key: Hashable {
        var measure: Measure
        var indicator: Int32
        var period: Int32
        var gender: Int16
        var municipality: Int16

        init(_ observation: Observation) {
            measure = observation.measure
            indicator = observation.indicatorKey
            period = observation.periodKey
            gender = observation.genderKey
            municipality = observation.municipalityKey
        }
    }

    /// Adds the figures of running text to those of the tables.
    func load(into figures: inout DocumentFigures) {
        let tabled = Dictionary(
            figures.observations.observations.map { (Key($0), $0) }
        ) { first, _ in first }
        for (figure, standing) in zip(reading.figures, reading.standings)
        where figure.origin == .narrative {
            do throws(CellFault) {
                switch standing {
                case .loads(let home): try add(figure, home, tabled, &figures)
                case .contradicts(let lines): throw ReportFault.toldOtherwise(figure, lines)
                case .undeclared(.period): throw ReportFault.noPeriod(figure)
                case .undeclared(.unit): throw ReportFault.noUnit(figure)
                case .inTable, .repeated, .homeless: break
                }
            } catch {
                figures.observations.append(
                    Reject(figure, error, in: reading.document.path))
            }
        }
    }

    private func add(
        _ figure: Figure, _ home: FigureHome, _ tabled: [Key: Observation],
        _ figures: inout DocumentFigures
    ) throws(CellFault) {
        switch home {
        case .outcome, .target:
            let observation = try observation(figure)
            guard let row = tabled[Key(observation)] else {
                figures.observations.append(
                    observation, note: notes(figure, tells: true).joined(separator: "; "))
                return
            }
            // The table's figure stands; the text is held against it.
            if let contradiction = contradiction(figure, observation, row) {
                figures.contradictions.append(contradiction)
            }
        case .economy:
            var money = figure
            money.isCumulative = figure.period.map(Self.isFromNewYear) ?? false
            let municipality = try municipality(figure)
            figures.economy.append(
                try StatementMaker().economy(
                    money, kind(figure), place: place(figure), municipality: municipality))
        case .absence:
            var whole = figure
            whole.isSum = true
            let municipality = try municipality(figure)
            figures.absence.append(
                try StatementMaker().absence(
                    whole, [], place: place(figure), municipality: municipality))
        }
    }

    /// Whether money of a period is told from the beginning of the year.
    private static func isFromNewYear(_ period: Period) -> Bool {
        period.isCumulative || "\(period.startDate)".hasSuffix("-01-01")
    }

    private func observation(_ figure: Figure) throws(CellFault) -> Observation {
        let name = figure.telling?.indicator ?? ""
        let complemented = complemented(figure)
        let key =
            if let complemented { complemented } else { try dimensions.indicator(name) }
        if let indicator = dimensions.indicator(key: key) {
            let unit = indicator.unit ?? ""
            let isOther =
                (indicator.takesPercentSign == true && figure.unit != .percent)
                || (figure.unit.kronor != nil && NameFolding.key(unit) != figure.unit.rawValue)
            if isOther { throw ReportFault.otherUnit(figure, unit: unit) }
        }
        let maker = ObservationMaker(reading: reading, dimensions: dimensions)
        var observation = try maker.observation(
            figure, of: key, isComplement: complemented != nil)
        // A line is one cell here; column 0 would mean the value of a service, which is no cell.
        observation.column = 1
        return observation
    }

    /// The share whose complement the figure is, where that is declared of its name.
    private func complemented(_ figure: Figure) -> Int32? {
        dimensions.complementedIndicator(
            figure.telling?.indicator ?? "", in: reading.manifest.report)
    }

    private func municipality(_ figure: Figure) throws(CellFault) -> Int16 {
        try dimensions.municipality(figure.municipality, preferring: .municipality)
    }

    /// What money is about: the nämnd where the subject has its name, else what the manifest says.
    private func kind(_ figure: Figure) -> EconomyStatement.Kind {
        if let declared = figure.telling?.subjectKind { return declared }
        if HeadingKey.key(figure.subject) == HeadingKey.key(figure.organisation) { return .total }
        return figure.measure == .amount ? .grant : .activity
    }

    private func place(_ figure: Figure) -> StatementPlace {
        StatementPlace(
            line: Int32(clamping: figure.line), column: 0,
            printed: HeadingKey.collapsed(figure.printed),
            note: notes(figure, tells: false).joined(separator: "; "))
    }

    /// What a reader must know of a figure that stands in a sentence: the words, and how exact it is.
    private func notes(_ figure: Figure, tells period: Bool) -> [String] {
        var notes: [String] = []
        if let telling = figure.telling {
            notes.append("löptext: ”\(HeadingKey.collapsed(telling.words))”")
            if telling.isSignWorded { notes.append("tecknet står i ord") }
        }
        if complemented(figure) != nil { notes.append("tryckt som komplement") }
        if figure.isApproximate { notes.append("ungefärligt") }
        if figure.unit == .mnkr, let value = figure.value,
            let step = ScaledDecimal(units: 1, scale: value.scale)
        {
            notes.append("avrundat till \(FindingCollector.swedish(step)) mnkr")
        }
        notes += figure.repairNotes
        if period, figure.period == nil { notes.append("perioden anges inte i källan") }
        if let place = reading.document.place(line: figure.line, cell: figure.cell) {
            notes.append(place.sv)
        }
        return notes
    }

    private func contradiction(
        _ figure: Figure, _ told: Observation, _ row: Observation
    ) -> FoundContradiction? {
        guard told.value.isPresent, row.value.isPresent else { return nil }
        let text = ScaledDecimal(units: told.value.units, scale: told.value.scale)
        let table = ScaledDecimal(units: row.value.units, scale: row.value.scale)
        guard !WarehouseReview.agree(text, table) else { return nil }
        let isComplement = complemented(figure) != nil
        let printed = isComplement ? ScaledDecimal(100).subtracting(table) ?? table : table
        let expected = "\(FindingCollector.swedish(printed)) \(figure.unit.rawValue)"
        return FoundContradiction(
            line: figure.line, rule: Finding.Rule.textAgainstTable.rawValue,
            printed: figure.printed, expected: expected,
            message: Text(
                sv: "”\(figure.subject)” (rad \(row.line) säger annat): ”\(figure.printed)” är "
                    + "tryckt, \(expected) väntades",
                en: "\"\(figure.subject)\" (line \(row.line) says otherwise): "
                    + "\"\(figure.printed)\" is printed, \(expected) was expected"))
    }
}
