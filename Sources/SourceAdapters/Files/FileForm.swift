import Diagnostics
import Tabular

/// Which bytes a file is, in which encoding and dialect it is read, and why.
struct FileForm {
    /// Which bytes the file holds.
    let identity: FileIdentity
    /// The encoding and what it rests on.
    let encoding: EncodingDetection
    /// How cells are set apart.
    let dialect: CSVDialect

    private let reason: DialectReason
    private let path: String

    /// Reads a file once and decides how it is read.
    init(_ file: inout InputFile, spec: OutcomesSpec) throws(SourceError) {
        path = file.path
        let path = file.path
        let digest = PassingDigest()
        let inspected: FileInspection
        let detected: DialectDetection
        do {
            inspected = try file.inspect { digest.add($0) }
            encoding = try EncodingDetection.resolve(inspected, declared: spec.format.encoding)
            detected = try DialectDetection.resolve(
                inspected, encoding: encoding.encoding, declared: spec.format.dialect)
        } catch {
            throw SourceError(error, path: path)
        }
        identity = try digest.finish(path: path)
        switch detected.reason {
        case .declared, .separatorLine:
            dialect = detected.dialect ?? .semicolon
        default:
            dialect = try Self.dialect(
                byHeaderOf: inspected.sample, encoding: encoding.encoding, spec: spec,
                detected: detected, path: path)
        }
        reason = dialect == detected.dialect ? detected.reason : .ambiguous
    }

    /// What was detected, said aloud.
    func notes(numbers: NumberFormat) -> [Diagnostic] {
        DetectionNotes.encoding(encoding, path: path) + [
            DetectionNotes.dialect(dialect, reason: DetectionNotes.reason(reason), path: path),
            DetectionNotes.decimal(numbers, path: path),
        ]
    }

    /// Finds the dialect in which the header has the columns that the source needs.
    ///
    /// Decimal commas make a comma look like a delimiter; only the true one splits the header right.
    private static func dialect(
        byHeaderOf sample: [UInt8], encoding: TextEncoding, spec: OutcomesSpec,
        detected: DialectDetection, path: String
    ) throws(SourceError) -> CSVDialect {
        let fitting = CSVDialect.candidates.filter { dialect in
            var reader = CSVReader(bytes: sample, encoding: encoding, dialect: dialect)
            guard let cells = try? HeaderRow.read(&reader, format: spec.format), !cells.isEmpty
            else { return false }
            return HeaderMap(cells: cells, spec: spec, path: path, line: reader.line).isComplete
        }
        if fitting.count == 1 { return fitting[0] }
        if let dialect = detected.dialect { return dialect }
        // With a single column, or none that fits, the header is what has to be complained about.
        if detected.reason == .noDelimiter || fitting.isEmpty {
            let widest = detected.candidates.max {
                $0.greatestFieldCount < $1.greatestFieldCount
            }
            return widest?.dialect ?? .semicolon
        }
        let names = fitting.map(\.delimiterName).joined(separator: " ")
        throw SourceError(
            .data, code: "source.ambiguous-delimiter",
            Text(
                sv: "cellerna kan vara avskilda med flera tecken: \(names)",
                en: "cells may be set apart by several characters: \(names)"),
            at: .file(path: path),
            hint: Text(
                sv: "Ange avskiljaren med ”format: delimiter:”.",
                en: "Declare the delimiter by \"format: delimiter:\"."))
    }
}
