internal import Diagnostics
internal import Indicators
public import Postgres
internal import SourceAdapters
public import Warehouse

/// Loads a source by slices: compares digests first, sends only what has changed, merges it in
/// transactions of whole slices.
///
/// A first load into facts that are next to empty is one transaction, which builds the indexes at
/// its end. What was sent is proved by exact sums before it counts. Whatever the moment at which a
/// run is broken off, the next one goes on from what is committed.
public struct SliceLoader: Sendable {
    /// What the source was asked for.
    public let request: SliceRequest
    /// The run, as the ledger numbers it.
    public let run: Int32

    /// From how many rows on a first load builds the indexes at its end.
    static let bulkRows = 50_000
    /// With how many figures of other sources it still does.
    static let bulkNeighbours: Int64 = 500_000

    /// Prepares a load; the run holds the lock that one run at a time holds.
    public init(_ request: SliceRequest, run: Int32) {
        self.request = request
        self.run = run
    }

    /// One transaction of slices that is lasting.
    public struct Commit: Sendable {
        /// The load, as the ledger numbers it.
        public var load: Int32
        /// Slices that were merged.
        public var slices: Int
        /// Slices that were held back.
        public var held: Int
        /// What became of their rows.
        public var counts: LoadCounts
        /// Seconds it took.
        public var seconds: Double
        /// Whether places are left to be computed, which somebody may begin with now: never while
        /// more of the facts may change, since what changes meanwhile would go unnoticed.
        public var leavesPlaces: Bool

        init(
            since before: (report: SliceReport, time: ContinuousClock.Instant),
            _ state: SliceLoadState, isLast: Bool = false
        ) {
            load = state.report.loads.last ?? 0
            leavesPlaces = isLast && state.report.leavesPlaces
            slices = state.report.loadedSlices - before.report.loadedSlices
            held = state.report.held.count - before.report.held.count
            counts = state.report.counts
            counts.subtract(before.report.counts)
            seconds = (ContinuousClock.now - before.time) / .seconds(1)
        }
    }

    /// Loads.
    ///
    /// - Parameters:
    ///   - connection: a session of `riktmarke_etl`, outside of any transaction.
    ///   - progress: hears how many rows have come by so far.
    ///   - committed: hears of each transaction of slices once it is lasting.
    ///   - rejects: gives, behind the last slice, what the reader could not use.
    ///   - prove: called once, before slices are made lasting; what it throws ends the load.
    ///   - next: gives the next slice, or `nil` after the last. A slice that does not come is left
    ///     as it is. What it throws ends the load; what is committed stays.
    /// - Returns: what became of the slices.
    /// - Throws: what `next` throws, `Failure` when what was sent did not arrive, or what the server
    ///   reports.
    public func load(
        _ connection: inout Connection, progress: (Int64) -> Void = { _ in },
        committed: (Commit) -> Void = { _ in }, rejects: () -> [SliceReject] = { [] },
        prove: () throws -> Void = {}, next: () throws -> Slice?
    ) throws -> SliceReport {
        let started = ContinuousClock.now
        var state = try connection.transaction(.readWrite) { connection in
            try SliceLoadState(self, &connection)
        }
        // A first load looks far enough ahead to know whether it is a large one.
        let ahead = max(request.rowsInTransaction, Self.bulkRows)
        var isProved = false
        func proveOnce() throws {
            if !isProved { try prove() }
            isProved = true
        }
        var batch = try state.collect(
            rows: state.isFirstLoad ? ahead : request.rowsInPiece, progress: progress, next)
        if state.isFirstLoad, batch.rows >= Self.bulkRows,
            try OutcomeMerge.countFacts(&connection) <= Self.bulkNeighbours
        {
            batch = try fill(
                &connection, batch, &state, progress: progress, prove: proveOnce, next)
            committed(Commit(since: (.init(), started), state, isLast: batch.slices.isEmpty))
        }
        while !batch.slices.isEmpty {
            let before = (report: state.report, time: ContinuousClock.now)
            batch = try merge(
                &connection, batch, &state, progress: progress, prove: proveOnce, next)
            committed(Commit(since: before, state))
            // Outside of the transaction: a source may be slow to answer.
            if batch.slices.isEmpty {
                batch = try state.collect(
                    rows: request.rowsInPiece, progress: progress, next)
            }
        }
        if !state.report.loads.isEmpty { try SliceStore.clearStaging(&connection) }
        try close(&connection, &state, rejects())
        state.report.seconds = (ContinuousClock.now - started) / .seconds(1)
        return state.report
    }

    /// Whether the last load of the source had this identity, so that there is nothing to do.
    public static func isRepetition(
        _ connection: inout Connection, source: String, identity: [UInt8]
    ) throws -> Bool {
        try connection.rows(LoadStatement.findLastIdentity, source).first.map { $0 == identity }
            ?? false
    }

    /// Opens a load of some slices.
    func begin(
        _ connection: inout Connection, _ state: SliceLoadState, _ digests: [[UInt8]]
    ) throws -> Int32 {
        try LoadLedger.begin(
            &connection, run: run, source: state.store.source,
            identity: try LoadIdentity.digest(of: digests), files: [])
    }

    /// The last load of a run accounts for what was not sent, and carries the run's identity.
    private func close(
        _ connection: inout Connection, _ state: inout SliceLoadState, _ rejects: [SliceReject]
    ) throws {
        let closing = state
        let load = try connection.transaction(.readWrite) { connection in
            try closing.store.meetHolds(&connection, run: run, closing.metHolds)
            try closing.store.endHolds(&connection, closing.passedHolds)
            let load = try LoadLedger.begin(
                &connection, run: run, source: closing.store.source,
                identity: try closing.identity
                    ?? LoadIdentity.digest(of: [Array("slices".utf8)]), files: [])
            try connection.perform(
                SliceStatement.noteSlices, load, 0 as Int64, 0 as Int32,
                Int32(closing.report.unchangedSlices), Int32(closing.metHolds.count))
            var writer = SliceWriter(load: load, store: closing.store)
            try writer.keep(rejects, &connection)
            var counts = LoadCounts()
            counts.read = closing.unchangedRows
            counts.unchanged = closing.unchangedRows
            try LoadLedger.finish(
                &connection, load: load, state: .loaded, counts: counts,
                seconds: (ContinuousClock.now - closing.started) / .seconds(1),
                leavesPlaces: closing.report.leavesPlaces)
            return load
        }
        state.report.loads.append(load)
        state.report.counts.read += state.unchangedRows
        state.report.counts.unchanged += state.unchangedRows
    }
}
