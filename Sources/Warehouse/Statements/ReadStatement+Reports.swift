public import Postgres

extension ReadStatement {
    /// Where the figures of a comparison come from: every statement known at one time.
    public static let figureOrigins = Statement(
        "read/figure_origins",
        [Int32.self, Int32.self, Int16.self, [Int16].self, PostgresTimestamp?.self],
        returning: Int16.self, String.self, String.self, String.self, String?.self, String?.self,
        Int32.self, Int32?.self, String?.self, [UInt8]?.self, Int32.self, Int16.self, Int32?.self,
        PostgresTimestamp.self)
}
