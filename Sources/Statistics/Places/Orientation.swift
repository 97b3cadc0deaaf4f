/// Which direction of a value is good.
public enum Orientation: String, Sendable, Hashable, CaseIterable {
    /// A high value is good.
    case high
    /// A low value is good.
    case low
    /// Neither is good in itself.
    case none
}
