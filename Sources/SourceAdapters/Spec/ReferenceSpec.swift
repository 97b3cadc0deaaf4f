/// The reference tables that a source can bring.
public enum ReferenceTable: String, Sendable, Hashable, CaseIterable {
    /// Kommuner, regions and the nation.
    case municipalities
    /// Further spellings of their names.
    case municipalityAliases = "municipality_aliases"
    /// The län.
    case counties
    /// The groups of the SKR kommungruppsindelning.
    case skrGroups = "skr_groups"
    /// Indicators with unit, polarity and definition.
    case indicators
    /// Further names of indicators.
    case indicatorAliases = "indicator_aliases"
    /// Years between which a series may not be compared.
    case seriesBreaks = "series_breaks"
    /// The registry of source documents.
    case documents
    /// What makes figures of different reports speak of the same thing.
    case harmonisation
    /// Groups of comparison municipalities.
    case peerGroups = "peer_groups"
    /// The members of the groups.
    case peerGroupMembers = "peer_group_members"
    /// Which verksamheter nämnder answer for, and under which names.
    case committeeActivities = "committee_activities"
}

/// A source of reference data: which file fills which table.
public struct ReferenceSpec: Sendable, Hashable {
    /// The files of each table, in the order in which they are read.
    public var tables: [ReferenceTable: [String]]
}
