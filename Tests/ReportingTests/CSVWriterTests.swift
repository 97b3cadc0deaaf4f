import Diagnostics
import Indicators
import Reporting
import Testing

struct CSVWriterTests {
    @Test func `writes RFC 4180 with CRLF, a decimal point and quotes where needed`() {
        var writer = CSVWriter(.rfc)
        writer.text("a,b")
        writer.text("say \"hi\"")
        writer.text("two\nlines")
        writer.text("plain; text")
        writer.decimal(ScaledDecimal(units: -480, scale: 2))
        writer.integer(-7)
        writer.empty()
        writer.endRow()
        #expect(
            writer.takeText()
                == "\"a,b\",\"say \"\"hi\"\"\",\"two\nlines\",plain; text,-4.80,-7,\r\n")
    }

    @Test func `leaves text that looks like a formula alone in the exact dialect`() {
        var writer = CSVWriter(.rfc)
        writer.text("=1+1")
        writer.endRow()
        #expect(writer.takeText() == "=1+1\r\n")
    }

    @Test func `writes what a Swedish Excel opens`() {
        var writer = CSVWriter(.excelSwedish)
        writer.text("Kommun")
        writer.text("a;b")
        writer.text("a,b")
        writer.decimal(ScaledDecimal(units: -48, scale: 1))
        writer.decimal(ScaledDecimal(units: 1_234_567, scale: 0))
        writer.endRow()
        #expect(writer.takeText() == "\u{FEFF}Kommun;\"a;b\";a,b;-4,8;1234567\r\n")
    }

    @Test(arguments: [
        ("=1+1", "\"'=1+1\""),
        ("+46 8", "\"'+46 8\""),
        ("-5", "\"'-5\""),
        ("@SUM(A1)", "\"'@SUM(A1)\""),
        ("\t=1", "\"'\t=1\""),
        ("\rx", "\"'\rx\""),
        ("\nx", "\"'\nx\""),
        (" =1", "\"' =1\""),
        ("＝1", "\"'＝1\""),
        ("=cmd|' /C calc'!A0;\"x\"", "\"'=cmd|' /C calc'!A0;\"\"x\"\"\""),
        ("a=1", "a=1"),
        ("", ""),
        ("−5", "−5"),
        ("ﬁ", "ﬁ"),
    ])
    func `opens no formula in a spreadsheet`(text: String, cell: String) {
        var writer = CSVWriter(.excelSwedish)
        writer.text(text)
        writer.text("x")
        writer.endRow()
        #expect(Array(writer.takeText().utf8) == Array("\u{FEFF}\(cell);x\r\n".utf8))
    }

    @Test func `encodes a returning text once with the same result`() {
        for dialect in CSVDialect.allCases {
            for text in ["Nacka", "=1", "a;b,c", "\"", ""] {
                var direct = CSVWriter(dialect)
                direct.text(text)
                direct.text("z")
                direct.endRow()
                var encoded = CSVWriter(dialect)
                encoded.text(CSVWriter.EncodedText(text, dialect))
                encoded.text("z")
                encoded.endRow()
                #expect(direct.takeText() == encoded.takeText())
            }
        }
    }

    @Test func `does not write an empty line for a lone empty cell`() {
        var writer = CSVWriter(.rfc)
        writer.empty()
        writer.endRow()
        writer.text("")
        writer.endRow()
        #expect(writer.takeText() == "\"\"\r\n\"\"\r\n")
    }

    @Test(arguments: [
        ("0", "0"), ("-0.5", "-0.5"), ("0.001", "0.001"), ("100", "100"),
        ("12345678901234567890123456789012345678", "12345678901234567890123456789012345678"),
        ("-0.0000000000000000000000000000000000001", "-0.0000000000000000000000000000000000001"),
        ("18446744073709551615", "18446744073709551615"),
        ("18446744073709551616.5", "18446744073709551616.5"),
        ("0.1234567890123456789", "0.1234567890123456789"),
        ("0.12345678901234567890", "0.12345678901234567890"),
    ])
    func `writes numbers exactly`(text: String, written: String) throws {
        var writer = CSVWriter(.rfc)
        writer.decimal(try #require(ScaledDecimal(text)))
        writer.endRow()
        #expect(writer.takeText() == written + "\r\n")
    }

    @Test func `keeps what was written when draining fails`() {
        struct Full: Error {}
        var writer = CSVWriter(.rfc)
        writer.text("kept")
        writer.endRow()
        #expect(throws: Full.self) { try writer.drain { _ throws(Full) in throw Full() } }
        #expect(writer.takeText() == "kept\r\n")
        #expect(writer.takeText().isEmpty)
    }

    @Test func `writes a table with the header of the dialect and no word for missing`() {
        let table = ReportTable(
            columns: [
                .init("municipality", Text(sv: "Kommun", en: "Municipality")),
                .init("value", Text(sv: "Värde", en: "Value"), .number, unit: Text(verbatim: "%")),
                .init("verdict", Text(sv: "Utslag", en: "Verdict")),
            ],
            rows: [
                .init([
                    .text("Nacka"), .decimal(ScaledDecimal(units: 4849, scale: 2), decimals: 0),
                    .label(Text(sv: "bättre", en: "better")),
                ]),
                .init([.text("Täby"), .missing(.missingDash)]),
            ])
        var rfc = CSVWriter(.rfc)
        rfc.table(table)
        #expect(
            rfc.takeText() == "municipality,value,verdict\r\nNacka,48.49,better\r\nTäby,,\r\n")
        var excel = CSVWriter(.excelSwedish)
        excel.table(table)
        #expect(
            excel.takeText()
                == "\u{FEFF}Kommun;Värde (%);Utslag\r\nNacka;48,49;bättre\r\nTäby;;\r\n")
    }

    @Test func `writes a double with the fewest digits that give it back`() {
        func cells(_ dialect: CSVDialect) -> String {
            var writer = CSVWriter(dialect)
            for value in [0.1, 5, -0.0, 1e-7, 100_000, 0.30000000000000004] { writer.double(value) }
            writer.double(nil)
            writer.double(.infinity)
            writer.endRow()
            return writer.takeText()
        }
        #expect(cells(.rfc) == "0.1,5,0,1e-07,100000,0.30000000000000004,,\r\n")
        #expect(cells(.excelSwedish) == "\u{FEFF}0,1;5;0;1e-07;100000;0,30000000000000004;;\r\n")
    }
}

extension CSVWriter {
    /// Hands over the waiting bytes as text and empties the buffer.
    mutating func takeText() -> String {
        var text = ""
        drain { rows in
            text = rows.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
        }
        return text
    }
}
