public import Indicators

/// The dimensions that cells are resolved against: codes and names on one side, keys on the other.
///
/// The warehouse builds it once for a run. It is a value, so a run sees the same dimensions from its
/// first row to its last.
public struct DimensionIndex: Sendable {
    /// An indicator of the warehouse.
    public struct Indicator: Sendable, Hashable {
        /// Its key in `dw.dim_indicator`.
        public var key: Int32
        /// Its code.
        public var code: IndicatorCode
        /// Its title, which is an alias as well.
        public var title: String
        /// Its unit, such as `procent`; `nil` where nobody knows.
        public var unit: String?
        /// What kind of number its value is; `nil` where nobody knows.
        public var valueKind: ValueKind?

        /// Creates an indicator.
        public init(
            key: Int32, code: IndicatorCode, title: String, unit: String? = nil,
            valueKind: ValueKind? = nil
        ) {
            self.key = key
            self.code = code
            self.title = title
            self.unit = unit
            self.valueKind = valueKind
        }

        /// Whether a percent sign may follow the value; `nil` where the unit is unknown.
        public var takesPercentSign: Bool? {
            guard let unit else { return valueKind.map { $0 == .share } }
            let folded = NameFolding.key(unit)
            return folded.contains("%") || folded.contains("procent") || folded == "percent"
        }
    }

    /// A kommun, a region or the nation.
    public struct Municipality: Sendable, Hashable {
        /// Its key in `dw.dim_municipality`.
        public var key: Int16
        /// Its code.
        public var code: MunicipalityCode
        /// Its name, without the word kommun.
        public var name: String
        /// What kind of unit it is.
        public var kind: MunicipalityKind

        /// Creates a municipality.
        public init(key: Int16, code: MunicipalityCode, name: String, kind: MunicipalityKind) {
            self.key = key
            self.code = code
            self.name = name
            self.kind = kind
        }
    }

    /// A document of the registry.
    public struct Document: Sendable, Hashable {
        /// Its key in the registry; never 0, which stands for the source itself.
        public var key: Int32
        /// Its code.
        public var code: String

        /// Creates a document.
        public init(key: Int32, code: String) {
            self.key = key
            self.code = code
        }
    }

    /// Another name of an indicator.
    public struct IndicatorAlias: Sendable, Hashable {
        /// The name as it is printed.
        public var alias: String
        /// The indicator it means.
        public var code: IndicatorCode

        /// Creates an alias.
        public init(_ alias: String, of code: IndicatorCode) {
            self.alias = alias
            self.code = code
        }
    }

    /// Another name of a municipality.
    public struct MunicipalityAlias: Sendable, Hashable {
        /// The name as it is printed.
        public var alias: String
        /// The municipality it means.
        public var code: MunicipalityCode

        /// Creates an alias.
        public init(_ alias: String, of code: MunicipalityCode) {
            self.alias = alias
            self.code = code
        }
    }

    /// Which period the target of an indicator holds for in a document that states none.
    public struct TargetPeriod: Sendable, Hashable {
        /// The key of the indicator.
        public var indicatorKey: Int32
        /// The code of the document.
        public var document: String
        /// The period.
        public var period: Period

        /// Declares a period.
        public init(indicatorKey: Int32, document: String, period: Period) {
            self.indicatorKey = indicatorKey
            self.document = document
            self.period = period
        }
    }

    /// A name by which a document prints the complement of a share: 14 per cent who return where the
    /// indicator counts the 86 who do not.
    public struct ComplementName: Sendable, Hashable {
        /// The key of the indicator.
        public var indicatorKey: Int32
        /// The code of the document; empty for all.
        public var document: String
        /// The name as printed.
        public var name: String

        /// Declares a name.
        public init(indicatorKey: Int32, document: String, name: String) {
            self.indicatorKey = indicatorKey
            self.document = document
            self.name = name
        }
    }

