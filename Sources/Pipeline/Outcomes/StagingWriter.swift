internal import Indicators
internal import Postgres
internal import SourceAdapters

/// Writes batches of observations into staging.
struct StagingWriter {
    /// The columns in the order in which they are written.
    private static let columns = [
        "indicator_key", "period_key", "document_key", "source_line", "municipality_key",
        "gender_key", "status_key", "source_file", "source_column", "is_target",
        "period_declared", "value", "numerator", "denominator", "respondents", "document_line",
        "note",
    ]

    /// Number of the file within the load.
    let fileNumber: Int16
    /// Key of the document that observations without one belong to.
    let ownDocument: Int32

    /// Copies one batch.
    func write(_ batch: ObservationBatch, to connection: inout Connection) throws {
        try write(batch.observations, notes: batch.notes, to: &connection)
    }

    /// Copies observations, with the remarks that they point to.
    func write(
        _ observations: [Observation], notes: [String], to connection: inout Connection
    ) throws {
        guard !observations.isEmpty else { return }
        try connection.copyIn(into: "staging.observation", columns: Self.columns) { writer in
            for observation in observations {
                try write(observation, notes: notes, to: &writer)
            }
        }
    }

    private func write(
        _ observation: Observation, notes: [String], to writer: inout CopyBinaryWriter
    ) throws(PostgresError) {
        try writer.startRow()
        try writer.write(observation.indicatorKey)
        try writer.write(observation.periodKey)
        try writer.write(observation.documentKey == 0 ? ownDocument : observation.documentKey)
        try writer.write(observation.line)
        try writer.write(observation.municipalityKey)
        try writer.write(observation.genderKey)
        try writer.write(observation.statusKey)
        try writer.write(fileNumber)
        try writer.write(observation.column)
        try writer.write(observation.measure == .target)
        try writer.write(observation.periodIsDeclared)
        try writer.write(observation.value)
        try writer.write(observation.numerator)
        try writer.write(observation.denominator)
        try Self.write(observation.respondents, to: &writer)
        try Self.write(observation.documentLine, to: &writer)
        if notes.indices.contains(Int(observation.noteIndex)) {
            try writer.write(notes[Int(observation.noteIndex)])
        } else {
            try writer.writeNull()
        }
    }

    /// Negative numbers stand for what is not told.
    private static func write(
        _ number: Int32, to writer: inout CopyBinaryWriter
    ) throws(PostgresError) {
        if number < 0 { try writer.writeNull() } else { try writer.write(number) }
    }
}
