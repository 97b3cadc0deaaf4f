public import Indicators
internal import Statistics

/// Every indicator of a municipality at its latest value, or in one year.
///
/// A pure value. The order is what is to be read first: worse and getting worse, then worse, then
/// what is getting worse, the middle, the better; what has no direction comes last.
public struct Profile: Sendable {
    /// The municipality.
    public let focus: Municipality
    /// The gender.
    public let gender: Gender
    /// The year that was asked for; `nil` for the latest value of each indicator.
    public let period: Period?
    /// The rows in the order to be read.
    public let rows: [ProfileRow]
    /// The rows' p-values by Benjamini and Hochberg, in the order of the rows.
    public let adjusted: [Double?]
    /// Of how many indicators the latest figure, or that of the period, is hidden.
    public let hidden: Int
    /// What is counted over the rows.
    public let tally: ProfileTally

    /// The share of false ones to be accepted among those believed.
    public static let falseShare = 0.05

    /// Orders rows.
    public init(
        focus: Municipality, gender: Gender, period: Period? = nil, rows: [ProfileRow],
        hidden: Int = 0
    ) {
        self.period = period
        self.hidden = hidden
        self.focus = focus
        self.gender = gender
        // Places are sorted, not rows: each of the two thousand is large, and dear to copy.
        let keys = rows.indices.map { Self.key(rows[$0]) }
        self.rows = rows.indices.sorted { left, right in
            if keys[left].part != keys[right].part { return keys[left].part < keys[right].part }
            if keys[left].place != keys[right].place { return keys[left].place > keys[right].place }
            return rows[left].indicator.code < rows[right].indicator.code
        }.map { rows[$0] }
        adjusted = FalseDiscovery.adjusted(self.rows.map(\.contrast.probability))
        tally = ProfileTally(self.rows)
    }

    /// How many rows could be judged by an interval.
    public var judged: Int { adjusted.count { $0 != nil } }

    /// How many of these deviate at 95 %.
    public var deviating: Int { tally.deviating }

    /// How many of those judged would deviate by chance alone.
    public var expectedByChance: Double {
        FalseDiscovery.expectedByChance(of: judged, at: .percent95)
    }

    /// How many remain when many tests at once are allowed for.
    public var believed: Int { adjusted.count { $0.map { $0 <= Self.falseShare } == true } }

    /// How many rows have each colour.
    public func count(_ colour: QuartileColour) -> Int {
        tally.colours[colour, default: 0]
    }

    /// Which part of the list a row belongs to, and how far towards the bad end it lies, 0 to 1.
    private static func key(_ row: ProfileRow) -> (part: Int, place: Double) {
        guard let rank = row.rank else { return (6, 0) }
        let isFalling = row.movement == .worse
        let part =
            if row.isWorse {
                isFalling ? 0 : 1
            } else if row.isBetter {
                isFalling ? 4 : 5
            } else {
                isFalling ? 2 : 3
            }
        return (part, Double(rank) / Double(row.units))
    }
}
