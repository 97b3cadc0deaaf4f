import Indicators
import Testing

@testable import SourceAdapters

@Suite struct MunicipalityCellTests {
    @Test(arguments: [
        ("0182", "0182"), ("Nacka", "0182"), ("NACKA", "0182"), ("nacka kommun", "0182"),
        ("Nacka kn", "0182"), ("Nackas kommun", "0182"), ("Stockholms stad", "0180"),
        ("Stockholm stad", "0180"), ("Borås", "1490"), ("Borås kommun", "1490"),
        ("Ta\u{308}by", "0160"), ("TÄBY", "0160"), ("\u{A0}Täby\u{2009}", "0160"),
        ("Upplands\u{A0} Väsby", "0114"), ("0182 Nacka", "0182"), ("0180 Stockholms stad", "0180"),
        ("Riket", "0000"), ("0000", "0000"), ("Region Stockholm", "0001"), ("Gotland", "0980"),
    ])
    func `a name is found in every spelling that official tables use`(
        cell: String, code: String
    ) throws {
        let key = try TestDimensions.index.municipality(cell, preferring: .municipality)
        #expect(TestDimensions.municipalityCode(key) == code)
    }

    @Test(arguments: [
        ("182", "municipality.lost-leading-zero"), ("1", "municipality.lost-leading-zero"),
        ("0", "municipality.lost-leading-zero"), ("182 Nacka", "municipality.lost-leading-zero"),
        ("0183", "municipality.unknown"), ("01820", "municipality.unknown"),
        ("182.0", "municipality.unknown"), ("0182-Nacka", "municipality.unknown"),
        ("Tabby", "municipality.unknown"), ("Taby", "municipality.unknown"),
        ("Region Stockholm kommun", "municipality.unknown"), ("kommun", "municipality.unknown"),
        ("0182 Solna", "municipality.code-name-mismatch"),
        ("\u{661}\u{662}\u{663}\u{664}", "municipality.unknown"),
    ])
    func `what may be something else is refused`(cell: String, code: String) {
        let fault = #expect(throws: CellFault.self) {
            try TestDimensions.index.municipality(cell, preferring: .municipality)
        }
        #expect(fault?.code == code)
    }

    @Test func `no text is read as two different municipalities`() throws {
        // Whatever stands before or behind a name: the same kommun, or a refusal.
        let parts = [
            "", " ", "kommun", " kommun", " stad", "s kommun", "0182 ", "182 ", "-", "\u{A0}",
        ]
        for before in parts {
            for after in parts {
                let cell = before + "Nacka" + after
                let key = try? TestDimensions.index.municipality(cell, preferring: .municipality)
                #expect(
                    key == nil || TestDimensions.municipalityCode(key ?? 0) == "0182", "\(cell)")
            }
        }
    }
}
