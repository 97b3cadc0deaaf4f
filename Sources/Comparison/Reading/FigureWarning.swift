public import Indicators
public import Postgres
internal import Warehouse

/// Something that looks odd in a figure, or in a period as a whole; never a reason to hide it.
public struct FigureWarning: Sendable, Hashable {
    /// What looks odd.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A share that leaves 0 to 100, where the indicator itself hardly ever does.
        case outsideOwnRange = "outside-own-range"
        /// A total that does not lie between women's and men's figures.
        case totalOutsideGenders = "total-outside-genders"
        /// Far fewer units have a value than the year before.
        case coverageFallen = "coverage-fallen"
        /// The nation has no value, and had one the year before.
        case nationAbsent = "nation-absent"
    }

    /// What looks odd.
    public var kind: Kind
    /// Key of the unit; `nil` when the whole period is meant.
    public var municipalityKey: Int16?
    /// The value, or how many units have one.
    public var found: ScaledDecimal
    /// The nearer limit, or how many units had one the year before.
    public var expected: ScaledDecimal?

    /// Describes what looks odd.
    public init(
        _ kind: Kind, municipalityKey: Int16?, found: ScaledDecimal, expected: ScaledDecimal?
    ) {
        self.kind = kind
        self.municipalityKey = municipalityKey
        self.found = found
        self.expected = expected
    }

    /// What was found odd after the last load, of some municipalities and of the period as a whole.
    ///
    /// The indicator says in which periods there is anything, so most questions ask nothing.
    ///
    /// - Throws: what the server reports.
    public static func find(
        _ connection: inout Connection, indicator: Indicator, period: Period, gender: Gender,
        municipalities: [Municipality]
    ) throws(PostgresError) -> [FigureWarning] {
        guard indicator.warningPeriods.contains(period.key) else { return [] }
        var warnings: [FigureWarning] = []
        for row in try connection.rows(
            ReadStatement.listFigureWarnings, indicator.key, period.key, gender.key,
            municipalities.map(\.key))
        {
            guard let kind = Kind(rawValue: row.1) else { continue }  // of a newer loader
            warnings.append(
                FigureWarning(kind, municipalityKey: row.0, found: row.2, expected: row.3))
        }
        return warnings
    }
}
