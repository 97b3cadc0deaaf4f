public import Postgres

/// Queries that keep what a source's catalogue says.
public enum CatalogueStatement {
    private static var versionTypes: [any PostgresEncodable.Type] {
        [
            Int16.self, [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [String].self, [String].self, [String].self, [String].self,
            [String].self, [Bool].self, [Bool].self, [Bool].self,
        ]
    }
    private static var descriptionTypes: [any PostgresEncodable.Type] {
        [
            [String].self, [String].self, [String].self, [String].self, [Int16].self, [String].self,
            [String].self, [String].self, [String].self,
        ]
    }

    /// Adds what a catalogue says of indicators of which it said nothing.
    public static let addCatalogueVersions = Statement(
        "catalogue/add_catalogue_versions", versionTypes, returning: Int64.self)

    /// Adds descriptions from the catalogue to indicators that have none.
    public static let addDescriptions = Statement(
        "catalogue/add_descriptions", descriptionTypes, returning: Int64.self)

    private static var groupTypes: [any PostgresEncodable.Type] {
        [
            Int16.self, [String].self, [String].self, [String].self, [String].self, [Int16].self,
        ]
    }

    /// Records groups of indicators that the warehouse does not know.
    public static let insertIndicatorGroups = Statement(
        "catalogue/insert_indicator_groups", [Int16.self, [String].self], returning: Int64.self)

    /// Closes titles of groups of indicators, and memberships, that are no longer listed so.
    public static let closeIndicatorGroups = Statement(
        "catalogue/close_indicator_groups", groupTypes, returning: Int64.self)

    /// Adds titles of groups of indicators, and memberships, that are listed and not there.
    public static let addIndicatorGroups = Statement(
        "catalogue/add_indicator_groups", groupTypes, returning: Int64.self)

    /// Adds units that the warehouse does not know.
    public static let addUnits = Statement(
        "catalogue/add_units", [[String].self, [String].self, [String].self],
        returning: Int64.self)

    /// Closes what a catalogue no longer says.
    public static let closeCatalogueVersions = Statement(
        "catalogue/close_catalogue_versions", versionTypes + [Bool.self], returning: Int64.self,
        Int64.self)

    /// Closes descriptions that were taken from the catalogue, where it now gives another one.
    public static let closeDescriptions = Statement(
        "catalogue/close_descriptions", descriptionTypes, returning: Int64.self)

    /// How many indicators a catalogue held when it was last loaded.
    public static let countVersions = Statement(
        "catalogue/count_versions", [Int16.self], returning: Int64.self)

    /// Records a catalogue that was loaded.
    public static let insertLoad = Command(
        "catalogue/insert_load",
        [
            Int32.self, Int16.self, [UInt8].self, Int32.self, Int32.self, Int32.self,
            Int32.self, Int32.self, Int32.self, Int32.self, Int32.self, Int32.self,
        ])

    /// The current memberships of groups that come from a catalogue.
    public static let listMemberships = Statement(
        "catalogue/list_memberships", returning: String.self, String.self, String.self,
        String.self)

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [
            addCatalogueVersions.erased, addDescriptions.erased, addUnits.erased,
            closeCatalogueVersions.erased, closeDescriptions.erased, countVersions.erased,
            insertLoad.erased, listMemberships.erased, insertIndicatorGroups.erased,
            closeIndicatorGroups.erased, addIndicatorGroups.erased,
        ]
    }
}
