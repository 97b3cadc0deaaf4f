public import Indicators
public import Postgres

extension ReadStatement {
    /// Where the figures of a comparison come from: every statement known at one time.
    public static let figureOrigins = Statement(
        "read/figure_origins",
        [Int32.self, Int32.self, Int16.self, [Int16].self, PostgresTimestamp?.self],
        returning: Int16.self, String.self, String.self, String.self, String?.self, String?.self,
        Int32.self, Int32?.self, String?.self, [UInt8]?.self, Int32.self, Int16.self, Int32?.self,
        PostgresTimestamp.self)

    /// What is stated now of the indicators that a draft names, for one kommun.
    public static let listOutcomesByName = Statement(
        "read/list_outcomes_by_name", [String.self, [String].self], returning: String.self,
        String.self, String.self, String.self, ScaledDecimal.self, String.self)

    /// What is declared about the figures of an indicator in some documents, and in all.
    public static let listHarmonisation = Statement(
        "read/list_harmonisation", [Int32.self, [String].self], returning: String.self,
        String.self, String.self, String.self, String.self)
}
