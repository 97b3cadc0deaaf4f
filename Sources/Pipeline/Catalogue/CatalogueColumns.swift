internal import Indicators

/// The entries of a catalogue as columns, for statements that take arrays; empty texts are unknown.
struct CatalogueColumns {
    var titles: [String]
    var ownTitles: [String]
    var descriptions: [String]
    var areas: [String]
    var perspectives: [String]
    var auspices: [String]
    var types: [String]
    var periods: [String]
    var dates: [String]
    var preliminaryDates: [String]
    var ends: [String]
    var divided: [Bool]
    var unitData: [Bool]
    var autumn: [Bool]
    var units: [String]
    var decimals: [Int16]
    var kinds: [String]
    var publishers: [String]

    init(_ entries: [Catalogue.Entry]) {
        let readings = entries.map { TitleReading($0.title) }
        let texts = entries.map { DescriptionReading($0.description) }
        titles = entries.map { TitleReading.singleBlanks($0.title) }
        ownTitles = readings.map(\.title)
        descriptions = entries.map { TitleReading.singleBlanks($0.description) }
        areas = entries.map(\.operatingArea)
        perspectives = entries.map(\.perspective)
        auspices = entries.map(\.auspice)
        types = entries.map(\.municipalityType)
        periods = entries.map(\.publicationPeriod)
        dates = entries.map(\.publicationDate)
        preliminaryDates = entries.map(\.preliminaryDate)
        ends = readings.map { $0.discontinuedYear.map(String.init) ?? "" }
        divided = entries.map(\.isDividedByGender)
        unitData = entries.map(\.hasUnitData)
        autumn = texts.map(\.collectsInAutumn)
        units = readings.map { $0.unit ?? TitleReading.unknownUnit }
        decimals = readings.map { Int16($0.decimals) }
        kinds = readings.map { ($0.valueKind ?? .index).rawValue }
        publishers = texts.map { $0.publisher ?? "" }
    }
}
