internal import Indicators

/// The attributes of indicators as columns, for statements that take arrays; empty texts are unknown.
struct IndicatorColumns {
    var titles: [String]
    var definitions: [String]
    var units: [String]
    var decimals: [Int16]
    var valueKinds: [String]
    var polarities: [String]
    var polarityReasons: [String]
    var complementTitles: [String]
    var publishers: [String]
    var operatingAreas: [String]
    var discontinuedYears: [String]
    var frequencies: [String]
    var referenceWindows: [String]
    var publicationRules: [String]
    var uncertainties: [String]
    var disclosures: [String]

    init(_ indicators: [Indicator]) {
        titles = indicators.map(\.title)
        definitions = indicators.map { $0.definition ?? "" }
        units = indicators.map(\.unit)
        decimals = indicators.map { Int16($0.decimals) }
        valueKinds = indicators.map(\.valueKind.rawValue)
        polarities = indicators.map(\.polarity.rawValue)
        polarityReasons = indicators.map { $0.polarityReason ?? "" }
        complementTitles = indicators.map { $0.complementTitle ?? "" }
        publishers = indicators.map { $0.publisher ?? "" }
        operatingAreas = indicators.map { $0.operatingArea ?? "" }
        discontinuedYears = indicators.map { $0.discontinuedYear.map(String.init) ?? "" }
        frequencies = indicators.map { $0.frequency ?? "" }
        referenceWindows = indicators.map { $0.referenceWindow ?? "" }
        publicationRules = indicators.map { $0.publicationRule ?? "" }
        uncertainties = indicators.map(\.uncertainty.rawValue)
        disclosures = indicators.map(\.disclosure.rawValue)
    }
}
