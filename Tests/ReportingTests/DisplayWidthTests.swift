import Reporting
import Testing

/// Widths counted by hand after Unicode's EastAsianWidth.txt and emoji-data.txt.
struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0),
        ("Nacka", 5),
        ("Åäö", 3),
        ("A\u{30A}a\u{308}o\u{308}", 3),
        ("1\u{A0}234", 5),
        ("–…▶", 3),
        ("−20 ─│ ≤ ”", 10),
        ("\u{AD}", 1),
        ("漢字", 4),
        ("ｆｕｌｌ", 8),
        ("ﾊﾝ", 2),
        ("한국", 4),
        ("\u{1112}\u{1161}\u{11AB}", 2),
        ("😀", 2),
        ("👍🏽", 2),
        ("🇸🇪", 2),
        ("❤\u{FE0F}", 2),
        ("❤", 1),
        ("⌚", 2),
        ("é̂", 1),
    ])
    func `counts the columns of a text`(text: String, width: Int) {
        #expect(DisplayWidth.of(text) == width)
    }
}
