import Foundation
import Indicators
import Testing

@Suite struct TitleReadingTests {
    @Test(arguments: [
        // Titles of the catalogues of 2022 and 2026.
        ("Sjukfrånvaro totalt bland anställda, kommun, andel (%)", "procent", ValueKind.share),
        ("Personalkostnader, kr/inv", "kr/inv", .amount),
        ("Invånare  totalt, antal", "antal", .count),
        (
            "Verkställda vräkningar/avhysningar som berör barn, antal barn/100 000 inv",
            "antal barn/100 000 inv", .rate
        ),
        ("Delaktighetsindex, andel (%) av maxpoäng", "procent", .share),
        (
            "Revisionsberättelse utan anmärkning eller avstyrkt ansvarsfrihet kommun, (Ja=1, Nej=0)",
            "ja/nej", .boolean
        ),
        ("Utjämningssystemet enl resultaträkning, kr/inv", "kr/inv", .amount),
        ("Nettokostnadsavvikelse grundskola F-9, (%)", "procent", .deviation),
        (
            "Framskrivning, förväntad förändring i antal invånare 80+ år om 10 år, (%)", "procent",
            .deviation
        ),
        (
            "Väntetid i antal dagar från ansökan vid nybesök till beslut om försörjningsstöd, median",
            "dagar", .median
        ),
        ("Utbudskilometer tåg, km/inv", "km/inv", .ratio),
    ])
    func `derives unit and kind from the end of a title`(
        title: String, unit: String, kind: ValueKind
    ) {
        let reading = TitleReading(title)
        #expect(reading.unit ?? "" == unit)
        #expect(reading.valueKind == kind)
    }

    @Test(arguments: [
        ("Ej återaktualiserade barn, andel (%) (-2019)", 2019),
        ("Ej återaktualiserade vuxna, andel (%) (- 2024)", 2024),
        ("Något, andel (%) (\u{2013}2018)", 2018), ("Något (2012-)", nil),
        ("Något (-2011 Ja=1, Nej=0. 2012- 1=Ja, 0=Nej)", nil), ("Något, antal", nil),
        ("Något (-20)", nil),
    ])
    func `reads the last year from the end of a title`(title: String, year: Int?) {
        let reading = TitleReading(title)
        #expect(reading.discontinuedYear == year)
        if title.contains("(%)") { #expect(reading.unit == "procent") }
    }

    /// Titles of Kolada's catalogues with what a person reads in them.
    private static func sample() throws -> [[String]] {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Fixtures/kolada/titles.tsv")
        return try String(contentsOf: path, encoding: .utf8).split(separator: "\n").dropFirst()
            .map { line in
                line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            }
    }

    @Test func `reads a sample of real titles as a person does`() throws {
        let sample = try Self.sample()
        #expect(sample.count == 28)
        for fields in sample {
            try #require(fields.count == 6)
            let reading = TitleReading(fields[1])
            #expect(reading.unit == fields[2], "\(fields[0])")
            #expect(reading.valueKind?.rawValue == fields[3], "\(fields[0])")
            #expect(String(reading.decimals) == fields[4], "\(fields[0])")
            #expect(reading.discontinuedYear == Int(fields[5]), "\(fields[0])")
            #expect(!reading.title.contains("  "), "\(fields[0])")
            let hasYear = !fields[5].isEmpty && reading.title.hasSuffix("\(fields[5]))")
            #expect(!hasYear, "\(fields[0])")
        }
    }

    @Test func `keeps the title without its last year and with single blanks`() {
        #expect(TitleReading("Invånare  totalt, antal").title == "Invånare totalt, antal")
        #expect(
            TitleReading("Ej återaktualiserade vuxna, andel (%) (- 2024)").title
                == "Ej återaktualiserade vuxna, andel (%)")
        #expect(TitleReading("(-2019)").title == "(-2019)")
    }

    @Test func `reads publisher and collection in autumn from a description`() {
        let text =
            "Handläggningstid i dagar. Observera att datainsamling pågår hela hösten, varför medelvärden inte bör användas för jämförelser förrän i slutet av året. Källa: SCB."
        #expect(DescriptionReading(text).publisher == "SCB")
        #expect(DescriptionReading(text).collectsInAutumn)
        // Two sentences of the catalogue of 2026 that speak of autumn or of collecting.
        for other in [
            "Uppgiften samlas in genom en enkät som skickas till samtliga region.",
            "Kalender erhålls som ett medelvärde för mätningar höst och vår.",
        ] {
            #expect(!DescriptionReading(other).collectsInAutumn)
            #expect(DescriptionReading(other).publisher == nil)
        }
    }

    @Test func `derives nothing where the title tells nothing`() {
        let reading = TitleReading("Programvalsfaktor kommunal gymnasieskola")
        #expect(reading.valueKind == nil)
        #expect(reading.unit == nil)
        #expect(TitleReading("").valueKind == nil)
        #expect(reading.decimals == 2)
    }
}

@Suite struct CuratedTitleTests {
    /// Codes, titles, units and kinds of the shipped list, which people have set.
    private static func curated() throws -> [(title: String, unit: String, kind: String)] {
        let path = URL(filePath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "seeds/indicators.csv")
        return try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isNewline)
            .dropFirst().compactMap { line in
                var fields = [""]
                var isQuoted = false
                for character in line {
                    switch character {
                    case "\"": isQuoted.toggle()
                    case "," where !isQuoted: fields.append("")
                    default: fields[fields.count - 1].append(character)
                    }
                }
                guard fields.count > 6, let first = fields[0].first, "NU".contains(first) else {
                    return nil
                }
                return (fields[1], fields[3], fields[5])
            }
    }

    @Test func `agrees with what people have set for almost every indicator`() throws {
        let curated = try Self.curated()
        #expect(curated.count > 200)
        let kinds = curated.filter { TitleReading($0.title).valueKind?.rawValue == $0.kind }
        let units = curated.filter { TitleReading($0.title).unit == $0.unit }
        #expect(kinds.count * 100 >= curated.count * 95, "\(kinds.count) of \(curated.count)")
        #expect(units.count * 100 >= curated.count * 85, "\(units.count) of \(curated.count)")
    }
}
