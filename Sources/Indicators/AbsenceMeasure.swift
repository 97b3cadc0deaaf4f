/// What a document says of absence for sickness.
public enum AbsenceMeasure: String, Sendable, Hashable, CaseIterable {
    /// All of it.
    case all = "absence"
    /// That of at most 59 days.
    case short = "absence_short"
    /// That of 60 days or more.
    case long = "absence_long"
    /// The share of it that is of 60 days or more.
    case longShare = "absence_long_share"

    /// The key in `dw.dim_absence_measure`.
    public var key: Int16 {
        switch self {
        case .all: 1
        case .short: 2
        case .long: 3
        case .longShare: 4
        }
    }
}
