internal import Indicators
internal import SourceAdapters

/// Makes outcomes and targets of figures whose indicator is known.
struct ObservationMaker {
    let reading: ReportReading
    let dimensions: DimensionIndex

    /// The figure as an outcome or a target.
    ///
    /// - Parameters:
    ///   - figure: What is printed.
    ///   - indicator: The key of its indicator.
    ///   - isComplement: Whether what is left of the indicator's share is printed.
    /// - Returns: The outcome or target, with its keys.
    /// - Throws: Why the warehouse cannot take it.
    func observation(
        _ figure: Figure, of indicator: Int32, isComplement: Bool = false
    ) throws(CellFault) -> Observation {
        var observation = Observation()
        observation.measure = figure.measure == .target ? .target : .outcome
        observation.indicatorKey = indicator
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
        guard var value = figure.value else {
            observation.statusKey =
                (OutcomeStatus(rawValue: figure.missing) ?? .missingBlank).key
            return observation
        }
        if isComplement {
            guard figure.unit == .percent, let left = ScaledDecimal(100).subtracting(value),
                left >= ScaledDecimal(0), left <= ScaledDecimal(100)
            else { throw ReportFault.noShare(figure) }
            value = left
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
}
