/// What was met while reading, in numbers.
public struct ReadingTally: Sendable, Hashable {
    /// How many rejects are kept; the others are only counted.
    public static let keptRejects = 100

    /// Rows of units, with a value or without.
    public var rows = 0
    /// Rows of units without a value.
    public var rowsWithoutValue = 0
    /// Rows of groups: averages, which are read and dropped.
    public var groupRows = 0
    /// Rows that Kolada has deleted.
    public var deletedRows = 0
    /// Rows that say again what another one has said.
    public var repeatedRows = 0
    /// Rows of indicators that were not asked for.
    public var unwantedRows = 0
    /// Rows that could not be used.
    public var rejectedRows = 0
    /// Those of them that another row of the same unit and gender contradicts.
    public var contradictoryRows = 0
    /// The first of them.
    public var rejects: [KoladaReject] = []
    /// How often each status word of unknown meaning was met.
    public var unknownWords: [String: Int] = [:]

    /// Starts at nothing.
    public init() {}

    mutating func reject(_ reject: KoladaReject) {
        rejectedRows += 1
        if reject.kind == .contradictoryRows { contradictoryRows += 1 }
        if rejects.count < Self.keptRejects { rejects.append(reject) }
    }

    /// Adds what was met elsewhere.
    public mutating func add(_ other: ReadingTally) {
        rows += other.rows
        rowsWithoutValue += other.rowsWithoutValue
        groupRows += other.groupRows
        deletedRows += other.deletedRows
        repeatedRows += other.repeatedRows
        unwantedRows += other.unwantedRows
        rejectedRows += other.rejectedRows
        contradictoryRows += other.contradictoryRows
        rejects.append(contentsOf: other.rejects.prefix(Self.keptRejects - rejects.count))
        unknownWords.merge(other.unknownWords) { $0 + $1 }
    }
}

extension ReadingTally {
    /// The tally of a text that was read once to count its rows, with that of a further reading which
    /// made slices of some indicators.
    ///
    /// Both readings meet what is wrong with single rows; only the further one meets what rows say of
    /// each other.
    public func joined(withPart part: ReadingTally) -> ReadingTally {
        var joined = self
        joined.rows += part.rows
        joined.rowsWithoutValue += part.rowsWithoutValue
        joined.repeatedRows += part.repeatedRows
        joined.contradictoryRows += part.contradictoryRows
        joined.rejectedRows += part.contradictoryRows
        let contradictions = part.rejects.filter { $0.kind == .contradictoryRows }
        joined.rejects.append(
            contentsOf: contradictions.prefix(
                Self.keptRejects - min(rejects.count, Self.keptRejects)))
        return joined
    }
}
