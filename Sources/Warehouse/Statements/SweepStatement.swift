public import Postgres

/// Queries about what a service has been asked.
public enum SweepStatement {
    /// Records what a service has been asked, before any of it is loaded.
    public static let beginSweep = Command(
        "sweep/begin_sweep",
        [
            Int32.self, Int16.self, [UInt8].self, PostgresTimestamp.self, PostgresDate.self,
            [String].self,
        ])

    /// When a service was last asked a question in full and with nothing left over.
    public static let findSweeps = Statement(
        "sweep/find_sweeps", [String.self, [UInt8].self], returning: PostgresTimestamp.self,
        [String].self, PostgresTimestamp?.self)

    /// Records that all of a sweep was fetched and loaded.
    public static let finishSweep = Command(
        "sweep/finish_sweep", [Int32.self, Int16.self, Bool.self])

    /// All of them, for the test that prepares each.
    public static var all: [AnyStatement] {
        [beginSweep.erased, findSweeps.erased, finishSweep.erased]
    }
}
