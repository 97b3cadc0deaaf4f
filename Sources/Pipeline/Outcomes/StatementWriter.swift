internal import Indicators
internal import Postgres
internal import SourceAdapters
internal import Warehouse

/// Writes what a document says of money and of absence into staging.
struct StatementWriter {
    /// Number of the file within the load.
    let fileNumber: Int16
    /// Key of the document.
    let document: Int32

    private static let economyColumns = [
        "subject_key", "period_key", "document_key", "source_line", "municipality_key",
        "measure_key", "status_key", "source_file", "source_column", "is_cumulative", "amount",
        "definition", "printed", "printed_unit", "note",
    ]
    private static let absenceColumns = [
        "workplace_key", "period_key", "document_key", "source_line", "headcount",
        "municipality_key", "measure_key", "gender_key", "status_key", "source_file",
        "source_column", "value", "definition", "unit", "workplace_name", "printed", "note",
    ]

    /// Adds what the figures are about, then copies them.
    func write(_ statements: [EconomyStatement], to connection: inout Connection) throws {
        guard !statements.isEmpty else { return }
        let keys = try ReportMerge.keys(
            &connection, of: Set(statements.map(Self.subject)), document: document)
        try connection.copyIn(into: "staging.economy", columns: Self.economyColumns) { writer in
            for statement in statements {
                guard let key = keys[Self.subject(statement)] else { continue }
                try writer.startRow()
                try writer.write(key)
                try writer.write(statement.period.key)
                try writer.write(document)
                try writer.write(statement.place.line)
                try writer.write(statement.municipalityKey)
                try writer.write(statement.measure.key)
                try writer.write(statement.statusKey)
                try writer.write(fileNumber)
                try writer.write(statement.place.column)
                try writer.write(statement.isCumulative)
                try writer.write(statement.amount)
                try writer.write(StorableText.of(statement.definition))
                try writer.write(StorableText.of(statement.place.printed))
                try writer.write(statement.printedUnit)
                try Self.write(statement.place.note, to: &writer)
            }
        }
    }

    /// Adds the units that the figures are about, then copies them.
    func write(_ statements: [AbsenceStatement], to connection: inout Connection) throws {
        guard !statements.isEmpty else { return }
        let keys = try ReportMerge.keys(
            &connection, of: Set(statements.map(Self.workplace)), document: document)
        try connection.copyIn(into: "staging.absence", columns: Self.absenceColumns) { writer in
            for statement in statements {
                guard let key = keys[Self.workplace(statement)] else { continue }
                try writer.startRow()
                try writer.write(key)
                try writer.write(statement.period.key)
                try writer.write(document)
                try writer.write(statement.place.line)
                try writer.write(statement.headcount)
                try writer.write(statement.municipalityKey)
                try writer.write(statement.measure.key)
                try writer.write(statement.gender.key)
                try writer.write(statement.statusKey)
                try writer.write(fileNumber)
                try writer.write(statement.place.column)
                try writer.write(statement.value)
                try writer.write(StorableText.of(statement.definition))
                try writer.write(statement.unit)
                try writer.write(StorableText.of(statement.name))
                try writer.write(StorableText.of(statement.place.printed))
                try Self.write(statement.place.note, to: &writer)
            }
        }
    }

    private static func subject(_ statement: EconomyStatement) -> ReportMerge.Subject {
        ReportMerge.Subject(kind: statement.kind.rawValue, name: StorableText.of(statement.subject))
    }

    private static func workplace(_ statement: AbsenceStatement) -> ReportMerge.Workplace {
        let hasCode = !statement.code.isEmpty
        return ReportMerge.Workplace(
            kind: statement.isTotal ? "total" : "unit",
            code: StorableText.of(hasCode ? statement.code : statement.name), hasOwnCode: hasCode)
    }

    private static func write(
        _ text: String?, to writer: inout CopyBinaryWriter
    ) throws(PostgresError) {
        if let text { try writer.write(StorableText.of(text)) } else { try writer.writeNull() }
    }
}
