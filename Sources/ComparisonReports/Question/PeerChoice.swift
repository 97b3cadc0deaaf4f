/// Whom to compare with, as words; the warehouse knows who is meant.
package enum PeerChoice: Sendable {
    /// Municipalities named one by one in the option or the place given.
    case names([String], argument: String)
    /// A peer group, named in the option or the place given.
    case group(String, argument: String)
    /// The SKR group of the municipality in focus.
    case skrGroup

    /// The names, when they are named one by one.
    package var names: [String] {
        guard case .names(let names, _) = self else { return [] }
        return names
    }

    /// Whether the warehouse knows who belongs to it.
    package var isGroup: Bool { names.isEmpty }
}
