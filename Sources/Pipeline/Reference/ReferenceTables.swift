internal import Diagnostics
internal import Indicators
internal import SourceAdapters
internal import Warehouse

/// The reference tables of all reference sources together, read and checked against each other.
///
/// Pure: what is wrong is collected in `problems`, and nothing is written while there are any.
struct ReferenceTables {
    var municipalities: [Municipality] = []
    var indicators: [Indicator] = []
    var indicatorAliases: [AliasRow] = []
    var municipalityAliases: [AliasRow] = []
    var seriesBreaks: [SeriesBreakRow] = []
    var documents: [DocumentRow] = []
    var harmonisation: [HarmonisationRow] = []
    var skrNames: [String: String] = [:]
    var groups: [GroupRow] = []
    var members: [MembershipRow] = []
    var committeeActivities: [CommitteeActivityRow] = []
    /// What is wrong with rows.
    var problems: [Diagnostic] = []
    /// Where keys are declared.
    var declarations: [Mention] = []
    /// Where keys of other tables are named.
    var references: [Mention] = []
    /// Lists of members by group and version.
    var groupLists: [String: GroupList] = [:]

    /// A row that declares or names a key of a table.
    struct Mention {
        /// The table whose key it is.
        var table: ReferenceTable
        /// The key.
        var key: String
        /// The column that holds it.
        var column: String
        /// The row.
        var row: ReferenceRow
    }

    /// A list of a group's members: for which days it holds and where it comes from.
    struct GroupList {
        /// First day, `YYYY-MM-DD`; empty for no beginning.
        var validFrom: String
        /// First day after the last; empty for no end.
        var validTo: String
        /// Where the list comes from.
        var source: String
    }

    /// The columns that each table must have; none of their cells may be empty.
    static func requiredColumns(of table: ReferenceTable) -> [String] {
        switch table {
        case .municipalities: ["municipality_code", "name", "kind"]
        case .municipalityAliases: ["alias", "municipality_code"]
        case .counties: ["county_code", "county"]
        case .skrGroups: ["skr_group", "name"]
        case .indicators:
            [
                "indicator_code", "title", "unit", "decimals", "value_kind", "polarity",
                "uncertainty", "disclosure",
            ]
        case .indicatorAliases: ["alias", "indicator_code"]
        case .seriesBreaks: ["indicator_code", "year", "reason"]
        case .documents: ["document_code", "title"]
        case .harmonisation: ["rule", "indicator_code", "reason"]
        case .peerGroups: ["group_code", "name", "kind", "list_version"]
        case .peerGroupMembers: ["group_code", "list_version", "municipality_code"]
        case .committeeActivities:
            ["municipality_code", "organisation", "activity_code", "title", "reason"]
        }
    }

    /// Takes the rows of one file.
    mutating func add(_ rows: [ReferenceRow], of table: ReferenceTable) {
        for row in rows where isWhole(row, of: table) {
            switch table {
            case .municipalities: addMunicipality(row)
            case .municipalityAliases:
                municipalityAliases.append(
                    alias(row, code: "municipality_code", of: .municipalities))
            case .counties: break  // Names of counties come with the municipalities.
            case .skrGroups: skrNames[row["skr_group"]] = row["name"]
            case .indicators: addIndicator(row)
            case .indicatorAliases:
                indicatorAliases.append(alias(row, code: "indicator_code", of: .indicators))
            case .seriesBreaks: addSeriesBreak(row)
            case .documents: addDocument(row)
            case .harmonisation: addHarmonisation(row)
            case .peerGroups: addGroup(row)
            case .peerGroupMembers: addMember(row)
            case .committeeActivities: addCommitteeActivity(row)
            }
        }
    }
}
