import Testing

@testable import Tabular

@Suite("Broken and hostile CSV")
struct CSVReaderHostileTests {
    @Test func `gives a record with text behind a closing quote as a problem and goes on`() throws {
        #expect(
            try records("a,\"b\"x,c\nd,e\n") == [
                ReadRecord(["a", "\"b\"x,c"], problem: .textAfterClosingQuote(field: 1)),
                ReadRecord(["d", "e"], line: 2),
            ])
    }

    @Test(arguments: ["\"b\" ,c", "\"b\"\t,c", "\"b\"\"\"c,c", "\"b\"\u{A0}"])
    func `does not pass over what stands behind a closing quote`(_ row: String) throws {
        let read = try records(row + "\nd,e\n")
        #expect(read.first?.problem == .textAfterClosingQuote(field: 0))
        #expect(read.last == ReadRecord(["d", "e"], line: 2))
    }

    @Test(arguments: ["a\"b", " \"b\"", "5\"", "\u{FEFF}\u{FEFF}\"b\""])
    func `gives a quote within an unquoted field as a problem`(_ cell: String) throws {
        let text = cell.unicodeScalars.first == "\u{FEFF}" ? String(cell.dropFirst()) : cell
        let read = try records("x," + text + ",c\nd,e\n")
        #expect(read.first?.problem == .quoteInUnquotedField(field: 1))
        #expect(read.first?.fields == ["x", text + ",c"])
        #expect(read.last == ReadRecord(["d", "e"], line: 2))
    }

    @Test func `loses one line to a quote that is never closed`() throws {
        #expect(
            try records("h,i\n0182,\"86\n0117,85\n0180,84\n") == [
                ReadRecord(["h", "i"], line: 1),
                ReadRecord(
                    ["0182", "\"86"], line: 2, problem: .unclosedQuote(field: 1, openedAtLine: 2)),
                ReadRecord(["0117", "85"], line: 3),
                ReadRecord(["0180", "84"], line: 4),
            ])
    }

    @Test func `loses one line to a stray quote that a later field happens to close`() throws {
        // The quote of line 1 is closed by the one that opens the field of line 3.
        #expect(
            try records("a,\"86\nb,85\nc,\"Solna, stad\",84\nd,83\n") == [
                ReadRecord(["a", "\"86"], line: 1, problem: .textAfterClosingQuote(field: 1)),
                ReadRecord(["b", "85"], line: 2),
                ReadRecord(["c", "Solna, stad", "84"], line: 3),
                ReadRecord(["d", "83"], line: 4),
            ])
    }

    @Test func `names the line where the quote was opened within a record`() throws {
        let read = try records("\"a\nb\",c,\"d\ne\n")
        #expect(
            read.first
                == ReadRecord(
                    ["\"a"], line: 1, problem: .unclosedQuote(field: 2, openedAtLine: 2)))
        #expect(read.map(\.line) == [1, 2, 3])
    }

    @Test func `keeps the fields before the broken one readable`() throws {
        #expect(
            try records("\"a\"\"b\",\"c\"d\n") == [
                ReadRecord(
                    ["a\"b", "\"c\"d"], problem: .textAfterClosingQuote(field: 1),
                    quoted: [true, false])
            ])
    }

    @Test(arguments: ["\"", "a,\"", "\"\"\"", "\"a\"\"", "\"\n", "\"\r"])
    func `survives a file that ends within quotes`(_ text: String) throws {
        let read = try records(text)
        #expect(read.count == 1)
        guard case .unclosedQuote(_, openedAtLine: 1) = read.first?.problem else {
            Issue.record("expected an unclosed quote, found \(String(describing: read.first))")
            return
        }
    }

    @Test func `does not let a stray quote eat a file`() throws {
        let row = "0182,86\n"
        let text = "x,\"y\n" + String(repeating: row, count: 5000)
        let read = try records(text, limit: 1000, chunkSize: 100)
        #expect(read.count == 5001)
        #expect(
            read.first
                == ReadRecord(
                    ["x", "\"y"], problem: .tooLong(limit: 1000, quoteOpenedAtLine: 1)))
        #expect(read.last == ReadRecord(["0182", "86"], line: 5001))
    }

    @Test(arguments: [1, 7, 100, 5000])
    func `passes over a line that is too long`(_ chunkSize: Int) throws {
        let long = "a," + String(repeating: "x", count: 3000)
        let read = try records("h,i\n\(long)\r\nb,c\n", limit: 100, chunkSize: chunkSize)
        #expect(read.map(\.line) == [1, 2, 3])
        #expect(read.last == ReadRecord(["b", "c"], line: 3))
        #expect(read[1].problem == .tooLong(limit: 100, quoteOpenedAtLine: nil))
        #expect(read[1].fields == ["a", String(repeating: "x", count: 98)])
    }

    @Test(arguments: [1, 3, 1000])
    func `takes a record of exactly the limit and no longer one`(_ chunkSize: Int) throws {
        for end in ["", "\n", "\r\n", "\r", "\nb", "\r\nb"] {
            let fits = try records("aaaa,bbbbb" + end, limit: 10, chunkSize: chunkSize)
            #expect(fits.first == ReadRecord(["aaaa", "bbbbb"]))
            let tooLong = try records("aaaa,bbbbbb" + end, limit: 10, chunkSize: chunkSize)
            #expect(tooLong.first?.problem == .tooLong(limit: 10, quoteOpenedAtLine: nil))
            #expect(fits.count == tooLong.count)
        }
    }

    @Test func `reads a file that is one huge line in bounded memory`() throws {
        let text = [UInt8](repeating: UInt8(ascii: "x"), count: 3 << 20)
        let read = try records(text)
        #expect(read.count == 1)
        #expect(read.first?.problem == .tooLong(limit: 1 << 20, quoteOpenedAtLine: nil))
    }

    @Test func `reads a record of many fields`() throws {
        let read = try records(String(repeating: ",", count: 100_000) + "\nx\n")
        #expect(read.map(\.fields.count) == [100_001, 1])
    }

    @Test func `tells the field with a NUL byte and keeps the record`() throws {
        #expect(
            try records("a,b\u{0}c\n\"d\u{0}\",e\nf,g\n") == [
                ReadRecord(["a", "b\u{0}c"], line: 1, problem: .nulByte(field: 1)),
                ReadRecord(["d\u{0}", "e"], line: 2, problem: .nulByte(field: 0)),
                ReadRecord(["f", "g"], line: 3),
            ])
    }

    @Test func `reads what comes before an invalid byte and then says line and byte`() throws {
        let bytes = Array("a,b\nc,d\ne,".utf8) + [0xE5] + Array("f\ng,h\n".utf8)
        let reader = OpenReader(bytes, .comma)
        #expect(try reader.next())
        #expect(try reader.next())
        #expect(reader.string(at: 0) == "c")
        let error = #expect(throws: TabularError.self) { try reader.next() }
        #expect(error?.code == .invalidUTF8)
        #expect(error?.line == 3)
        #expect(error?.byteOffset == 10)
        #expect(reader.fieldCount == 0)
        #expect(throws: TabularError.self) { try reader.next() }
    }

    @Test func `says the line of an invalid byte within quotes`() throws {
        let bytes = Array("a\n\"b\nc\r\n".utf8) + [0xFF] + Array("\"\n".utf8)
        let error = #expect(throws: TabularError.self) { try records(bytes) }
        #expect(error?.line == 4)
        #expect(error?.byteOffset == 8)
    }

    @Test func `refuses a file cut off within a character`() throws {
        let error = #expect(throws: TabularError.self) {
            try records(Array("a,b\nc,".utf8) + [0xC3])
        }
        #expect(error?.code == .truncatedCharacter)
        #expect(error?.line == 2)
        #expect(error?.byteOffset == 6)
    }

    @Test func `never crashes on random bytes, whatever the chunks`() throws {
        var generator = SplitMix64(seed: 20_170_101)
        let alphabet: [UInt8] = [0, 9, 10, 13, 34, 34, 34, 44, 44, 59, 65, 66, 0xC3, 0xA5, 0x80]
        for _ in 0..<2000 {
            let count = Int.random(in: 0..<60, using: &generator)
            let bytes = (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
            let chunk = Int.random(in: 1..<20, using: &generator)
            for encoding in TextEncoding.allCases {
                let whole = Result { () throws(TabularError) in
                    try records(bytes, encoding: encoding, limit: 25)
                }
                let cut = Result { () throws(TabularError) in
                    try records(bytes, encoding: encoding, limit: 25, chunkSize: chunk)
                }
                #expect(whole == cut, "\(bytes) \(encoding) \(chunk)")
            }
        }
    }
}
