import Testing

@testable import Indicators

@Suite struct NameTests {
    @Test(arguments: [
        ("Nacka", "nacka"), ("  Nacka\u{A0} kommun ", "nacka kommun"), ("ÖREBRO", "örebro"),
        ("O\u{308}rebro", "örebro"), ("A\u{30A}re", "åre"),
        ("Upplands\u{2013}Väsby", "upplands-väsby"),
        ("Upplands\u{2011}Väsby", "upplands-väsby"), ("a\u{2009}b", "a b"), ("a\n\tb", "a b"),
        ("\u{FEFF}Nacka", "nacka"), ("Na\u{200B}cka", "na cka"), ("”Ja”", "\"ja\""), ("‘a’", "'a'"),
        ("“a“", "\"a\""), ("", ""), (" \u{A0}", ""), ("Malå", "malå"),
        ("a\u{85}b`", "a b'"), ("d´Or", "d'or"), ("d\u{1FEF}Or", "d'or"), ("a\r\nb", "a b"),
        ("İ", "i\u{307}"), ("×ÀÞß÷ÿ", "×àþß÷ÿ"), ("\u{C5}\u{2013}", "å-"),
    ])
    func `folds case, blanks, dashes and quotes, and keeps å, ä and ö`(name: String, key: String) {
        #expect(NameFolding.key(name) == key)
    }

    @Test func `composed and decomposed letters give the same bytes, for a database key`() {
        let composed = NameFolding.key("Älmhult Åre Östersund Mariés Güstrow")
        let decomposed = NameFolding.key(
            "A\u{308}lmhult A\u{30A}re O\u{308}stersund Marie\u{301}s Gu\u{308}strow")
        #expect(Array(composed.utf8) == Array(decomposed.utf8))
    }

    @Test(arguments: [
        ("Täby", "Ta\u{308}by"), ("Åre", "A\u{30A}re"), ("Örebro", "O\u{308}rebro"),
        ("Lidéns", "Lide\u{301}ns"), ("Güstrow", "Gu\u{308}strow"),
    ])
    func `composed and decomposed letters stand in the same place`(name: String, other: String) {
        let places = [name, other].map { SwedishOrder.key($0).prefix { $0 != 0 } }
        #expect(places[0] == places[1])
    }

    @Test func `folding twice is folding once`() {
        for name in ["Nacka  kommun", "Upplands–Väsby", "A\u{30A}re", "‘x’ “y”"] {
            let once = NameFolding.key(name)
            #expect(NameFolding.key(once) == once)
        }
    }

    @Test(arguments: [
        ("Åre", "are"), ("Örebro", "orebro"), ("Älvdalen", "alvdalen"), ("Årjäng", "arjang"),
        ("Orust", "orust"), ("Café", "cafe"), ("Ærø", "aro"),
    ])
    func `the second chance folds å, ä and ö as well`(name: String, folded: String) {
        #expect(NameFolding.withoutDiacritics(name) == folded)
    }

    @Test(
        arguments: [
            ("nacka kommun", ["nacka"]), ("stockholms stad", ["stockholms", "stockholm"]),
            ("borås stad", ["borås", "borå"]), ("nacka", []), ("kommun", []), ("täby kn", ["täby"]),
        ] as [(String, [String])])
    func `a word after a name is taken off, and a genitive with it`(
        folded: String, stems: [String]
    ) {
        #expect(MunicipalityNaming.stems(of: folded) == stems)
    }

    @Test func `å, ä and ö stand after z, and é beside e`() {
        let sorted = ["Östersund", "Åre", "Älmhult", "Zinkgruvan", "Ale", "Eda", "Édsbyn", "Eksjö"]
            .sorted(by: SwedishOrder.areInOrder)
        #expect(
            sorted == [
                "Ale", "Eda", "Édsbyn", "Eksjö", "Zinkgruvan", "Åre", "Älmhult", "Östersund",
            ])
    }

    @Test func `a shorter name stands before the longer one that begins with it`() {
        #expect(SwedishOrder.areInOrder("Mark", "Markaryd"))
        #expect(!SwedishOrder.areInOrder("Markaryd", "Mark"))
        #expect(!SwedishOrder.areInOrder("Mark", "Mark"))
    }

    /// The quick way over bytes is only a quicker way: every letter below U+0300, alone and in words.
    @Test func `names of Latin letters have one key whichever way it is made`() {
        var words = (0x20..<0x300).compactMap { Unicode.Scalar($0).map { String($0) } }
        words += [
            "Nacka", "Övertorneå", "Älvkarleby", "ÉCLÈS", "Ærø × ÷ ß", "Ångermanland 1 a", "",
        ]
        for word in words {
            guard let quick = SwedishOrder.keyOfLatin("x" + word + "ö") else {
                #expect(
                    word.unicodeScalars.contains { $0.value >= 0x80 && !(0xC0...0xFF ~= $0.value) })
                continue
            }
            #expect(quick == SwedishOrder.keyOfAny("x" + word + "ö"), "\(word)")
        }
    }
}
