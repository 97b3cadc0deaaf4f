import Reporting
import Testing

struct FittingTests {
    @Test func `wraps at spaces and indents what follows`() {
        #expect(
            Fitting.wrap("ett två tre fyra fem", width: 9, indent: "  ")
                == ["ett två", "  tre", "  fyra", "  fem"])
        #expect(Fitting.wrap("ett två tre fyra", width: 8) == ["ett två", "tre fyra"])
    }

    @Test func `gives a long word a line of its own and does not cut it`() {
        let path = "/en/mycket/lang/sokvag.csv"
        #expect(Fitting.wrap("se \(path) rad 3", width: 10) == ["se", path, "rad 3"])
    }

    @Test func `does not break at a no-break space`() {
        #expect(Fitting.wrap("summa 1\u{A0}234 kr", width: 8) == ["summa", "1\u{A0}234 kr"])
    }

    /// Such a text is divided by characters, others by bytes: both mean the same by a space.
    @Test func `does not break at a space that bears a mark`() {
        #expect(Fitting.wrap("ab \u{301}cd ef", width: 4) == ["ab \u{301}cd", "ef"])
        #expect(Fitting.wrap("  åb –  cd ", width: 4) == ["åb –", "cd"])
        #expect(Fitting.wrap("  a\u{30A}b –  cd ", width: 4) == ["a\u{30A}b –", "cd"])
    }

    @Test func `wraps an empty text to one empty line`() {
        #expect(Fitting.wrap("", width: 10) == [""])
    }

    @Test(arguments: [
        ("Nacka", 5, "Nacka"),
        ("Upplands Väsby", 10, "Upplands…"),
        ("Upplands Väsby", 12, "Upplands Vä…"),
        ("漢字漢字", 4, "漢…"),
        ("abc", 1, "…"),
        ("abc", 0, ""),
    ])
    func `shortens to a width and says so`(text: String, width: Int, short: String) {
        #expect(Fitting.shorten(text, to: width) == short)
        #expect(DisplayWidth.of(Fitting.shorten(text, to: width)) <= width)
    }
}
