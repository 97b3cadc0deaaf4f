internal import Diagnostics
internal import Postgres
internal import SourceAdapters

/// Keeps rejects in the ledger, a batch at a time.
enum RejectWriter {
    private static let columns = [
        "load_key", "file_no", "line_no", "column_no", "column_name", "cell", "reject_code",
        "reason_sv", "reason_en", "hint_sv", "hint_en",
    ]

    /// Copies rejects; a NUL byte in a cell, which the server cannot keep, becomes U+FFFD.
    static func write(
        _ rejects: [Reject], load: Int32, fileNumber: Int16, to connection: inout Connection
    ) throws {
        guard !rejects.isEmpty else { return }
        try connection.copyIn(into: "etl.reject", columns: columns) { writer in
            for reject in rejects {
                try writer.startRow()
                try writer.write(load)
                try writer.write(fileNumber)
                try writer.write(Int32(clamping: max(reject.line, 1)))
                try writer.write(
                    reject.column > 0 ? Int16(clamping: reject.column) : Int16?.none)
                try writer.write(StorableText.of(reject.columnName))
                try writer.write(StorableText.of(reject.cell))
                try writer.write(reject.code)
                try writer.write(StorableText.of(reject.message.sv))
                try writer.write(StorableText.of(reject.message.en))
                try writer.write(reject.hint.map { StorableText.of($0.sv) })
                try writer.write(reject.hint.map { StorableText.of($0.en) })
            }
        }
    }

    /// Copies rejects of case data: no text of the file goes with them.
    static func write(
        _ rejects: [CaseReject], load: Int32, to connection: inout Connection
    ) throws {
        guard !rejects.isEmpty else { return }
        try connection.copyIn(into: "etl.reject", columns: columns) { writer in
            for reject in rejects {
                try writer.startRow()
                try writer.write(load)
                try writer.write(Int16(1))
                try writer.write(Int32(clamping: max(reject.line, 1)))
                try writer.write(
                    reject.column > 0 ? Int16(clamping: reject.column) : Int16?.none)
                try writer.write(reject.field)
                try writer.writeNull()
                try writer.write(reject.reason.rawValue)
                try writer.write(reject.reason.text.sv)
                try writer.write(reject.reason.text.en)
                try writer.writeNull()
                try writer.writeNull()
            }
        }
    }
}
