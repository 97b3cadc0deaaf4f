internal import Indicators
internal import Postgres
internal import Warehouse

/// What must be hidden of the rows of an export.
struct HiddenRows {
    private let concealment: Concealment
    private let indicators: [String: Int32]
    private let municipalities: [String: Int16]

    /// Finds out, where something internal may be among the rows. Targets are intentions, not persons.
    init(_ selection: ExportSelection, _ connection: inout Connection) throws {
        let chosen =
            try selection.targets
            ? [] : selection.indicators ?? IndicatorDimension.all(&connection)
        let `internal` = chosen.filter { $0.disclosure != .public }
        concealment = try Concealment.read(
            &connection, of: `internal`, municipalities: selection.municipalities)
        guard !concealment.hidden.isEmpty else {
            (indicators, municipalities) = ([:], [:])
            return
        }
        indicators = Dictionary(
            uniqueKeysWithValues: `internal`.map { ($0.code.description, $0.key) })
        municipalities = Dictionary(
            uniqueKeysWithValues: try MunicipalityDimension.names(&connection)
                .map { ($0.code.description, $0.key) })
    }

    /// The row as a reader may see it.
    func shown(_ row: ExportRow) -> ExportRow {
        guard row.value != nil, let indicator = indicators[row.indicatorCode],
            let municipality = municipalities[row.municipalityCode],
            let period = Period(row.period), let gender = Gender(rawValue: row.gender),
            concealment.hides(
                Concealment.Key(
                    indicator: indicator, municipality: municipality, period: period,
                    gender: gender))
        else { return row }
        var row = row
        row.value = nil
        row.numerator = nil
        row.denominator = nil
        row.status = OutcomeStatus.suppressed.rawValue
        return row
    }
}
