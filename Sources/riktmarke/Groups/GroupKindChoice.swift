internal import ArgumentParser
internal import Warehouse

/// Which kinds of peer groups are listed.
enum GroupKindChoice: String, Sendable, CaseIterable, ExpressibleByArgument {
    /// Groups that the user made.
    case own
    /// Groups that a report names.
    case named
    /// SKR's classification.
    case skr
    /// Counties.
    case county
    /// Groups of Kolada's catalogue.
    case kolada
    /// Every kind.
    case all

    /// Whether a kind is listed.
    func includes(_ kind: PeerGroup.Kind) -> Bool {
        self == .all || rawValue == kind.rawValue
    }
}
