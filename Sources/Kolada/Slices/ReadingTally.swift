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
    /// The first of them.
    public var rejects: [KoladaReject] = []
    /// How often each status word of unknown meaning was met.
    public var unknownWords: [String: Int] = [:]

    /// Starts at nothing.
    public init() {}

    mutating func reject(_ reject: KoladaReject) {
        rejectedRows += 1
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
        rejects.append(contentsOf: other.rejects.prefix(Self.keptRejects - rejects.count))
        unknownWords.merge(other.unknownWords) { $0 + $1 }
    }
}
