public import Indicators
public import Postgres
internal import Warehouse

/// What a document says of absence for sickness in one unit.
public struct AbsenceFigure: Sendable, Hashable {
    /// The nämnd.
    public var organisation: String
    /// Whether it is the sum of the nämnd's units.
    public var isTotal: Bool
    /// The unit's own code; `nil` where the document prints none.
    public var code: String?
    /// What the document calls the unit.
    public var unitName: String
    /// The period.
    public var period: Period
    /// The measure.
    public var measure: AbsenceMeasure
    /// By whose definition; empty where nobody says.
    public var definition: String
    /// The gender.
    public var gender: Gender
    /// The value; `nil` where the status says why.
    public var value: ScaledDecimal?
    /// Whether there is a value.
    public var status: OutcomeStatus
    /// What the value counts: `percent` mostly.
    public var unit: String
    /// Employees of that gender, where the document states them.
    public var headcount: Int?
    /// The cell as it stands.
    public var printed: String
    /// A remark.
    public var note: String?
    /// Code of the document.
    public var source: String
    /// Title of the document.
    public var sourceTitle: String
    /// Line of the document.
    public var line: Int
}

/// Of how many units a document states absence, and how many of them may be shown.
public struct AbsenceCoverage: Sendable, Hashable {
    /// The nämnd.
    public var organisation: String
    /// The period.
    public var period: Period
    /// Code of the document.
    public var source: String
    /// Title of the document.
    public var sourceTitle: String
    /// Units stated.
    public var stated: Int
    /// Units that readers may see.
    public var shown: Int
}

/// Reads absence for sickness.
public enum AbsenceReader {
    /// Figures of a kommun's units: by period, then as they stand in the document.
    ///
    /// - Parameters:
    ///   - connection: where to read; of the role of the load where `isInternal`.
    ///   - municipality: whose units.
    ///   - isInternal: whether small units, and those of unknown size, are wanted too.
    /// - Returns: the figures of all documents.
    /// - Throws: what the server reports.
    public static func figures(
        _ connection: inout Connection, of municipality: Municipality, isInternal: Bool
    ) throws(PostgresError) -> [AbsenceFigure] {
        let statement = isInternal ? ReportStatement.listInternalAbsence : ReadStatement.listAbsence
        var figures: [AbsenceFigure] = []
        for row in try connection.rows(statement, municipality.key) {
            guard let period = Period(row.4), let measure = AbsenceMeasure(rawValue: row.5),
                let gender = Gender(rawValue: row.7), let status = OutcomeStatus(rawValue: row.9)
            else { continue }
            figures.append(
                AbsenceFigure(
                    organisation: row.0, isTotal: row.1 == "total", code: row.2, unitName: row.3,
                    period: period, measure: measure, definition: row.6, gender: gender,
                    value: row.8, status: status, unit: row.10, headcount: row.11.map(Int.init),
                    printed: row.12, note: row.13, source: row.14, sourceTitle: row.15,
                    line: Int(row.16)))
        }
        return figures
    }

    /// What the documents of a kommun cover.
    public static func coverage(
        _ connection: inout Connection, of municipality: Municipality
    ) throws(PostgresError) -> [AbsenceCoverage] {
        var coverage: [AbsenceCoverage] = []
        for row in try connection.rows(ReadStatement.listAbsenceCoverage, municipality.key) {
            guard let period = Period(key: row.1) else { continue }
            coverage.append(
                AbsenceCoverage(
                    organisation: row.0, period: period, source: row.2, sourceTitle: row.3,
                    stated: Int(row.4), shown: Int(row.5)))
        }
        return coverage
    }
}
