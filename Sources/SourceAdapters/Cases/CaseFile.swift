public import Cases
import Diagnostics
import Indicators
import Tabular

/// A file of case data, read whole; of its text nothing is kept but pseudonyms, days, ages and flags.
///
/// A personal identity number anywhere in it, read or not, ends the reading. No message holds anything of
/// the file but lines and columns.
public struct CaseFile: Sendable {
    /// Which bytes the file held.
    public private(set) var identity: FileIdentity
    /// The encoding it was read in.
    public private(set) var encoding: String
    /// The cases, each once, in the order of the file.
    public private(set) var records: [CaseRecord] = []
    /// What could not be read.
    public private(set) var rejects: [CaseReject] = []
    /// Rows of data, blank ones not counted.
    public private(set) var rowCount = 0
    /// Rows that repeat another one.
    public private(set) var repetitions = 0

    /// Reads a file.
    ///
    /// - Parameters:
    ///   - path: the file.
    ///   - spec: what its columns mean.
    ///   - key: makes the pseudonyms.
    /// - Throws: `SourceError` when it holds a personal identity number, cannot be read, or lacks columns.
    public init(path: String, spec: CasesSpec, key: CaseKey) throws(SourceError) {
        if PersonalNumber.isFound(in: path) { throw Self.numberInName() }
        var file = try SourceFile.locating(path) { () throws(TabularError) in
            try InputFile(path: path)
        }
        let digest = PassingDigest()
        let form: (encoding: TextEncoding, dialect: CSVDialect)
        do {
            let inspected = try file.inspect { digest.add($0) }
            let encoding = try EncodingDetection.resolve(
                inspected, declared: spec.format.encoding)
            let dialect = try DialectDetection.resolve(
                inspected, encoding: encoding.encoding, declared: spec.format.dialect)
            form = (encoding.encoding, dialect.dialect ?? .semicolon)
        } catch {
            throw SourceError(error, path: path)
        }
        identity = try digest.finish(path: path)
        encoding = form.encoding.rawValue
        var reader = CSVReader(file: file, encoding: form.encoding, dialect: form.dialect)
        var rows = CaseRows(path: path, spec: spec, key: key)
        while true {
            do {
                guard try reader.next() else { break }
            } catch {
                throw SourceError(error, path: path)
            }
            // A row that falls apart cannot be searched through.
            if reader.problem != nil { throw Self.torn(path, reader.line) }
            let cells = (0..<reader.fieldCount).map { reader.string(at: $0) ?? "" }
            try rows.take(cells, line: reader.line)
        }
        try rows.end()
        records = rows.records
        rejects = rows.rejects
        rowCount = rows.rowCount
        repetitions = rows.repetitions
        guard rowCount >= spec.minRows else {
            throw SourceError(
                .data, code: "cases.too-few-rows",
                Text(
                    sv: "filen har \(rowCount) rader, källan kräver minst \(spec.minRows)",
                    en: "the file has \(rowCount) rows, the source demands at least \(spec.minRows)"
                ),
                at: .file(path: path))
        }
    }

    /// A full personal identity number; where it stands, and never what.
    static func numberFound(_ path: String, line: Int, column: Int) -> SourceError {
        SourceError(
            .data, code: "cases.personal-number",
            Text(
                sv:
                    "ett fullständigt personnummer eller samordningsnummer: inget av filen lästes in",
                en:
                    "a full personal identity or coordination number: nothing of the file was loaded"
            ),
            at: .file(path: path, line: line, column: column),
            hint: Text(
                sv: "gör om uttaget med ärendesystemets egna id i stället för personnummer",
                en: "make the extract anew with the case system's own ids in place of such numbers")
        )
    }

    private static func numberInName() -> SourceError {
        SourceError(
            .data, code: "cases.personal-number",
            Text(
                sv: "filens namn innehåller ett fullständigt personnummer: inget lästes in",
                en: "the name of the file holds a full personal identity number: nothing was loaded"
            ),
            hint: Text(sv: "byt namn på filen", en: "rename the file"))
    }

    private static func torn(_ path: String, _ line: Int) -> SourceError {
        SourceError(
            .data, code: "cases.torn-row",
            Text(
                sv: "raden är inte hel som CSV, och filen kan därför inte sökas igenom",
                en: "the row is not whole as CSV, so that the file cannot be searched through"),
            at: .file(path: path, line: line),
            hint: Text(
                sv: "rätta citattecknen på raden, eller gör om uttaget",
                en: "correct the quotes of the row, or make the extract anew"))
    }
}
