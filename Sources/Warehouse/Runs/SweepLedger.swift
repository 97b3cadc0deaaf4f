public import Postgres

/// What a service has been asked: for everything, or for what had changed since a day.
public struct Sweep: Sendable, Hashable {
    /// SHA-256 over the service and what is wanted of it, the day left out; 32 bytes.
    public var question: [UInt8]
    /// When the first request was made.
    public var beganAt: PostgresTimestamp
    /// The day since which changes were asked for; `nil` for everything.
    public var changedSince: PostgresDate?
    /// The indicators asked for; recorded of a full sweep only.
    public var indicators: [String]

    /// Describes a sweep.
    public init(
        question: [UInt8], beganAt: PostgresTimestamp, changedSince: PostgresDate?,
        indicators: [String]
    ) {
        self.question = question
        self.beganAt = beganAt
        self.changedSince = changedSince
        self.indicators = indicators
    }
}

/// The ledger of sweeps, by which a run decides whether it may ask for changes alone.
public enum SweepLedger {
    /// The sweeps that a later one may build upon.
    public struct Known: Sendable, Hashable {
        /// When the newest whole full sweep began.
        public var fullBeganAt: PostgresTimestamp
        /// The indicators that it asked for.
        public var indicators: [String]
        /// When the newest sweep began of which nothing is left to be asked again.
        public var settledBeganAt: PostgresTimestamp?
    }

    /// What is known of a question; `nil` before its first whole full sweep, and after a file or an
    /// older snapshot has changed figures of the source.
    public static func known(
        _ connection: inout Connection, source: String, question: [UInt8]
    ) throws(PostgresError) -> Known? {
        guard let row = try connection.firstRow(SweepStatement.findSweeps, source, question) else {
            return nil
        }
        return Known(fullBeganAt: row.0, indicators: row.1, settledBeganAt: row.2)
    }

    /// Records a sweep of a source that the dimension has, before any of it is loaded.
    public static func begin(
        _ connection: inout Connection, run: Int32, source: Int16, _ sweep: Sweep
    ) throws(PostgresError) {
        try connection.perform(
            SweepStatement.beginSweep, run, source, sweep.question, sweep.beganAt,
            sweep.changedSince, sweep.changedSince == nil ? sweep.indicators : nil)
    }

    /// Records that all of a sweep is loaded, and whether nothing of it is left over.
    public static func finish(
        _ connection: inout Connection, run: Int32, source: Int16, isSettled: Bool
    ) throws(PostgresError) {
        try connection.perform(SweepStatement.finishSweep, run, source, isSettled)
    }
}
