internal import Diagnostics
internal import Postgres
internal import Warehouse

/// Sends prepared slices by binary COPY.
struct SliceWriter {
    /// The load that the rows belong to.
    let load: Int32
    /// Key of the document that the figures belong to.
    let document: Int32
    /// Key of the set of units asked for.
    let scope: Int32
    /// Numbers of the files within the load.
    private var numbers: [SliceFile: Int16] = [:]

    init(load: Int32, store: SliceStore) {
        self.load = load
        document = store.document
        scope = store.scope
    }

    /// About how many files one piece may name; fewer than a load can have, since a slice has several.
    static let filesInPiece = 16_000

    /// How many more files the load can have.
    var filesLeft: Int { Int(Int16.max) - numbers.count }

    /// Records the files of slices that the load has not recorded yet.
    mutating func recordFiles(
        of slices: [PreparedSlice], _ connection: inout Connection
    ) throws {
        for slice in slices {
            for file in slice.files { try record(file, &connection) }
        }
    }

    private mutating func record(_ file: SliceFile, _ connection: inout Connection) throws {
        guard numbers[file] == nil else { return }
        let number = Int16(numbers.count + 1)
        try connection.perform(
            SliceStatement.insertFile, load, number, file.name, file.sha256, file.byteCount,
            file.encoding, file.url, file.fetchedAt)
        numbers[file] = number
    }

    /// Writes slices to staging.
    func stage(_ slices: [PreparedSlice], _ connection: inout Connection) throws {
        try connection.copyIn(into: "staging.slice_value", columns: Self.valueColumns) { writer in
            for slice in slices {
                let files = slice.files.map { numbers[$0] ?? 0 }
                for row in slice.rows {
                    try writer.startRow()
                    try writer.write(slice.key.indicator)
                    try writer.write(slice.key.period)
                    try writer.write(row.line)
                    try writer.write(row.municipality)
                    try writer.write(Int16(row.gender))
                    try writer.write(Int16(row.status))
                    try writer.write(files[Int(row.file)])
                    try Self.writeValue(of: row, to: &writer)
                    try Self.writeNote(of: row, notes: slice.notes, to: &writer)
                }
            }
        }
        try stageHeads(of: slices, &connection)
    }

    /// Writes slices straight to the facts, as new figures; deletions of what was never there are
    /// left out.
    func fill(_ slices: [PreparedSlice], _ connection: inout Connection) throws {
        // Next to no slice has remarks, and a column left out costs nothing.
        let hasNotes = slices.contains { !$0.notes.isEmpty }
        let columns = hasNotes ? Self.factColumns + ["note"] : Self.factColumns
        try connection.copyIn(into: "dw.fact_outcome", columns: columns) { writer in
            for slice in slices {
                let files = slice.files.map { numbers[$0] ?? 0 }
                for row in slice.rows where !row.isDeletion {
                    try writer.startRow()
                    try writer.write(slice.key.indicator)
                    try writer.write(slice.key.period)
                    try writer.write(document)
                    try writer.write(load)
                    try writer.write(1 as Int32)
                    try writer.write(row.line)
                    try writer.write(row.municipality)
                    try writer.write(Int16(row.gender))
                    try writer.write(Int16(row.status))
                    try writer.write(files[Int(row.file)])
                    try writer.write(0 as Int16)
                    try Self.writeValue(of: row, to: &writer)
                    if hasNotes { try Self.writeNote(of: row, notes: slice.notes, to: &writer) }
                }
            }
        }
        try stageHeads(of: slices, &connection)
    }

    private static let valueColumns = [
        "indicator_key", "period_key", "source_line", "municipality_key", "gender_key",
        "status_key", "source_file", "value", "note",
    ]

    private static let factColumns = [
        "indicator_key", "period_key", "document_key", "load_key", "revision_no", "source_line",
        "municipality_key", "gender_key", "status_key", "source_file", "source_column", "value",
    ]

