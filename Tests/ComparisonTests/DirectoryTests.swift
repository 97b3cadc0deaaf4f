import Comparison
import Diagnostics
import Indicators
import Testing

@Suite struct `The directory of municipalities` {
    private let directory: MunicipalityDirectory

    init() throws {
        directory = MunicipalityDirectory(
            municipalities: [
                try Sample.municipality("1480", "Göteborg"), try Sample.municipality("1440", "Ale"),
                try Sample.municipality("0380", "Uppsala"),
                try Sample.municipality("0182", "Nacka"),
                try Sample.municipality("1490", "Borås"),
                try Sample.municipality("0980", "Gotland"),
                try Sample.municipality("0009", "Gotland", .region),
                try Sample.municipality("0000", "Riket", .nation),
                try Sample.municipality("2480", "Håbo"), try Sample.municipality("2481", "Habo"),
            ],
            aliases: [
                (key: 0, alias: "Hela landet"), (key: 2480, alias: "Tvetydig"),
                (key: 2481, alias: "Tvetydig"),
            ])
    }

    @Test(
        arguments: [
            ("0182", "0182"), (" 0182 ", "0182"), ("Nacka", "0182"), ("NACKA", "0182"),
            ("Nacka kommun", "0182"), ("nacka k:n", "0182"), ("Göteborgs stad", "1480"),
            ("Go\u{308}teborg", "1480"), ("Borås stad", "1490"), ("Borås", "1490"),
            ("Uppsala  kommun", "0380"), ("hela  LANDET", "0000"), ("Gotland", "0980"),
            ("Gotlands kommun", "0980"), ("Riket", "0000"), ("Habo", "2481"), ("Håbo", "2480"),
        ])
    func `finds a unit however it is spelt`(word: String, code: String) throws {
        #expect(try directory.find(word, argument: "--kommun").code.description == code)
    }

    @Test(
        arguments: [
            ("Nakca", "Nacka (0182)"), ("Goteborg", "Göteborg (1480)"),
            ("Upsala", "Uppsala (0380)"),
            ("182", "Nacka (0182)"), ("Nacka kommu", "Nacka"), ("0183", "municipalities"),
            ("xyzzyxyzzy", "municipalities"), ("", "municipalities"),
        ])
    func `refuses what nobody is called, with the nearest names`(
        word: String, suggestion: String
    ) throws {
        let failure = try #require(throws: Failure.self) {
            try directory.find(word, argument: "--kommun")
        }
        let diagnostic = try #require(failure.diagnostics.first)
        #expect(failure.exitStatus == .usage)
        #expect(diagnostic.code == "municipality.unknown")
        #expect(diagnostic.location == .argument("--kommun"))
        if suggestion != "Nacka" { #expect(diagnostic.hint?.sv.contains(suggestion) == true) }
    }

    @Test func `refuses a word that may be several, with their codes`() throws {
        let failure = try #require(throws: Failure.self) {
            try directory.find("Tvetydig", argument: "--with")
        }
        let diagnostic = try #require(failure.diagnostics.first)
        #expect(diagnostic.code == "municipality.ambiguous")
        #expect(diagnostic.hint?.en.contains("2480") == true)
        #expect(diagnostic.hint?.en.contains("2481") == true)
    }

    @Test(
        arguments: [
            ("nack", ["0182"], false), ("01", ["0182"], false), ("nacka kommun", ["0182"], false),
            ("boras", ["1490"], true), ("uppsla", ["0380"], true), ("habo", ["2481"], false),
            ("hela landet", ["0000"], false), ("qqqqqq", [], true),
        ])
    func `searches by part, then without diacritics, then by likeness`(
        text: String, codes: [String], isApproximate: Bool
    ) {
        let found = directory.search(text)
        #expect(found.hits.map(\.code.description) == codes)
        #expect(found.isApproximate == isApproximate)
    }

    @Test func `lists everybody for an empty search`() {
        #expect(directory.search("").hits.count == 10)
    }
}

@Suite struct `The directory of indicators` {
    private let directory: IndicatorDirectory

    init() throws {
        directory = IndicatorDirectory(
            indicators: [
                try Sample.indicator("N00090", title: "Sjukfrånvaro totalt, (%)", key: 1),
                try Sample.indicator("N00097", title: "Sjukfrånvaro kvinnor, (%)", key: 2),
                try Sample.indicator("U33461", title: "Ej återaktualiserade barn 0-12 år", key: 3),
                try Sample.indicator("U33400", title: "Ej återaktualiserade ungdomar", key: 4),
            ], aliases: [(key: 1, alias: "sjukfrånvaro")])
    }

    @Test(arguments: [("U33461", "U33461"), ("u33461", "U33461"), (" n00090 ", "N00090")])
    func `finds a code, and has nothing to say about it`(word: String, code: String) throws {
        let found = try directory.find(word)
        #expect(found.indicator.code.description == code)
        #expect(!found.isSearchResult)
    }

    @Test(
        arguments: [
            ("sjukfrånvaro", "N00090"), ("SJUKFRÅNVARO", "N00090"),
            ("sjukfrånvaro kvinnor, (%)", "N00097"), ("återaktualiserade barn", "U33461"),
            ("kvinnor", "N00097"),
        ])
    func `takes one clear hit, to be said aloud`(words: String, code: String) throws {
        let found = try directory.find(words)
        #expect(found.indicator.code.description == code)
        #expect(found.isSearchResult)
    }

    @Test func `lists several hits`() throws {
        let failure = try #require(throws: Failure.self) {
            try directory.find("återaktualiserade")
        }
        let diagnostic = try #require(failure.diagnostics.first)
        #expect(failure.exitStatus == .usage)
        #expect(diagnostic.code == "indicator.several")
        #expect(diagnostic.notes.map { $0.sv.prefix(6) } == ["U33400", "U33461"])
    }

    @Test func `takes the only one of several that has values`() throws {
        let found = try directory.find("återaktualiserade", withOutcomes: [3])
        #expect(found.indicator.code.description == "U33461")
        #expect(found.isSearchResult)
    }

    @Test(
        arguments: [
            ("U3346", "U33461"), ("U33416", "U33461"), ("U33462", "U33461"),
            ("sjukfranvaro kvinnor", "N00097"), ("ungdommar", "U33400"),
        ])
    func `refuses a slip, with what was probably meant`(word: String, meant: String) throws {
        let failure = try #require(throws: Failure.self) {
            try directory.find(word, withOutcomes: [1, 2, 3, 4])
        }
        let diagnostic = try #require(failure.diagnostics.first)
        #expect(diagnostic.code == "indicator.unknown")
        #expect(diagnostic.notes.contains { $0.sv.hasPrefix(meant) })
    }

    @Test func `refuses what is like nothing`() throws {
        let failure = try #require(throws: Failure.self) { try directory.find("xyzzy") }
        #expect(failure.diagnostics.first?.notes == [])
        #expect(failure.diagnostics.first?.hint?.sv.contains("riktmarke indicators") == true)
    }

    @Test(
        arguments: [
            ("N000", ["N00090", "N00097"], false), ("sjukfranvaro", ["N00090", "N00097"], true),
            ("barn åter", ["U33461"], false), ("återaktualiserad ungdomr", ["U33400"], true),
            ("xyzzy", [], true),
        ])
    func `searches by all words, then roughly`(
        text: String, codes: [String], isApproximate: Bool
    ) {
        let hits = directory.search(text)
        #expect(hits.map(\.indicator.code.description) == codes)
        #expect(hits.allSatisfy { $0.isApproximate == isApproximate })
    }
}
