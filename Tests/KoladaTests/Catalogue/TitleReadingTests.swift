import Diagnostics
import Indicators
import Testing

@testable import Kolada

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
            "", .median
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

    @Test func `derives nothing where the title tells nothing`() {
        let reading = TitleReading("Hållbart medarbetarengagemang, senaste mätning på tre år")
        #expect(reading.valueKind == nil)
        #expect(reading.unit == nil)
        #expect(TitleReading("").valueKind == nil)
    }
}