    @inline(__always)
    private static func writeValue(
        of row: StagedRow, to writer: inout CopyBinaryWriter
    ) throws(PostgresError) {
        if row.hasValue {
            try writer.writeNumeric(units: row.units, scale: row.scale)
        } else {
            try writer.writeNull()
        }
    }

    @inline(__always)
    private static func writeNote(
        of row: StagedRow, notes: [String], to writer: inout CopyBinaryWriter
    ) throws(PostgresError) {
        if row.note >= 0, notes.indices.contains(Int(row.note)) {
            try writer.write(notes[Int(row.note)])
        } else {
            try writer.writeNull()
        }
    }
}

extension SliceWriter {
    private static let headColumns = [
        "indicator_key", "period_key", "scope_key", "read_rows", "rejected_rows",
        "duplicate_rows", "deletion_rows", "missing_rows", "staged_rows", "is_complete",
        "was_accepted", "status_sum", "file_nos", "digest", "value_sum",
    ]

    private func stageHeads(
        of slices: [PreparedSlice], _ connection: inout Connection
    ) throws {
        try connection.copyIn(into: "staging.slice", columns: Self.headColumns) { writer in
            for slice in slices {
                try writer.startRow()
                try writer.write(slice.key.indicator)
                try writer.write(slice.key.period)
                try writer.write(scope)
                try writer.write(slice.readRows)
                try writer.write(slice.rejectedRows)
                try writer.write(slice.duplicateRows)
                try writer.write(slice.deletionRows)
                try writer.write(slice.missingRows)
                try writer.write(slice.rows.count)
                try writer.write(slice.isComplete)
                try writer.write(false)
                try writer.write(slice.statusSum)
                try writer.write(slice.files.map { numbers[$0] ?? 0 })
                try writer.write(slice.digest)
                try writer.write(slice.valueSum)
            }
        }
    }

    private static let rejectColumns = [
        "load_key", "file_no", "line_no", "column_name", "cell", "reject_code", "reason_sv",
        "reason_en", "position",
    ]

    /// Keeps what the reader could not use in the ledger, as far as there are numbers for its files.
    mutating func keep(_ rejects: [SliceReject], _ connection: inout Connection) throws {
        guard !rejects.isEmpty else { return }
        for reject in rejects where filesLeft > 0 { try record(reject.file, &connection) }
        let numbers = numbers
        try connection.copyIn(into: "etl.reject", columns: Self.rejectColumns) { writer in
            for reject in rejects {
                guard let number = numbers[reject.file] else { continue }
                try writer.startRow()
                try writer.write(load)
                try writer.write(number)
                try writer.write(max(reject.line, 1))
                if let slice = reject.slice {
                    try writer.write(slice)
                } else {
                    try writer.writeNull()
                }
                try writer.write(reject.found)
                try writer.write(reject.code)
                try writer.write(reject.message.sv)
                try writer.write(reject.message.en)
                if let position = reject.position {
                    try writer.write(position)
                } else {
                    try writer.writeNull()
                }
            }
        }
    }

    /// Keeps the rejects of slices in the ledger.
    func keepRejects(of slices: [PreparedSlice], _ connection: inout Connection) throws {
        guard slices.contains(where: { !$0.rejects.isEmpty }) else { return }
        try connection.copyIn(into: "etl.reject", columns: Self.rejectColumns) { writer in
            for slice in slices {
                for reject in slice.rejects {
                    try writer.startRow()
                    try writer.write(load)
                    try writer.write(numbers[slice.files[reject.file]] ?? 0)
                    try writer.write(max(reject.line, 1))
                    try writer.write(slice.name)
                    try writer.write(reject.cell)
                    try writer.write(reject.code)
                    try writer.write(reject.message.sv)
                    try writer.write(reject.message.en)
                    try writer.writeNull()
                }
            }
        }
    }
}
