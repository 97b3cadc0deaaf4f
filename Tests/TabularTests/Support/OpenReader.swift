import Tabular

/// A reader that can be looked at within `#expect`, which copies what it looks at.
final class OpenReader {
    private var reader: CSVReader

    init(_ bytes: [UInt8], _ dialect: CSVDialect) {
        reader = CSVReader(bytes: bytes, dialect: dialect)
    }

    init(path: String, encoding: TextEncoding = .utf8, _ dialect: CSVDialect) throws {
        reader = CSVReader(
            file: try InputFile(path: path), encoding: encoding, dialect: dialect)
    }

    var line: Int { reader.line }
    var fieldCount: Int { reader.fieldCount }
    var isTerminated: Bool { reader.isTerminated }
    var isBlankLine: Bool { reader.isBlankLine }
    var isEmpty: Bool { reader.isEmpty }
    var hasSeparatorLine: Bool { reader.hasSeparatorLine }
    var record: ReadRecord { ReadRecord(reader) }

    func next() throws(TabularError) -> Bool { try reader.next() }
    func string(at index: Int) -> String? { reader.string(at: index) }
    func isQuoted(at index: Int) -> Bool { reader.isQuoted(at: index) }
    func byteCount(at index: Int) -> Int? { reader.withField(index) { $0.count } }
    func number(at index: Int, format: NumberFormat) -> NumberResult? {
        reader.number(at: index, format: format)
    }
}
