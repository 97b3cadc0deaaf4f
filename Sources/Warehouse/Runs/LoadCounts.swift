/// What became of the cells of one load.
public struct LoadCounts: Sendable, Hashable {
    /// Value cells read, rejected ones included.
    public var read: Int64 = 0
    /// Cells, or whole rows, that became rejects.
    public var rejected: Int64 = 0
    /// Repetitions of an identical figure within the files.
    public var duplicates: Int64 = 0
    /// Figures that the warehouse did not have.
    public var new: Int64 = 0
    /// Figures that replaced another.
    public var revised: Int64 = 0
    /// Figures that the warehouse had already.
    public var unchanged: Int64 = 0
    /// Figures that the source no longer states.
    public var withdrawn: Int64 = 0
    /// Cells that state that there is no value.
    public var missing: Int64 = 0
    /// Rows that say that the source has deleted a figure.
    public var deletions: Int64 = 0

    /// Creates counts of nothing.
    public init() {}

    /// Whether every cell read is accounted for; the ledger demands the same by a constraint.
    public var balances: Bool {
        read == rejected + duplicates + deletions + new + revised + unchanged
    }

    /// Whether the warehouse was changed.
    public var changed: Bool { new + revised + withdrawn > 0 }

    /// Adds what became of other cells.
    public mutating func add(_ other: LoadCounts) {
        read += other.read
        rejected += other.rejected
        duplicates += other.duplicates
        new += other.new
        revised += other.revised
        unchanged += other.unchanged
        withdrawn += other.withdrawn
        missing += other.missing
        deletions += other.deletions
    }

    /// Takes away what became of some of the cells, so that the others' are left.
    public mutating func subtract(_ other: LoadCounts) {
        read -= other.read
        rejected -= other.rejected
        duplicates -= other.duplicates
        new -= other.new
        revised -= other.revised
        unchanged -= other.unchanged
        withdrawn -= other.withdrawn
        missing -= other.missing
        deletions -= other.deletions
    }
}
