public import Postgres

/// Queries that keep dimensions and peer groups.
public enum ReferenceStatement {
    /// Adds tasks of nämnder that are declared and not there; runs after the removal.
    public static let addCommitteeActivities = Statement(
        "reference/add_committee_activities",
        [[String].self, [String].self, [String].self, [String].self, [String].self, [String].self],
        returning: Int64.self)

    /// Adds memberships that are declared and not there; runs after close_group_members.
    public static let addGroupMembers = Statement(
        "reference/add_group_members",
        [[String].self, [String].self, [String].self, [String].self, [String].self, [String].self],
        returning: Int64.self)

    /// Adds names of indicators that are declared and not there; runs after the removal.
    public static let addIndicatorAliases = Statement(
        "reference/add_indicator_aliases",
        [[String].self, [String].self, [String].self, [String].self], returning: Int64.self)

    /// Adds a description to indicators that have no current one; runs after close_indicator_versions.
    public static let addIndicatorVersions = Statement(
        "reference/add_indicator_versions",
        [
            [String].self, [String].self, [String].self, [String].self, [Int16].self, [String].self,
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self,
        ], returning: Int64.self)

    /// Adds spellings of municipalities that are declared and not there; runs after the removal.
    public static let addMunicipalityAliases = Statement(
        "reference/add_municipality_aliases",
        [[String].self, [String].self, [String].self, [String].self], returning: Int64.self)

    /// Adds the versions of municipalities that are wanted and not there; runs after replace_municipality_versions.
    public static let addMunicipalityVersions = Statement(
        "reference/add_municipality_versions",
        [
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [Int16].self,
        ], returning: Int64.self)

    /// Adds what is declared about figures of different reports and not there; runs after the removal.
    public static let addHarmonisation = Statement(
        "reference/add_harmonisation", Array(repeating: [String].self, count: 7),
        returning: Int64.self)

    /// Removes what is no longer declared about figures of different reports, or declared otherwise.
    public static let removeHarmonisation = Statement(
        "reference/remove_harmonisation", Array(repeating: [String].self, count: 7),
        returning: Int64.self)

    /// Adds breaks in series that are declared and not there; runs after the removal.
    public static let addSeriesBreaks = Statement(
        "reference/add_series_breaks", [[String].self, [Int16].self, [String].self],
        returning: Int64.self)

    /// Closes memberships of the given kinds of groups that are no longer declared; nothing is deleted.
    public static let closeGroupMembers = Statement(
        "reference/close_group_members",
        [
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [String].self,
        ], returning: Int64.self)

    /// Closes the current description of indicators whose description has changed.
    public static let closeIndicatorVersions = Statement(
        "reference/close_indicator_versions",
        [
            [String].self, [String].self, [String].self, [String].self, [Int16].self, [String].self,
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self,
        ], returning: Int64.self)

    /// Closes the memberships of one of the user's own groups: of some members, or of all.
    public static let closeOwnGroupMembers = Statement(
        "reference/close_own_group_members", [String.self, [String].self], returning: Int64.self)

    /// A peer group and its current members.
    public static let findPeerGroup = Statement(
        "reference/find_peer_group", [String.self], returning: String.self, String.self,
        String.self, String?.self)

    /// The newest load of a reference file.
    public static let findReferenceLoad = Statement(
        "reference/find_reference_load", [String.self, String.self], returning: [UInt8].self)

    /// Records a reference file that was loaded.
    public static let insertReferenceLoad =
        Command(
            "reference/insert_reference_load",
            [Int32.self, String.self, String.self, [UInt8].self, Int32.self, Int32.self]
        )

    /// Groups that exist already as another kind than the one declared.
    public static let listGroupConflicts = Statement(
        "reference/list_group_conflicts", [[String].self, [String].self], returning: String.self,
        String.self)

    /// Removes tasks of nämnder that are no longer declared, or declared otherwise.
    public static let removeCommitteeActivities = Statement(
        "reference/remove_committee_activities",
        [[String].self, [String].self, [String].self, [String].self, [String].self, [String].self],
        returning: Int64.self)

    /// Removes names of indicators that are no longer declared, or declared otherwise.
    public static let removeIndicatorAliases = Statement(
        "reference/remove_indicator_aliases",
        [[String].self, [String].self, [String].self, [String].self], returning: Int64.self)

    /// Removes spellings of municipalities that are no longer declared, or declared otherwise.
    public static let removeMunicipalityAliases = Statement(
        "reference/remove_municipality_aliases",
        [[String].self, [String].self, [String].self, [String].self], returning: Int64.self)

    /// Removes breaks in series that are no longer declared, or declared otherwise.
    public static let removeSeriesBreaks = Statement(
        "reference/remove_series_breaks", [[String].self, [Int16].self, [String].self],
        returning: Int64.self)

    /// Replaces the versions of municipalities by the wanted ones; unchanged versions are not touched.
    public static let replaceMunicipalityVersions = Statement(
        "reference/replace_municipality_versions",
        [
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [Int16].self,
        ], returning: Int64.self)

    /// Registers documents, or corrects what is registered of them.
    public static let upsertDocuments = Statement(
        "reference/upsert_documents",
        [
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [String].self, [String].self, [String].self, [String].self,
        ], returning: Int64.self)

    /// Adds the indicators that the dimension does not have yet.
    public static let upsertIndicators = Statement(
        "reference/upsert_indicators", [[String].self], returning: Int64.self)

    /// Records municipalities, regions and the nation; adds the ones that are new.
    public static let upsertMunicipalities = Statement(
        "reference/upsert_municipalities", [[String].self, [String].self], returning: Int64.self)

    /// Records peer groups; a group's code keeps its kind.
    public static let upsertPeerGroups = Statement(
        "reference/upsert_peer_groups", [[String].self, [String].self, [String].self],
        returning: Int64.self)

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [
            addCommitteeActivities.erased,
            addGroupMembers.erased,
            addIndicatorAliases.erased,
            addIndicatorVersions.erased,
            addMunicipalityAliases.erased,
            addMunicipalityVersions.erased,
            addHarmonisation.erased,
            removeHarmonisation.erased,
            addSeriesBreaks.erased,
            closeGroupMembers.erased,
            closeIndicatorVersions.erased,
            closeOwnGroupMembers.erased,
            findPeerGroup.erased,
            findReferenceLoad.erased,
            insertReferenceLoad.erased,
            listGroupConflicts.erased,
            removeCommitteeActivities.erased,
            removeIndicatorAliases.erased,
            removeMunicipalityAliases.erased,
            removeSeriesBreaks.erased,
            replaceMunicipalityVersions.erased,
            upsertDocuments.erased,
            upsertIndicators.erased,
            upsertMunicipalities.erased,
            upsertPeerGroups.erased,
        ]
    }
}
