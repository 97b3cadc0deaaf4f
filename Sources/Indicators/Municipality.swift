/// A municipality, a region or the nation, with its current name and groups.
public struct Municipality: Sendable, Hashable {
    /// Surrogate key in `dw.dim_municipality`.
    public var key: Int16
    /// The four digits.
    public var code: MunicipalityCode
    /// Swedish name, without the word kommun.
    public var name: String
    /// What kind of unit it is.
    public var kind: MunicipalityKind
    /// Code of the county (län), two digits.
    public var countyCode: String?
    /// Name of the county (län).
    public var county: String?
    /// Group in SKR's classification of 2017, such as `A2`.
    public var skrGroup2017: String?
    /// Group in SKR's classification of 2023.
    public var skrGroup2023: String?

    /// Describes a unit.
    public init(
        key: Int16, code: MunicipalityCode, name: String, kind: MunicipalityKind,
        countyCode: String? = nil, county: String? = nil, skrGroup2017: String? = nil,
        skrGroup2023: String? = nil
    ) {
        self.key = key
        self.code = code
        self.name = name
        self.kind = kind
        self.countyCode = countyCode
        self.county = county
        self.skrGroup2017 = skrGroup2017
        self.skrGroup2023 = skrGroup2023
    }
}
