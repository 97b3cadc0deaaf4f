import Testing

@testable import Tabular

@Suite("Properties of reading CSV")
struct CSVReaderPropertyTests {
    private static let pieces = [
        "a", "b", "\u{E5}", "\u{1F600}", "e\u{301}", "\"", "\"\"", ",", ";", "\n", "\r\n", "\r",
        " ", "\u{A0}", "0182", "4,8", "abcdefghijkl", "",
    ]

    private static func table(using generator: inout SplitMix64) -> [[String]] {
        (0..<Int.random(in: 1...6, using: &generator)).map { _ in
            (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                (0..<Int.random(in: 0...4, using: &generator)).map { _ in
                    pieces.randomElement(using: &generator) ?? ""
                }.joined()
            }
        }
    }

    /// Writes a field by RFC 4180, quoted where it must be and now and then where it need not.
    private static func write(
        _ field: String, _ delimiter: String, using generator: inout SplitMix64
    ) -> String {
        let special = field.unicodeScalars.contains { "\"\r\n".unicodeScalars.contains($0) }
        let mustQuote = special || field.contains(delimiter) || field.isEmpty
        guard mustQuote || Bool.random(using: &generator) else { return field }
        var doubled = ""
        for scalar in field.unicodeScalars {
            doubled.unicodeScalars.append(scalar)
            if scalar == "\"" { doubled.unicodeScalars.append(scalar) }
        }
        return "\"" + doubled + "\""
    }

    @Test(arguments: [CSVDialect.comma, .semicolon, .tab, .pipe])
    func `reads back whatever was quoted, however the chunks fall`(_ dialect: CSVDialect) throws {
        var generator = SplitMix64(seed: 4180)
        let delimiter = String(UnicodeScalar(dialect.delimiter))
        for round in 0..<500 {
            let table = Self.table(using: &generator)
            let lineEnd = ["\n", "\r\n", "\r"][round % 3]
            var text = ""
            for row in table {
                let cells = row.map { Self.write($0, delimiter, using: &generator) }
                text += cells.joined(separator: delimiter) + lineEnd
            }
            let chunkSize = Int.random(in: 1...40, using: &generator)
            let read = try records(text, dialect, chunkSize: chunkSize)
            let scalars = { (rows: [[String]]) in rows.map { $0.map { Array($0.utf8) } } }
            #expect(scalars(read.map(\.fields)) == scalars(table), "\(text.debugDescription)")
            #expect(read.allSatisfy { $0.problem == nil })
        }
    }

    @Test func `gives the same records for every chunk size`() throws {
        let text = "sep=,\r\nh,\"i\"\"j\"\r\n\"a\r\nb\",\u{E5}\r\n\r\n\"c\"x,1\r\nd,\"e\nf\",\"g\n"
        let whole = try records(text)
        #expect(whole.count == 6)
        for chunkSize in 1...text.utf8.count {
            #expect(try records(text, chunkSize: chunkSize) == whole)
        }
    }

    @Test func `reads a file as it reads the same bytes in memory`() throws {
        var folder = try TemporaryFolder()
        var text = "kod;v\u{E4}rde\r\n"
        for row in 0..<40_000 { text += "\(row);\"\(row),5\"\r\n" }
        let path = try folder.write(Array(text.utf8), as: "rows.csv")
        var reader = CSVReader(
            file: try InputFile(path: path), encoding: .utf8, dialect: .semicolon)
        var read: [ReadRecord] = []
        while try reader.next() { read.append(ReadRecord(reader)) }
        #expect(read == (try records(text, .semicolon)))
        #expect(read.count == 40_001)
        #expect(read.last == ReadRecord(["39999", "39999,5"], line: 40_001))
    }
}
