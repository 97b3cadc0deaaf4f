import Testing

@testable import Tabular

@Suite("Well-formed CSV")
struct CSVReaderTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var why: String
        var text: String
        var fields: [[String]]
        var testDescription: String { why }

        init(_ why: String, _ text: String, _ fields: [[String]]) {
            self.why = why
            self.text = text
            self.fields = fields
        }
    }

    /// The numbered rules of RFC 4180, section 2, with its own examples, and what it leaves open.
    static let cases: [Case] = [
        Case(
            "1: lines end with CR LF", "aaa,bbb,ccc\r\nzzz,yyy,xxx\r\n",
            [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        Case(
            "2: the last line may lack its end", "aaa,bbb,ccc\r\nzzz,yyy,xxx",
            [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        Case("4: spaces belong to the field", " aaa ,bbb", [[" aaa ", "bbb"]]),
        Case(
            "5: fields may be quoted", "\"aaa\",\"bbb\",\"ccc\"\r\nzzz,yyy,xxx",
            [["aaa", "bbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        Case(
            "6: quotes hold line ends", "\"aaa\",\"b\r\nbb\",\"ccc\"\r\nzzz,yyy,xxx",
            [["aaa", "b\r\nbb", "ccc"], ["zzz", "yyy", "xxx"]]),
        Case("6: quotes hold delimiters", "\"a,b\",c", [["a,b", "c"]]),
        Case("7: quotes are doubled", "\"aaa\",\"b\"\"bb\",\"ccc\"", [["aaa", "b\"bb", "ccc"]]),
        Case("a quoted quote alone", "\"\"\"\"", [["\""]]),
        Case("two quoted quotes", "\"\"\"\"\"\",x", [["\"\"", "x"]]),
        Case("doubled quotes at both ends", "\"\"\"a\"\"\",b", [["\"a\"", "b"]]),
        Case("LF alone", "a,b\nc,d\n", [["a", "b"], ["c", "d"]]),
        Case("CR alone", "a,b\rc,d\r", [["a", "b"], ["c", "d"]]),
        Case("all three line ends", "a\r\nb\nc\rd", [["a"], ["b"], ["c"], ["d"]]),
        Case("a trailing delimiter is one more field", "a,b,\n", [["a", "b", ""]]),
        Case("a leading delimiter is one more field", ",a\n", [["", "a"]]),
        Case("delimiters alone", ",,\n", [["", "", ""]]),
        Case("an empty quoted field is a field", "\"\"\n", [[""]]),
        Case("an empty quoted field at the end of the file", "a\n\"\"", [["a"], [""]]),
        Case("a delimiter at the end of the file", "a,", [["a", ""]]),
        Case("a blank line has no fields", "a\n\nb\n", [["a"], [], ["b"]]),
        Case("blank lines with CR LF", "\r\n\r\n", [[], []]),
        Case(
            "ragged rows are given as they are", "a,b\nc\nd,e,f\n",
            [["a", "b"], ["c"], ["d", "e", "f"]]),
        Case("the file is empty", "", []),
        Case("the file is a byte order mark", "\u{FEFF}", []),
        Case("a byte order mark before a quote", "\u{FEFF}\"a\",b\n", [["a", "b"]]),
        Case("a second byte order mark is text", "\u{FEFF}\u{FEFF}a\n", [["\u{FEFF}a"]]),
        Case("letters beyond ASCII", "k\u{F6}n,\u{1F600}\n", [["k\u{F6}n", "\u{1F600}"]]),
        Case(
            "line separators of Unicode end no line", "a\u{2028}b\u{85}c\n",
            [["a\u{2028}b\u{85}c"]]),
        Case(
            "vertical tab and form feed end no line", "a\u{0B}b\u{0C}c\n",
            [["a\u{0B}b\u{0C}c"]]),
        Case("other delimiters are text", "a;b\tc|d,e\n", [["a;b\tc|d", "e"]]),
        Case(
            "longer than one look of eight bytes", "abcdefghijklmnopq,rstuvwxyz0123456789\n",
            [["abcdefghijklmnopq", "rstuvwxyz0123456789"]]),
        Case(
            "bytes just above and below the marks", "a+-!#.b,\u{0E}\u{01}\u{1F}\n",
            [["a+-!#.b", "\u{0E}\u{01}\u{1F}"]]),
    ]

    @Test(arguments: cases)
    func `reads records as the standard says`(_ example: Case) throws {
        let read = try records(example.text)
        #expect(read.map(\.fields) == example.fields)
        #expect(read.allSatisfy { $0.problem == nil })
    }

    @Test(arguments: [CSVDialect.semicolon, .tab, .pipe, .comma])
    func `reads every delimiter it knows`(_ dialect: CSVDialect) throws {
        let mark = String(UnicodeScalar(dialect.delimiter))
        let text = "a\(mark)\"b\(mark)c\"\(mark)\n\(mark)4,8\n"
        let last = mark == "," ? ["", "4", "8"] : ["", "4,8"]
        #expect(try records(text, dialect).map(\.fields) == [["a", "b\(mark)c", ""], last])
    }

    @Test func `takes quotes for text where the dialect has none`() throws {
        let dialect = CSVDialect(delimiter: 0x09, quote: nil)
        let read = try records("\"a\t5\" r\u{F6}r\n\"\"\n", dialect)
        #expect(
            read == [
                ReadRecord(["\"a", "5\" r\u{F6}r"], quoted: [false, false]),
                ReadRecord(["\"\""], line: 2, quoted: [false]),
            ])
    }

    @Test func `takes another byte than the usual for the quote`() throws {
        let dialect = CSVDialect(delimiter: UInt8(ascii: ","), quote: UInt8(ascii: "'"))
        #expect(
            try records("'it''s','a,b',\"c\"\n", dialect).map(\.fields)
                == [["it's", "a,b", "\"c\""]])
    }

    @Test func `tells which fields were quoted`() throws {
        let read = try records("\"a\",b,\"\",\n")
        #expect(read == [ReadRecord(["a", "b", "", ""], quoted: [true, false, true, false])])
    }

    @Test func `counts physical lines through quoted line ends of every kind`() throws {
        let read = try records("h\n\"a\nb\r\nc\rd\",1\ne,2\r\n\n\"f\n\",3\ng")
        #expect(
            read == [
                ReadRecord(["h"], line: 1),
                ReadRecord(["a\nb\r\nc\rd", "1"], line: 2, endLine: 5),
                ReadRecord(["e", "2"], line: 6),
                ReadRecord([], line: 7),
                ReadRecord(["f\n", "3"], line: 8, endLine: 9),
                ReadRecord(["g"], line: 10),
            ])
    }

    @Test func `tells when the last record has no line end`() throws {
        let reader = OpenReader(Array("a\nb".utf8), .comma)
        #expect(try reader.next())
        #expect(reader.isTerminated)
        #expect(try reader.next())
        #expect(!reader.isTerminated)
        #expect(try !reader.next())
        #expect(try !reader.next())
    }

    @Test func `tells blank lines and empty records apart`() throws {
        let reader = OpenReader(Array("\n \u{A0};;\"\"\na;\n".utf8), .semicolon)
        #expect(try reader.next())
        #expect(reader.isBlankLine)
        #expect(reader.isEmpty)
        #expect(try reader.next())
        #expect(!reader.isBlankLine)
        #expect(reader.isEmpty)
        #expect(try reader.next())
        #expect(!reader.isEmpty)
    }

    @Test func `gives nothing for fields that are not there`() throws {
        let reader = OpenReader(Array("a,b\n".utf8), .comma)
        #expect(reader.string(at: 0) == nil)
        #expect(try reader.next())
        #expect(reader.string(at: 2) == nil)
        #expect(reader.string(at: -1) == nil)
        #expect(reader.byteCount(at: 5) == nil)
        #expect(reader.number(at: 5, format: .plain) == nil)
        #expect(!reader.isQuoted(at: 5))
        #expect(try !reader.next())
        #expect(reader.string(at: 0) == nil)
    }

    @Test func `reads numbers straight from fields`() throws {
        let reader = OpenReader(Array("\"4,8\";x\n".utf8), .semicolon)
        #expect(try reader.next())
        #expect(reader.number(at: 0, format: .swedish)?.number?.description == "4.8")
        #expect(reader.number(at: 1, format: .swedish)?.failure?.reason == .notANumber)
    }

    @Test(arguments: ["sep=;\n", "sep=;\r\n", "SEP=;\r", "\"sep=;\"\r\n", "\u{FEFF}sep=;\r\n"])
    func `passes over a line that names the delimiter`(_ line: String) throws {
        let reader = OpenReader(Array((line + "a;b\n").utf8), .semicolon)
        #expect(try reader.next())
        #expect(reader.hasSeparatorLine)
        #expect(reader.record == ReadRecord(["a", "b"], line: 2))
    }

    @Test(arguments: ["sep=;x\n", "sep=\n", "sep\n", "xsep=;\n", "\"sep=;\n", "sep=;;\n"])
    func `takes what only looks like such a line for a record`(_ line: String) throws {
        let reader = OpenReader(Array(line.utf8), .semicolon)
        #expect(try reader.next())
        #expect(!reader.hasSeparatorLine)
        #expect(reader.line == 1)
    }

    @Test func `refuses a line that names another delimiter than the one in use`() throws {
        let error = #expect(throws: TabularError.self) { try records("sep=;\na;b\n", .comma) }
        #expect(error?.code == .contradictsSeparatorLine)
        #expect(error?.line == 1)
    }
}
