import Comparison
import Indicators
import Testing

/// Values for the tests of the comparison.
enum Sample {
    /// An indicator; the defaults are those of U33461.
    static func indicator(
        _ code: String = "U33461", title: String = "Titel", key: Int32 = 1,
        polarity: Polarity = .high, valueKind: ValueKind = .share,
        uncertainty: Uncertainty = .persons, unit: String = "procent", decimals: UInt8 = 0
    ) throws -> Indicator {
        Indicator(
            key: key, code: try #require(IndicatorCode(code)), title: title, unit: unit,
            decimals: decimals, valueKind: valueKind, polarity: polarity,
            complementTitle: "Komplement", uncertainty: uncertainty, disclosure: .public)
    }

    /// A municipality, with a key made from its code.
    static func municipality(
        _ code: String, _ name: String, _ kind: MunicipalityKind = .municipality
    ) throws -> Municipality {
        let code = try MunicipalityCode(code)
        return Municipality(key: Int16(code.number), code: code, name: name, kind: kind)
    }

    /// A figure of one document.
    static func figure(
        _ value: String?, status: OutcomeStatus? = nil, numerator: Int? = nil,
        denominator: Int? = nil, source: String = "a"
    ) throws -> OutcomeFigure {
        OutcomeFigure(
            value: try value.map { try #require(ScaledDecimal($0)) },
            status: status ?? (value == nil ? .missingNull : .ok),
            numerator: numerator.map { ScaledDecimal($0) },
            denominator: denominator.map { ScaledDecimal($0) }, source: source,
            sourceTitle: "Dokument \(source)")
    }

    /// The year 2017.
    static func year2017() throws -> Period { try #require(Period(year: 2017)) }

    /// The comparison of the committee's annual report 2017: Nacka and its four.
    static func report(isComplement: Bool = false) throws -> ComparisonTable {
        try table(
            [
                ("0182", "Nacka", "86"), ("0162", "Danderyd", "89"), ("0184", "Solna", "85"),
                ("0160", "Täby", "88"), ("0120", "Värmdö", "66"),
            ], isComplement: isComplement)
    }

    /// A comparison; the first unit is the focus.
    static func table(
        _ rows: [(code: String, name: String, value: String?)], indicator: Indicator? = nil,
        isComplement: Bool = false
    ) throws -> ComparisonTable {
        let units = try rows.map { try municipality($0.code, $0.name) }
        let figures = try zip(units, rows).map { ($0.key, [try figure($1.value)]) }
        return try table(
            units, figures: Dictionary(uniqueKeysWithValues: figures), indicator: indicator,
            isComplement: isComplement)
    }

    /// A comparison of units; the first is the focus.
    static func table(
        _ units: [Municipality], figures: [Int16: [OutcomeFigure]], indicator: Indicator? = nil,
        isComplement: Bool = false
    ) throws -> ComparisonTable {
        ComparisonTable(
            indicator: try indicator ?? Sample.indicator(), isComplement: isComplement,
            period: try year2017(), gender: .total, focus: units[0],
            members: Array(units.dropFirst()), figures: figures)
    }
}

extension ComparisonTable {
    /// The row of a municipality.
    func row(_ name: String) throws -> ComparisonRow {
        try #require(rows.first { $0.municipality.name == name })
    }
}
