/// What a figure of a report counts.
public enum FigureUnit: String, Sendable, Hashable, CaseIterable {
    /// A plain number: persons, visits, contracts.
    case number
    /// Per cent.
    case percent
    /// Percentage points.
    case percentagePoints = "percentage_points"
    /// Kronor.
    case kr
    /// Thousands of kronor.
    case tkr
    /// Millions of kronor.
    case mnkr
    /// Hours.
    case hours
    /// Full-time equivalents.
    case fullTime = "fte"
    /// Per 100 000 inhabitants.
    case perHundredThousand = "per_100000"

    /// How many kronor one of the unit is; `nil` for what is no money.
    public var kronor: Int? {
        switch self {
        case .kr: 1
        case .tkr: 1_000
        case .mnkr: 1_000_000
        default: nil
        }
    }

    /// The ways in which the unit is printed after a number, folded, the longest first.
    var printedForms: [String] {
        switch self {
        case .percent: ["procent", "%"]
        case .percentagePoints: ["procentenheter", "procentenhet"]
        case .kr: ["kronor", "kr"]
        case .tkr: ["tusen kronor", "tkr"]
        case .mnkr: ["miljoner kronor", "miljoner", "miljon", "mnkr", "mkr"]
        case .hours: ["timmar", "tim"]
        case .perHundredThousand: ["/100 000 invånare", "/100 000 inv", "per 100 000 invånare"]
        case .number: ["stycken", "st", "personer"]
        case .fullTime: ["årsarbetare"]
        }
    }
}