    let indicators: [Indicator]
    private let complementNames: [String: [ComplementName]]
    let targetPeriods: [TargetPeriod]
    let municipalities: [Municipality]
    let documents: [Document]
    /// Places in `indicators`, by key, by code and by folded name.
    let indicatorByKey: [Int32: Int]
    let indicatorByCode: [String: Int]
    let indicatorsByName: [String: [Int]]
    /// Places in `municipalities`, by code and by folded name.
    let municipalityByCode: [UInt16: Int]
    let municipalitiesByName: [String: [Int]]
    let documentByCode: [String: Int32]

    /// Builds an index.
    ///
    /// - Parameters:
    ///   - indicators: The indicators.
    ///   - indicatorAliases: Their further names; one name may mean several.
    ///   - municipalities: The municipalities.
    ///   - municipalityAliases: Their further names.
    ///   - documents: The registry of documents.
    ///   - targetPeriods: The periods of targets whose documents state none.
    ///   - complementNames: The names of complements of shares.
    public init(
        indicators: [Indicator], indicatorAliases: [IndicatorAlias] = [],
        municipalities: [Municipality], municipalityAliases: [MunicipalityAlias] = [],
        documents: [Document] = [], targetPeriods: [TargetPeriod] = [],
        complementNames: [ComplementName] = []
    ) {
        self.complementNames = Dictionary(grouping: complementNames) { NameFolding.key($0.name) }
        self.indicators = indicators
        self.targetPeriods = targetPeriods
        self.municipalities = municipalities
        self.documents = documents
        indicatorByKey = Self.places(indicators, by: \.key)
        let byCode = Self.places(indicators, by: \.code.description)
        indicatorByCode = byCode
        var names: [String: [Int]] = [:]
        for (place, indicator) in indicators.enumerated() {
            Self.add(place, under: indicator.title, to: &names)
        }
        for alias in indicatorAliases {
            guard let place = byCode[alias.code.description] else { continue }
            Self.add(place, under: alias.alias, to: &names)
        }
        indicatorsByName = names
        let byNumber = Self.places(municipalities, by: \.code.number)
        municipalityByCode = byNumber
        names = [:]
        for (place, municipality) in municipalities.enumerated() {
            Self.add(place, under: municipality.name, to: &names)
        }
        for alias in municipalityAliases {
            guard let place = byNumber[alias.code.number] else { continue }
            Self.add(place, under: alias.alias, to: &names)
        }
        municipalitiesByName = names
        documentByCode = Dictionary(documents.map { ($0.code, $0.key) }) { first, _ in first }
    }

    /// The indicator of a key.
    public func indicator(key: Int32) -> Indicator? {
        indicatorByKey[key].map { indicators[$0] }
    }

    /// The period that is declared for the target of an indicator in a document that states none.
    public func targetPeriod(of indicatorKey: Int32, in document: String) -> Period? {
        targetPeriods.first { $0.indicatorKey == indicatorKey && $0.document == document }?.period
    }

    /// The share whose complement a document prints under a name; `nil` where none is declared.
    public func complementedIndicator(_ name: String, in document: String) -> Int32? {
        guard !complementNames.isEmpty else { return nil }
        return complementNames[NameFolding.key(name)]?
            .first { $0.document.isEmpty || $0.document == document }?.indicatorKey
    }

    /// The keys of the indicators that are shares.
    var shareKeys: Set<Int32> {
        Set(indicators.filter { $0.valueKind == .share }.map(\.key))
    }

    private static func places<Element, Key: Hashable>(
        _ elements: [Element], by key: KeyPath<Element, Key>
    ) -> [Key: Int] {
        Dictionary(elements.enumerated().map { ($1[keyPath: key], $0) }) { first, _ in first }
    }

    private static func add(_ place: Int, under name: String, to names: inout [String: [Int]]) {
        let key = NameFolding.key(name)
        guard !key.isEmpty, names[key]?.contains(place) != true else { return }
        names[key, default: []].append(place)
    }
}
