public import Diagnostics
internal import Tabular

/// A row of a reference file: its cells by the names of their columns.
public struct ReferenceRow: Sendable, Hashable {
    /// Path of the file.
    public let path: String
    /// Line on which the row begins, from 1.
    public let line: Int
    private let cells: [String: String]
    private let columns: [String: Int]

    init(path: String, line: Int, cells: [String: String], columns: [String: Int]) {
        self.path = path
        self.line = line
        self.cells = cells
        self.columns = columns
    }

    /// The cell of a column without blanks around it; empty for a column that the file lacks.
    public subscript(column: String) -> String { cells[column] ?? "" }

    /// An error that points at a cell of this row.
    public func problem(_ column: String, _ message: Text, hint: Text? = nil) -> Diagnostic {
        Diagnostic(
            .error, code: "reference.invalid-cell", message,
            at: .file(path: path, line: line, column: columns[column]), hint: hint)
    }
}

/// A file that fills a reference table: small enough to be read whole, and valid as a whole or not.
public struct ReferenceFile: Sendable {
    /// Which bytes the file held.
    public let identity: FileIdentity
    /// The rows of data.
    public let rows: [ReferenceRow]

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: path of the file.
    ///   - required: columns that it must have.
    /// - Throws: `SourceError` when it cannot be read, lacks columns or has torn rows.
    public init(path: String, required: [String]) throws(SourceError) {
        let digest = PassingDigest()
        let text = try SourceFile.locating(path) { () throws(TabularError) in
            try ReferenceText(path: path, digest: digest)
        }
        identity = try digest.finish(path: path)
        let missing = required.filter { !text.header.contains($0) }
        guard missing.isEmpty else {
            throw Self.missingColumns(missing, header: text.header, path: path)
        }
        guard text.problems.isEmpty else { throw SourceError(.data, text.problems) }
        rows = text.rows
    }

    private static func missingColumns(
        _ missing: [String], header: [String], path: String
    ) -> SourceError {
        let names = missing.joined(separator: ", ")
        let found = header.joined(separator: ", ")
        return SourceError(
            .data, code: "reference.missing-column",
            Text(sv: "kolumnen saknas: \(names)", en: "the column is missing: \(names)"),
            at: .file(path: path, line: 1),
            hint: Text(
                sv: "filen har kolumnerna \(found)", en: "the file has the columns \(found)"))
    }
}

/// The text of a reference file, split into rows.
private struct ReferenceText {
    var header: [String]
    var rows: [ReferenceRow] = []
    var problems: [Diagnostic] = []

    init(path: String, digest: PassingDigest) throws(TabularError) {
        var file = try InputFile(path: path)
        let inspected = try file.inspect { digest.add($0) }
        let encoding = try EncodingDetection.resolve(inspected)
        let dialect = try DialectDetection.resolve(inspected, encoding: encoding.encoding)
        var reader = CSVReader(
            file: file, encoding: encoding.encoding, dialect: dialect.dialect ?? .comma)
        header = try HeaderRow.read(&reader, format: FormatSpec())
        let columns = Dictionary(
            header.enumerated().map { ($1, $0 + 1) }, uniquingKeysWith: { first, _ in first })
        while try reader.next() {
            if reader.isEmpty { continue }
            if reader.problem != nil || reader.fieldCount != header.count {
                problems.append(Self.torn(path: path, line: reader.line, reader.fieldCount, header))
                continue
            }
            var cells: [String: String] = [:]
            for (index, name) in header.enumerated() {
                cells[name] = reader.withField(index) { CellText.trimmed($0) } ?? ""
            }
            rows.append(
                ReferenceRow(path: path, line: reader.line, cells: cells, columns: columns))
        }
    }

    private static func torn(
        path: String, line: Int, _ count: Int, _ header: [String]
    ) -> Diagnostic {
        Diagnostic(
            .error, code: "reference.torn-row",
            Text(
                sv: "raden har \(count) celler, rubrikraden \(header.count)",
                en: "the row has \(count) cells, the header \(header.count)"),
            at: .file(path: path, line: line),
            hint: Text(
                sv: "sätt citattecken om text som innehåller avskiljaren",
                en: "put quotes around text that holds the delimiter"))
    }
}
