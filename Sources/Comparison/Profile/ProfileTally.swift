internal import Indicators

/// How many rows of a profile are what, counted in one pass: rows are large, and dear to copy.
public struct ProfileTally: Sendable, Hashable {
    /// How many have each colour; a colour that none has is left out.
    public private(set) var colours: [QuartileColour: Int] = [:]
    /// How many have each verdict, likewise.
    public private(set) var verdicts: [Verdict: Int] = [:]
    /// How many values are preliminary.
    public private(set) var preliminary = 0
    /// How many are still being collected.
    public private(set) var collecting = 0
    /// How many periods accumulate from the beginning of their year.
    public private(set) var cumulative = 0
    /// How many have a value of the year before.
    public private(set) var changes = 0
    /// How many have a target.
    public private(set) var targets = 0
    /// Titles of the documents that state the values.
    public private(set) var sourceTitles: Set<String> = []

    /// Counts rows.
    init(_ rows: [ProfileRow]) {
        for row in rows {
            if let colour = row.colour { colours[colour, default: 0] += 1 }
            verdicts[row.verdict, default: 0] += 1
            if row.status == .preliminary { preliminary += 1 }
            if row.isCollecting { collecting += 1 }
            if row.period.isCumulative { cumulative += 1 }
            if row.change != nil { changes += 1 }
            if row.target != nil { targets += 1 }
            if !row.figure.sourceTitle.isEmpty { sourceTitles.insert(row.figure.sourceTitle) }
        }
    }

    /// How many have a colour.
    public var coloured: Int { colours.values.reduce(0, +) }

    /// How many deviate from all the others together, at 95 %.
    public var deviating: Int {
        verdicts.reduce(0) { $1.key.tellsApart ? $0 + $1.value : $0 }
    }
}
