@testable import Tabular

/// One record as values, for comparing.
struct ReadRecord: Equatable {
    var fields: [String]
    var line = 1
    var endLine = 1
    var problem: RecordProblem?
    var quoted: [Bool]?

    init(
        _ fields: [String], line: Int = 1, endLine: Int? = nil, problem: RecordProblem? = nil,
        quoted: [Bool]? = nil
    ) {
        self.fields = fields
        self.line = line
        self.endLine = endLine ?? line
        self.problem = problem
        self.quoted = quoted
    }

    /// The record that a reader stands on.
    init(_ reader: borrowing CSVReader) {
        fields = []
        quoted = []
        for index in 0..<reader.fieldCount {
            fields.append(reader.string(at: index) ?? "no such field")
            quoted?.append(reader.isQuoted(at: index))
        }
        line = reader.line
        endLine = reader.endLine
        problem = reader.problem
    }

    /// Compares what is said; which fields were quoted only where both sides say it.
    static func == (left: ReadRecord, right: ReadRecord) -> Bool {
        left.fields == right.fields && left.line == right.line && left.endLine == right.endLine
            && left.problem == right.problem
            && (left.quoted == nil || right.quoted == nil || left.quoted == right.quoted)
    }
}

/// Reads all records of a text.
func records(
    _ bytes: [UInt8], _ dialect: CSVDialect = .comma, encoding: TextEncoding = .utf8,
    limit: Int = CSVReader.defaultMaximumRecordSize, chunkSize: Int = 64 * 1024
) throws(TabularError) -> [ReadRecord] {
    var reader = CSVReader(
        .memory(MemoryBytes(bytes)), encoding, dialect, maximumRecordSize: limit,
        chunkSize: chunkSize)
    var all: [ReadRecord] = []
    while try reader.next() { all.append(ReadRecord(reader)) }
    return all
}

/// Reads all records of a text given as a string.
func records(
    _ text: String, _ dialect: CSVDialect = .comma,
    limit: Int = CSVReader.defaultMaximumRecordSize, chunkSize: Int = 64 * 1024
) throws(TabularError) -> [ReadRecord] {
    try records(Array(text.utf8), dialect, limit: limit, chunkSize: chunkSize)
}
