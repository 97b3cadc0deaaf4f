public import Diagnostics
public import Postgres
public import SourceAdapters
public import Warehouse

/// How a source stands: when it last succeeded, whether that is long ago, what is held back.
public struct SourceStatus: Sendable {
    /// The answer in one word; the raw values are part of the JSON contract.
    public enum Verdict: String, Sendable, Hashable, CaseIterable {
        /// The last complete success is young enough, or no age is declared.
        case fresh
        /// The last complete success is older than the source declares.
        case stale
        /// Slices are held back.
        case held
        /// No age is declared, and the newest run did not succeed.
        case failed
        /// It has never succeeded.
        case never
    }

    /// A slice that is held back.
    public struct Hold: Sendable, Hashable {
        /// Its name: `N00914/2022`.
        public var slice: String
        /// Why, as the ledger says it: `lost-values` or `jumped-values`.
        public var reason: String
        /// Values that the warehouse has of it.
        public var statedValues: Int32
        /// Of these, how many are no longer given a value.
        public var lostValues: Int32
        /// Since when.
        public var since: PostgresTimestamp
    }

    /// The loads of the newest run that loaded anything of it, added up.
    public struct Load: Sendable, Hashable {
        /// The run.
        public var run: Int32
        /// `loaded`, `refused` or `staged`.
        public var state: String
        /// When the last of them was recorded.
        public var recordedAt: PostgresTimestamp
        /// What became of the cells.
        public var counts: LoadCounts
        /// Seconds they took.
        public var seconds: Double
    }

    /// The name of the source.
    public var source: String
    /// What it is called; `nil` for one that no specification describes any more.
    public var title: Text?
    /// How many hours may pass between two complete successes.
    public var expectedEveryHours: Int?
    /// Whether it must be named to be run.
    public var isNamedOnly: Bool
    /// The newest complete success.
    public var lastSuccess: SourceHealth.Event?
    /// The newest failure.
    public var lastFailure: SourceHealth.Event?
    /// The slices that are held back.
    public var holds: [Hold] = []
    /// The newest load.
    public var load: Load?

    /// Describes a source of which nothing has happened.
    public init(
        source: String, title: Text?, expectedEveryHours: Int?, isNamedOnly: Bool,
        lastSuccess: SourceHealth.Event? = nil, lastFailure: SourceHealth.Event? = nil
    ) {
        self.source = source
        self.title = title
        self.expectedEveryHours = expectedEveryHours
        self.isNamedOnly = isNamedOnly
        self.lastSuccess = lastSuccess
        self.lastFailure = lastFailure
    }

    /// Hours since the last complete success; `nil` when there was none.
    public func age(at now: PostgresTimestamp) -> Double? {
        lastSuccess.map { success in
            Double(now.microsecondsSince2000 - success.at.microsecondsSince2000) / 3_600_000_000
        }
    }

    /// The answer at a time.
    public func verdict(at now: PostgresTimestamp) -> Verdict {
        guard let age = age(at: now), let success = lastSuccess else { return .never }
        if let expected = expectedEveryHours, age > Double(expected) { return .stale }
        if !holds.isEmpty { return .held }
        if expectedEveryHours == nil, let failure = lastFailure, failure.run > success.run {
            return .failed
        }
        return .fresh
    }

    /// Whether somebody must see to it: a source that nobody has begun with asks for nothing.
    public func needsAttention(at now: PostgresTimestamp) -> Bool {
        switch verdict(at: now) {
        case .fresh: false
        case .stale, .held, .failed: true
        case .never: lastFailure != nil || load != nil || expectedEveryHours != nil && !isNamedOnly
        }
    }
}

/// How all sources stand, with the newest run.
public struct WarehouseStatus: Sendable {
    /// A run of the ledger.
    public struct Run: Sendable {
        /// Its number.
        public var number: Int32
        /// What was asked for.
        public var command: String
        /// Who ran it.
        public var operatorName: String
        /// Where.
        public var host: String
        /// When it began.
        public var began: PostgresTimestamp
        /// When it ended; `nil` while it goes on, or when it was broken off.
        public var ended: PostgresTimestamp?
        /// The status it ended with.
        public var exitStatus: Int16?
    }

    /// The time at which this was true.
    public var now: PostgresTimestamp
    /// The sources, by name.
    public var sources: [SourceStatus]
    /// The newest run; `nil` when there has been none.
    public var run: Run?

    /// Whether somebody must see to anything.
    public var needsAttention: Bool { sources.contains { $0.needsAttention(at: now) } }

    /// Reads how sources stand.
    ///
    /// - Parameters:
    ///   - connection: a session of `riktmarke_etl`.
    ///   - specifications: what is declared of the sources; those of the ledger stand beside them.
    /// - Returns: the status of every source that either knows and that states figures.
    /// - Throws: what the server reports.
    public static func read(
        _ connection: inout Connection, _ specifications: [SourceSpec]
    ) throws -> WarehouseStatus {
        var all: [String: SourceStatus] = [:]
        for spec in specifications where spec.reference == nil {
            all[spec.name] = SourceStatus(
                source: spec.name, title: spec.title, expectedEveryHours: spec.expectedEveryHours,
                isNamedOnly: !spec.inAll)
        }
        func known(_ source: String) -> SourceStatus {
            all[source]
                ?? SourceStatus(
                    source: source, title: nil, expectedEveryHours: nil, isNamedOnly: true)
        }
        for health in try SourceHealth.all(&connection) {
            var status = known(health.source)
            status.lastSuccess = health.lastSuccess
            status.lastFailure = health.lastFailure
            all[health.source] = status
        }
        for row in try connection.rows(LoadStatement.listLoadStatus) {
            var status = known(row.0)
            var counts = LoadCounts()
            counts.read = row.6
            counts.rejected = row.7
            counts.new = row.8
            counts.revised = row.9
            counts.unchanged = row.10
            counts.withdrawn = row.11
            counts.missing = row.12
            status.load = SourceStatus.Load(
                run: row.2, state: row.4, recordedAt: row.5, counts: counts, seconds: row.13)
            all[row.0] = status
        }
        for row in try connection.rows(SliceStatement.listOpenHolds) {
            all[row.0]?.holds.append(
                SourceStatus.Hold(
                    slice: "\(row.1)/\(row.2)", reason: row.3, statedValues: row.4,
                    lostValues: row.5, since: row.7))
        }
        return WarehouseStatus(
            now: try RunLedger.now(&connection),
            sources: all.values.sorted { $0.source < $1.source }, run: try newestRun(&connection))
    }

    private static func newestRun(_ connection: inout Connection) throws -> Run? {
        guard let row = try connection.firstRow(LoadStatement.listRuns, Int32(1)) else {
            return nil
        }
        return Run(
            number: row.0, command: row.1, operatorName: row.2, host: row.3, began: row.4,
            ended: row.5, exitStatus: row.6)
    }
}
