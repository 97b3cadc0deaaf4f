/// A year from which an indicator is not comparable with the years before.
public struct SeriesBreak: Sendable, Hashable {
    /// The first year after the break.
    public var year: Int
    /// What changed.
    public var reason: String

    /// Tells of a break.
    public init(year: Int, reason: String) {
        self.year = year
        self.reason = reason
    }
}
