public import Indicators
public import Postgres
internal import Warehouse

/// Which outcomes to export; `nil` means all.
public struct ExportSelection: Sendable {
    /// Indicators.
    public var indicators: [Indicator]?
    /// Municipalities.
    public var municipalities: [Municipality]?
    /// The first period: those that end before it begins are left out.
    public var from: Period?
    /// The last period: those that end after it are left out.
    public var to: Period?
    /// Genders.
    public var genders: [Gender]?
    /// Time of knowledge.
    public var asOf: PostgresTimestamp?
    /// Whether every document's statement is wanted, or only the one that speaks.
    public var allSources: Bool
    /// Whether targets are wanted instead of outcomes.
    public var targets: Bool

    /// Selects everything that speaks now.
    public init() {
        allSources = false
        targets = false
    }
}

/// One exported figure.
public struct ExportRow: Sendable {
    /// Code of the indicator.
    public var indicatorCode: String
    /// Title of the indicator.
    public var indicator: String
    /// Code of the municipality.
    public var municipalityCode: String
    /// Name of the municipality.
    public var municipality: String
    /// The period in its written form.
    public var period: String
    /// T, K or M.
    public var gender: String
    /// The value; `nil` when the status says that there is none.
    public var value: ScaledDecimal?
    /// Status word.
    public var status: String
    /// Numerator, where stated.
    public var numerator: ScaledDecimal?
    /// Denominator, where stated.
    public var denominator: ScaledDecimal?
    /// Unit of the value.
    public var unit: String
    /// Code of the document that states it.
    public var source: String
    /// When it became the recorded truth.
    public var recordedAt: PostgresTimestamp
}

/// Streams outcomes or targets in a stable order; memory does not grow with their number.
///
/// What is internal and small is hidden: the row is there, its value is not.
public enum OutcomeExport {
    /// Calls the body with each figure; inside the caller's transaction, so that all queries see the
    /// same state.
    ///
    /// - Parameters:
    ///   - selection: which figures.
    ///   - connection: a session that may read.
    ///   - indicatorsAtATime: how many indicators one query asks for where all are wanted. The server
    ///     sorts what it gives: some indicators in memory, by the order of its index, and the first
    ///     row comes at once; all of them it would sort on disk, twice.
    ///   - body: gets each figure.
    /// - Throws: what the body throws, or what the server reports.
    public static func stream(
        _ selection: ExportSelection, _ connection: inout Connection,
        indicatorsAtATime: Int = 20, _ body: (ExportRow) throws -> Void
    ) throws {
        guard selection.indicators == nil, !selection.targets else {
            return try stream(
                selection, indicators: selection.indicators?.map(\.key), &connection, body)
        }
        let all = try connection.rows(ReadStatement.listExportedIndicators)
        for start in stride(from: 0, to: all.count, by: indicatorsAtATime) {
            let some = Array(all[start..<min(start + indicatorsAtATime, all.count)])
            try stream(selection, indicators: some, &connection, body)
        }
    }

    private static func stream(
        _ selection: ExportSelection, indicators: [Int32]?, _ connection: inout Connection,
        _ body: (ExportRow) throws -> Void
    ) throws {
        try connection.stream(
            selection.targets ? ReadStatement.exportTargets : ReadStatement.exportOutcomes,
            [
                indicators, selection.municipalities?.map(\.key),
                selection.from.map { PostgresDate(firstDayOf: $0) },
                selection.to.map { PostgresDate(lastDayOf: $0) },
                selection.genders?.map(\.key), selection.asOf, selection.allSources,
            ]
        ) { row in
            try body(
                ExportRow(
                    indicatorCode: row.decode(String.self, at: 0),
                    indicator: row.decode(String.self, at: 1),
                    municipalityCode: row.decode(String.self, at: 2),
                    municipality: row.decode(String.self, at: 3),
                    period: row.decode(String.self, at: 4),
                    gender: row.decode(String.self, at: 5),
                    value: row.decode(ScaledDecimal?.self, at: 6),
                    status: row.decode(String.self, at: 7),
                    numerator: row.decode(ScaledDecimal?.self, at: 8),
                    denominator: row.decode(ScaledDecimal?.self, at: 9),
                    unit: row.decode(String.self, at: 10),
                    source: row.decode(String.self, at: 11),
                    recordedAt: row.decode(PostgresTimestamp.self, at: 12)))
        }
    }
}
