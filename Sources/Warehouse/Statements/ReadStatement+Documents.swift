public import Indicators
public import Postgres

/// What documents say of money and of absence.
extension ReadStatement {
    /// What the documents of some kommuner say of money, as known at a time.
    public static let listEconomy = Statement(
        "read/list_economy", [[Int16].self, PostgresTimestamp?.self], returning: Int16.self,
        String.self, String.self, String.self, String?.self, Int32.self, String.self, String.self,
        ScaledDecimal?.self, Int16.self, Bool.self, String.self, String.self, String?.self,
        String.self, String.self, String?.self, Int32.self, Int16.self)

    /// Which verksamheter the nämnder of some kommuner answer for.
    public static let listCommitteeActivities = Statement(
        "read/list_committee_activities", [[Int16].self], returning: Int16.self, String.self,
        String.self, String.self)

    /// Absence of a kommun's units that readers may see.
    public static let listAbsence = Statement(
        "read/list_absence", [Int16.self], returning: String.self, String.self, String?.self,
        String.self, String.self, String.self, String.self, String.self, ScaledDecimal?.self,
        String.self, String.self, Int32?.self, String.self, String?.self, String.self,
        String.self, Int32.self)

    /// Of how many units documents state absence, and how many readers may see.
    public static let listAbsenceCoverage = Statement(
        "read/list_absence_coverage", [Int16.self], returning: String.self, Int32.self,
        String.self, String.self, Int64.self, Int64.self)
}
