import Diagnostics
import Tabular

/// A file of an outcomes source, opened, inspected and read up to its first row of data.
public struct SourceFile: ~Copyable {
    /// What is known about the file.
    public private(set) var inspection: SourceInspection

    let spec: OutcomesSpec
    var reader: CSVReader
    var header: HeaderMap
    /// Follows the bytes that are read, to prove that they are the inspected ones.
    let digest: PassingDigest
    /// The bytes that are read: the file's own, or the text of a workbook's sheet.
    let content: FileIdentity

    /// Opens and inspects a file.
    ///
    /// The whole file is read once for its SHA-256 and its encoding; the rows are read later.
    ///
    /// - Parameters:
    ///   - path: The path of the file.
    ///   - spec: How it is read.
    /// - Throws: `SourceError` when it cannot be read, is no text, or lacks columns that it needs.
    public init(path: String, spec: OutcomesSpec) throws(SourceError) {
        switch spec.format.kind {
        case .csv:
            let file = try Self.locating(path) { () throws(TabularError) in
                try InputFile(path: path)
            }
            try self.init(file, path: path, spec: spec, sheet: nil)
        case .xlsx:
            let sheet = try SheetText(path: path, format: spec.format)
            try self.init(try sheet.open(), path: path, spec: sheet.reading(spec), sheet: sheet)
        }
    }

    private init(
        _ file: consuming InputFile, path: String, spec: OutcomesSpec, sheet: SheetText?
    ) throws(SourceError) {
        let form = try FileForm(&file, spec: spec)
        let digest = PassingDigest()
        file.onRead = { digest.add($0) }
        var reader = CSVReader(
            file: file, encoding: form.encoding.encoding, dialect: form.dialect)
        let cells: [String]
        do {
            cells = try HeaderRow.read(&reader, format: spec.format)
        } catch {
            throw SourceError(error, path: path)
        }
        let line = max(reader.line, 1)
        guard !cells.isEmpty else { throw Self.noHeader(path: path, size: form.identity.size) }
        let header = HeaderMap(cells: cells, spec: spec, path: path, line: line)
        guard header.isComplete else { throw SourceError(.data, header.errors) }
        inspection = SourceInspection(
            identity: sheet?.identity ?? form.identity, encoding: form.encoding.encoding,
            dialect: form.dialect,
            headerLine: line, columns: header.columns,
            diagnostics: (sheet?.notes ?? form.notes(numbers: spec.format.numbers))
                + header.warnings)
        content = form.identity
        self.spec = spec
        self.reader = reader
        self.header = header
        self.digest = digest
    }

    /// Turns what went wrong with a file as text into an error of the source.
    static func locating<Value: ~Copyable>(
        _ path: String, _ body: () throws(TabularError) -> Value
    ) throws(SourceError) -> Value {
        do {
            return try body()
        } catch {
            throw SourceError(error, path: path)
        }
    }

    private static func noHeader(path: String, size: Int) -> SourceError {
        let message =
            size == 0
            ? Text(sv: "filen är tom", en: "the file is empty")
            : Text(sv: "filen har ingen rubrikrad", en: "the file has no header row")
        return SourceError(
            .data, code: size == 0 ? "source.empty-file" : "header.none", message,
            at: .file(path: path),
            hint: Text(
                sv: "Filen ska börja med en rad rubriker; se också ”format: header_row:”.",
                en: "The file must begin with a row of headers; see \"format: header_row:\" too."))
    }
}
