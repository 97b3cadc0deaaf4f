import Indicators
import SourceAdapters

/// The dimensions that the tests resolve against; small, with the traps of the real ones.
enum TestDimensions {
    static let index = DimensionIndex(
        indicators: [
            indicator(1, "U33461", "Vuxna ej återaktualiserade", "procent", .share),
            indicator(2, "N01951", "Invånare totalt", "antal", .count),
            indicator(3, "U00402", "Svarar på telefon", "ja/nej", .boolean),
            indicator(4, "U35409", "Nettokostnad", "kr/inv", .amount),
            indicator(5, "L0182-001", "Liv utan våld", "procent", .share),
            indicator(6, "N00954", "Sjukfrånvaro anställda", "procent", .share),
            indicator(7, "N00955", "Sjukfrånvaro socialtjänst", "procent", .share),
        ].compactMap(\.self),
        indicatorAliases: [
            alias("återaktualisering", "U33461"), alias("sjukfrånvaro", "N00954"),
            alias("sjukfrånvaro", "N00955"),
        ].compactMap(\.self),
        municipalities: [
            municipality(100, "0000", "Riket", .nation),
            municipality(101, "0001", "Region Stockholm", .region),
            municipality(109, "0009", "Region Gotland", .region),
            municipality(1, "0114", "Upplands Väsby"), municipality(2, "0120", "Värmdö"),
            municipality(3, "0160", "Täby"), municipality(4, "0162", "Danderyd"),
            municipality(5, "0180", "Stockholm"), municipality(6, "0182", "Nacka"),
            municipality(7, "0184", "Solna"), municipality(8, "0980", "Gotland"),
            municipality(9, "1490", "Borås"),
        ].compactMap(\.self),
        municipalityAliases: [
            (try? MunicipalityCode("0009")).map { .init("Gotland", of: $0) }
        ].compactMap(\.self),
        documents: [
            .init(key: 7, code: "arsredovisning-2017"),
            .init(key: 8, code: "tertialbokslut-2018"),
        ])

    /// The code of a municipality's key.
    static func municipalityCode(_ key: Int16) -> String {
        let codes: [Int16: String] = [
            100: "0000", 101: "0001", 109: "0009", 1: "0114", 2: "0120", 3: "0160", 4: "0162",
            5: "0180", 6: "0182", 7: "0184", 8: "0980", 9: "1490",
        ]
        return codes[key] ?? "?\(key)"
    }

    private static func indicator(
        _ key: Int32, _ code: String, _ title: String, _ unit: String, _ kind: ValueKind
    ) -> DimensionIndex.Indicator? {
        IndicatorCode(code).map {
            .init(key: key, code: $0, title: title, unit: unit, valueKind: kind)
        }
    }

    private static func alias(_ name: String, _ code: String) -> DimensionIndex.IndicatorAlias? {
        IndicatorCode(code).map { .init(name, of: $0) }
    }

    private static func municipality(
        _ key: Int16, _ code: String, _ name: String, _ kind: MunicipalityKind = .municipality
    ) -> DimensionIndex.Municipality? {
        (try? MunicipalityCode(code)).map { .init(key: key, code: $0, name: name, kind: kind) }
    }
}
