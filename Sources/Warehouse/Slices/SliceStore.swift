public import Postgres

/// What the warehouse keeps of a source's slices, and how staged ones get into the facts.
///
/// Every function runs inside the caller's transaction.
public struct SliceStore: Sendable {
    /// Key of the source.
    public let source: Int16
    /// Key of the document that its figures belong to.
    public let document: Int32
    /// Key of the set of units asked for.
    public let scope: Int32

    /// A slice as last merged.
    public struct Known: Sendable {
        /// Digest of its rows.
        public var digest: [UInt8]
        /// How many rows it had.
        public var rows: Int32

        /// Describes a slice as last merged.
        public init(digest: [UInt8], rows: Int32) {
            self.digest = digest
            self.rows = rows
        }
    }

    /// Names the slices of a source in a scope.
    public init(source: Int16, document: Int32, scope: Int32) {
        self.source = source
        self.document = document
        self.scope = scope
    }

    /// The key of a set of units; `nil` for all units.
    public static func scope(
        _ connection: inout Connection, source: Int16, municipalities: [Int16]?
    ) throws(PostgresError) -> Int32 {
        try connection.onlyRow(SliceStatement.findScope, source, municipalities?.sorted())
    }

    /// Whether anything of the source has ever been loaded.
    public func hasBeenLoaded(_ connection: inout Connection) throws(PostgresError) -> Bool {
        try connection.onlyRow(SliceStatement.hasBeenLoaded, source, document)
    }

    /// The slices whose digests are known.
    public func digests(
        _ connection: inout Connection
    ) throws(PostgresError) -> [SliceKey: Known] {
        var known: [SliceKey: Known] = [:]
        for (indicator, period, rows, digest) in try connection.rows(
            SliceStatement.listDigests, source, scope)
        {
            known[SliceKey(indicator: indicator, period: period)] = Known(
                digest: digest, rows: rows)
        }
        return known
    }

    /// The slices that are held back now, with the digests of what is held.
    public func holds(
        _ connection: inout Connection
    ) throws(PostgresError) -> [SliceKey: (digest: [UInt8], held: HeldSlice)] {
        var holds: [SliceKey: (digest: [UInt8], held: HeldSlice)] = [:]
        for row in try connection.rows(SliceStatement.listHolds, source, scope) {
            let key = SliceKey(indicator: row.0, period: row.1)
            holds[key] = (
                row.2,
                HeldSlice(
                    slice: key, reason: HeldSlice.Reason(rawValue: row.3) ?? .lostValues,
                    statedValues: row.4, lostValues: row.5, typicalFactor: row.6)
            )
        }
        return holds
    }

    /// Notes that slices which are held back were met again with the same rows.
    public func meetHolds(
        _ connection: inout Connection, run: Int32, _ slices: [SliceKey]
    ) throws(PostgresError) {
        guard !slices.isEmpty else { return }
        try connection.perform(
            SliceStatement.meetHolds, source, scope, run, slices.map(\.indicator),
            slices.map(\.period))
    }

    /// Ends holds of slices whose figures are, after all, those that the warehouse has.
    public func endHolds(
        _ connection: inout Connection, _ slices: [SliceKey]
    ) throws(PostgresError) {
        guard !slices.isEmpty else { return }
        try connection.perform(
            SliceStatement.endHolds, source, scope, slices.map(\.indicator), slices.map(\.period))
    }

    /// Staged slices that the rules would hold back.
    public func suspicious(
        _ connection: inout Connection, rules: HoldbackRules
    ) throws(PostgresError) -> [HeldSlice] {
        try connection.rows(
            SliceStatement.findSuspicious, document, rules.maxLostShare, rules.maxFactor,
            rules.minimumValues
        ).map { row in
            HeldSlice(
                slice: SliceKey(indicator: row.0, period: row.1),
                reason: HeldSlice.Reason(rawValue: row.2) ?? .lostValues, statedValues: row.3,
                lostValues: row.4, typicalFactor: row.5)
        }
    }

    /// Takes slices out of staging and records that they are held back.
    public func hold(
        _ connection: inout Connection, run: Int32, _ held: [HeldSlice]
    ) throws(PostgresError) {
        guard !held.isEmpty else { return }
        let indicators = held.map(\.slice.indicator)
        let periods = held.map(\.slice.period)
        try connection.perform(SliceStatement.replaceHolds, source, scope, indicators, periods)
        _ = try connection.onlyRow(
            SliceStatement.holdStaged, source, run, indicators, periods,
            held.map(\.reason.rawValue), held.map(\.statedValues), held.map(\.lostValues),
            held.map { $0.typicalFactor ?? 0 })
    }

    /// Marks staged slices that would be held back, had nobody accepted them.
    public func accept(
        _ connection: inout Connection, _ slices: [SliceKey]
    ) throws(PostgresError) {
        guard !slices.isEmpty else { return }
        try connection.perform(
            SliceStatement.acceptStaged, slices.map(\.indicator), slices.map(\.period))
    }

    /// Merges what is staged and accounts for each slice.
    public func merge(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> (new: Int64, revised: Int64, withdrawn: Int64) {
        let merged = try connection.onlyRow(SliceStatement.mergeSlices, load, document)
        _ = try connection.onlyRow(SliceStatement.recordSlices, load, source)
        return (merged.0, merged.1, merged.2)
    }

    /// Accounts for the slices of a first load, whose figures are in the facts already.
    public func recordFilled(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> Int64 {
        let new = try connection.onlyRow(SliceStatement.fillLedger, load)
        _ = try connection.onlyRow(SliceStatement.recordSlices, load, source)
        return new
    }
}

extension SliceStore {
    /// Empties the staging of slices; outside of transactions where it may hold much.
    public static func clearStaging(_ connection: inout Connection) throws(PostgresError) {
        try StagingTables.slices.clear(&connection)
    }

    /// Staged slices that do not hold what was sent; there must be none.
    public static func torn(
        _ connection: inout Connection
    ) throws(PostgresError) -> [SliceKey] {
        try connection.rows(SliceStatement.checkStaged).map {
            SliceKey(indicator: $0.0, period: $0.1)
        }
    }

    /// Whether a first load has written what was sent: every slice, and nothing else.
    public static func isFilled(
        _ connection: inout Connection, load: Int32
    ) throws(PostgresError) -> Bool {
        try connection.onlyRow(SliceStatement.checkFilled, load)
    }

    /// Adds indicators that no catalogue describes, marked so, and returns their keys by code.
    public static func addMissingIndicators(
        _ connection: inout Connection, codes: [String]
    ) throws(PostgresError) -> [(key: Int32, code: String)] {
        guard !codes.isEmpty else { return [] }
        return try connection.rows(SliceStatement.addMissingIndicators, codes).map {
            (key: $0.0, code: $0.1)
        }
    }
}
