/// How many figures were read and not loaded, though nothing is wrong with them.
public struct UnloadedFigures: Sendable, Hashable {
    /// Those that the warehouse has no place for.
    public var homeless = 0
    /// Those that tables of the same document state.
    public var inTables = 0
    /// Those that the document tells more than once.
    public var repeated = 0

    /// Counts nothing.
    public init() {}

    /// All of them.
    public var all: Int { homeless + inTables + repeated }

    /// Adds those of another document.
    public mutating func add(_ other: UnloadedFigures) {
        homeless += other.homeless
        inTables += other.inTables
        repeated += other.repeated
    }
}
