public import Indicators

/// A kommun, a region or the nation as Kolada's catalogue lists it.
public struct CatalogueUnit: Sendable, Hashable {
    /// The id; four digits for all that are known.
    public var id: String
    /// The name.
    public var title: String
    /// K for a kommun, L for a region and the nation.
    public var type: String

    /// The id as a code, if it is one.
    public var code: MunicipalityCode? { try? MunicipalityCode(id) }
}

/// A group of units, or of indicators, with its members.
public struct CatalogueGroup: Sendable, Hashable {
    /// The id, which stays while title and members change.
    public var id: String
    /// The title, with single blanks.
    public var title: String
    /// Who belongs to it.
    public var members: [Member]

    /// A member of a group.
    public struct Member: Sendable, Hashable {
        /// The id of the unit or the indicator.
        public var id: String
        /// Its title; may be empty.
        public var title: String
    }
}
