import Diagnostics
import Indicators
import Reporting
import Testing

struct JSONWriterTests {
    @Test func `writes members in the order given, numbers exactly`() throws {
        var json = JSONWriter()
        let mean = try #require(ScaledDecimal("82.80"))
        json.object { json in
            json.member("schema_version", 1)
            json.member("mean", mean)
            json.member("rank", nil as Int?)
            json.member("complement", false)
            json.key("notes")
            json.array { json in
                json.string("ett")
                json.null()
                json.array { _ in }
                json.object { _ in }
            }
        }
        #expect(
            json.takeText()
                == #"{"schema_version":1,"mean":82.80,"rank":null,"complement":false,"#
                + #""notes":["ett",null,[],{}]}"#)
    }

    @Test func `indents by two spaces when pretty`() {
        var json = JSONWriter(.pretty)
        json.object { json in
            json.key("rows")
            json.array { json in
                json.number(1)
                json.object { $0.member("a", "b") }
            }
            json.key("empty")
            json.array { _ in }
        }
        json.endLine()
        #expect(
            json.takeText() == """
                {
                  "rows": [
                    1,
                    {
                      "a": "b"
                    }
                  ],
                  "empty": []
                }

                """)
    }

    @Test func `writes one value a line as JSON Lines`() {
        var json = JSONWriter()
        for number in 1...3 {
            json.object { $0.member("n", number) }
            json.endLine()
        }
        #expect(json.takeText() == "{\"n\":1}\n{\"n\":2}\n{\"n\":3}\n")
    }

    @Test(arguments: [
        ("Nacka", #""Nacka""#),
        ("Åre 漢 😀", #""Åre 漢 😀""#),
        ("a\"b\\c/d", #""a\"b\\c/d""#),
        ("\n\r\t\u{8}\u{1B}\0", #""\n\r\t\u0008\u001b\u0000""#),
        ("\u{7F}\u{9B}\u{202E}\u{2028}", #""\u007f\u009b\u202e\u2028""#),
        ("\u{E0041}", #""\udb40\udc41""#),
        ("a\r\nb", #""a\r\nb""#),
    ])
    func `escapes what JSON forbids and what moves a terminal`(text: String, written: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(json.takeText() == written)
    }

    @Test func `writes valid JSON whatever the nesting and the text`() {
        var random = SplitMix(state: 7)
        for layout in [JSONWriter.Layout.compact, .pretty] {
            for _ in 0..<200 {
                var json = JSONWriter(layout)
                Self.value(&json, depth: 0, &random)
                let text = json.takeText()
                #expect(SmallJSONChecker.isValid(text), "\(text)")
            }
        }
    }

    @Test func `tells valid JSON from invalid`() {
        for valid in ["1", "-0.50", #"{"a":[1,{}]}"#, #""\u00e5""#, " [ true , null ] "] {
            #expect(SmallJSONChecker.isValid(valid), "\(valid)")
        }
        for invalid in ["", "01", "1,", "[1,]", "{a:1}", "\"\n\"", "+1", "1.", "[1 2]", "nul"] {
            #expect(!SmallJSONChecker.isValid(invalid), "\(invalid)")
        }
    }

    @Test func `writes the rows of a table by their keys`() {
        let table = ReportTable(
            columns: [
                .init("code", Text(sv: "Kod", en: "Code")),
                .init("value", Text(sv: "Värde", en: "Value"), .number),
                .init("verdict", Text(sv: "Utslag", en: "Verdict")),
            ],
            rows: [
                .init([
                    .text("0182"), .decimal(ScaledDecimal(units: 860, scale: 1), decimals: 0),
                    .label(Text(sv: "bättre", en: "better")),
                ]),
                .init([.text("0160"), .missing(.suppressed)]),
            ])
        var json = JSONWriter()
        json.rows(table, language: .en)
        #expect(
            json.takeText()
                == #"[{"code":"0182","value":86.0,"verdict":"better"},"#
                + #"{"code":"0160","value":null,"verdict":null}]"#)
    }

    private static func value(_ json: inout JSONWriter, depth: Int, _ random: inout SplitMix) {
        let texts = ["", "å\"\\\u{1B}\n", "x\u{202E}", "😀"]
        switch random.next() % (depth > 4 ? 5 : 8) {
        case 0: json.null()
        case 1: json.bool(random.next() % 2 == 0)
        case 2: json.number(Int(truncatingIfNeeded: random.next()))
        case 3:
            json.number(
                ScaledDecimal(
                    units: Int64(truncatingIfNeeded: random.next()) / 10,
                    scale: UInt8(random.next() % 30)))
        case 4: json.string(texts[Int(random.next() % 4)])
        case 5, 6:
            let count = random.next() % 4
            json.array { json in
                for _ in 0..<count { value(&json, depth: depth + 1, &random) }
            }
        default:
            let count = random.next() % 4
            json.object { json in
                for _ in 0..<count {
                    json.key(texts[Int(random.next() % 4)])
                    value(&json, depth: depth + 1, &random)
                }
            }
        }
    }
}
