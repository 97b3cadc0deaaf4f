import Reporting
import Testing

/// Characters that act on a terminal, hide or reorder must never come out as themselves.
struct EscapingTests {
    @Test(arguments: [
        ("Malmö", "Malmö"),
        ("100 %", "100 %"),
        ("a\u{A0}b", "a\u{A0}b"),
        ("Å\u{30A}", "Å\u{30A}"),
        ("C:\\temp", "C:\\temp"),
        ("a\nb\tc\rd", #"a\nb\tc\rd"#),
        ("\u{1B}[31mred\u{7}", #"\x1B[31mred\x07"#),
        ("\0", #"\x00"#),
        ("\u{7F}", #"\x7F"#),
        ("\u{9B}2J", #"\u{9B}2J"#),
        ("\u{85}", #"\u{85}"#),
        ("abc\u{202E}fdp", #"abc\u{202E}fdp"#),
        ("\u{2066}x\u{2069}", #"\u{2066}x\u{2069}"#),
        ("Na\u{200B}cka", #"Na\u{200B}cka"#),
        ("\u{FEFF}0182", #"\u{FEFF}0182"#),
        ("soft\u{AD}hyphen", #"soft\u{AD}hyphen"#),
        ("line\u{2028}end", #"line\u{2028}end"#),
        ("tag\u{E0041}", #"tag\u{E0041}"#),
        ("filler\u{3164}", #"filler\u{3164}"#),
        ("👨\u{200D}👩", #"👨\u{200D}👩"#),
    ])
    func `shows characters that act as escapes and leaves the rest alone`(
        text: String, shown: String
    ) {
        #expect(Escaping.visible(text) == shown)
        #expect(Array(Escaping.visible(text).utf8) == Array(shown.utf8))
    }

    @Test func `lets no control or bidirectional character through`() {
        let dangerous =
            [0...0x1F, 0x7F...0x9F, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F]
            .flatMap { Array($0) }
        for value in dangerous {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            if scalar.properties.generalCategory == .unassigned { continue }
            let shown = Escaping.visible("a\(scalar)b")
            #expect(!shown.unicodeScalars.contains(scalar), "U+\(String(value, radix: 16))")
        }
    }

    @Test(arguments: [
        ("a,b\r\n1,2\r\n", "a,b\r\n1,2\r\n"),
        ("\u{FEFF}Kommun;Värde\r\n", "\u{FEFF}Kommun;Värde\r\n"),
        ("\"two\nlines\",\ttab\r\n", "\"two\nlines\",\ttab\r\n"),
        ("safe\roverwritten\r\n", "safe\\roverwritten\r\n"),
        ("a\r\r\n", "a\\r\r\n"),
        ("a\r", "a\\r"),
        ("\u{1B}]0;title\u{7}\r\n", "\\x1B]0;title\\x07\r\n"),
        ("x\u{FEFF}\u{202E}\u{9B}2J\r\n", "x\\u{FEFF}\\u{202E}\\u{9B}2J\r\n"),
    ])
    func `leaves rows of CSV rows, and shows what acts in them`(rows: String, shown: String) {
        #expect(Array(Escaping.visibleRows(rows).utf8) == Array(shown.utf8))
    }

    @Test func `splits a carriage return from its line feed`() {
        #expect(Escaping.visible("a\r\nb") == #"a\r\nb"#)
    }
}
