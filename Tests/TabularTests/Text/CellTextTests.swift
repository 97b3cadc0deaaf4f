import Testing

@testable import Tabular

@Suite("Looking at the text of a cell")
struct CellTextTests {
    private func bytes(_ text: String) -> [UInt8] { Array(text.utf8) }

    @Test(arguments: [
        ("Nacka", 0..<5), (" Nacka ", 1..<6), ("", 0..<0), ("   ", 0..<0),
        ("\u{A0}86\u{202F}", 2..<4), ("\u{FEFF}kod", 3..<6), ("\t\r\n86\u{2009}", 3..<5),
        ("a b", 0..<3), ("\u{200B}\u{2060}\u{AD}x\u{3000}", 8..<9), ("\u{E5}", 0..<2),
        (" \u{E5} ", 1..<3),
    ])
    func `finds what lies between the blanks`(_ text: String, _ range: Range<Int>) {
        let cell = bytes(text)
        #expect(CellText.trimmedRange(cell) == range)
        #expect(CellText.isBlank(cell) == range.isEmpty)
        #expect(Array(CellText.trimmed(cell).utf8) == Array(cell[range]))
    }

    @Test func `knows all white space of Unicode`() {
        for value in 0...0x3001 as ClosedRange<UInt32> {
            guard let scalar = Unicode.Scalar(value), scalar.properties.isWhitespace else {
                continue
            }
            #expect(CellText.isBlank(bytes(String(scalar))), "U+\(String(value, radix: 16))")
        }
    }

    @Test func `does not break on bytes that are no UTF-8`() {
        for cell in [[0xC3], [0x20, 0xC3], [0x80], [0x20, 0x80, 0x80], [0xE2, 0x80]] as [[UInt8]] {
            #expect(!CellText.isBlank(cell))
            #expect(CellText.firstControl(cell) == nil)
        }
    }

    @Test(
        arguments: [
            ("abc", nil), ("a\u{0}", 1), ("\u{1B}[2J", 0), ("\u{E5}\u{7F}", 2), ("a\u{85}", 1),
            ("a\nb", 1), ("", nil), ("\u{E5}\u{A0}", nil),
        ] as [(String, Int?)])
    func `finds the first control character`(_ text: String, _ offset: Int?) {
        #expect(CellText.firstControl(bytes(text)) == offset)
    }

    @Test func `lets line ends pass where they are allowed`() {
        #expect(CellText.firstControl(bytes("a\r\n\tb"), allowsLineEnds: true) == nil)
        #expect(CellText.firstControl(bytes("a\n\u{1B}"), allowsLineEnds: true) == 2)
    }

    @Test func `finds replacement characters`() {
        #expect(CellText.firstReplacement(bytes("Malm\u{FFFD}")) == 4)
        #expect(CellText.firstReplacement(bytes("Malm\u{F6}")) == nil)
    }

    @Test(arguments: [
        "\u{E5}", "\u{E4}", "\u{F6}", "\u{C5}", "\u{C4}", "\u{D6}", "\u{E9}", "\u{A0}", "\u{2013}",
        "\u{201D}", "\u{20AC}",
    ])
    func `recognises letters encoded twice`(_ letter: String) throws {
        // What a program does that takes UTF-8 for Windows-1252, or for Latin-1.
        for encoding in [TextEncoding.windows1252, .latin1] {
            var transcoder = Transcoder(from: encoding)
            var twice: [UInt8] = []
            do throws(TabularError) {
                try transcoder.append(bytes(letter).span, to: &twice)
            } catch {
                // Windows-1252 has no character for some bytes; such a program loses them.
                #expect(error.code == .undefinedByte)
                continue
            }
            let isTypographic = letter.unicodeScalars.contains { $0.value > 0xFF }
            if isTypographic, encoding == .latin1 { continue }
            #expect(CellText.looksDoubleEncoded(twice), "\(letter) by \(encoding)")
        }
    }

    @Test(arguments: [
        "Nacka", "Malm\u{F6}", "\u{C5}\u{2013}\u{D6}", "\u{D6}\u{2026}", "\u{C4}\u{A0}\u{2013}",
        "r\u{E4}ksm\u{F6}rg\u{E5}s", "\u{C3}", "S\u{E3}o", "caf\u{E9} \u{2013}", "\u{E2}", "",
    ])
    func `takes ordinary text for what it is`(_ text: String) {
        #expect(!CellText.looksDoubleEncoded(text))
        #expect(!CellText.looksDoubleEncoded(bytes(text)))
    }

    @Test(arguments: [
        ("Kommun", "kommun"), ("  KOMMUN  ", "kommun"), ("Andel\n(%)", "andel (%)"),
        ("Antal\u{A0}\u{A0}barn", "antal barn"), ("\u{FEFF}kod", "kod"),
        ("\u{C5}R", "\u{E5}r"), ("A\u{30A}r", "\u{E5}r"), ("\u{AD}kod\u{200B}", "kod"), ("", ""),
        (" \t ", ""), ("kom\u{AD}mun", "kommun"),
    ])
    func `folds the spellings of a header`(_ header: String, _ folded: String) {
        #expect(HeaderText.folded(header) == folded)
    }
}
