internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

extension SliceLoader {
    /// What one transaction has done.
    private struct Merged {
        var load: Int32
        var counts = LoadCounts()
        var slices = 0
        var held = 0
        var rows = 0
        /// Slices that were collected and did not fit into it.
        var rest = SliceLoadState.Batch()
    }

    /// Merges slices in one transaction, piece by piece.
    ///
    /// Each piece is sent to staging and proved to have arrived, what is suspicious is held back, the rest
    /// merged. What comes next is read while the server merges and brings places up to date.
    ///
    /// - Returns: slices that were collected and did not fit into the transaction.
    func merge(
        _ connection: inout Connection, _ first: SliceLoadState.Batch,
        _ state: inout SliceLoadState, progress: (Int64) -> Void, prove: () throws -> Void,
        _ next: () throws -> Slice?
    ) throws -> SliceLoadState.Batch {
        let started = ContinuousClock.now
        var working = state
        try SliceStore.clearStaging(&connection)
        let merged = try connection.transaction(.readWrite) { connection in
            let load = try begin(&connection, working, first.slices.map(\.digest))
            var merged = Merged(load: load)
            merged.rest = try takePieces(
                &connection, load: load, first, &working, rows: request.rowsInPiece,
                progress: progress, next
            ) { connection, piece, state, writer in
                try merge(&connection, piece, &merged, &state, writer)
                guard request.comesInPieces, merged.rows < request.rowsInTransaction else {
                    return false
                }
                if !state.report.leavesPlaces { try KeptPlaces.beginRefresh(&connection) }
                return true
            }
            try prove()
            try finish(
                &connection, load: load, merged.counts, slices: merged.slices,
                held: merged.held, since: started, leavesPlaces: working.report.leavesPlaces)
            return merged
        }
        state = working
        state.report.counts.add(merged.counts)
        state.report.loads.append(merged.load)
        return merged.rest
    }

    private func merge(
        _ connection: inout Connection, _ piece: SliceLoadState.Batch, _ merged: inout Merged,
        _ state: inout SliceLoadState, _ writer: SliceWriter
    ) throws {
        // What an earlier piece has left.
        if merged.slices + merged.held > 0 { try SliceStore.clearStaging(&connection) }
        try writer.stage(piece.slices, &connection)
        try writer.keepRejects(of: piece.slices, &connection)
        try prove(try SliceStore.torn(&connection).isEmpty)
        let held = try holdBack(&connection, piece.slices, state.store)
        let heldKeys = Set(held.map(\.slice.key))
        let slices = piece.slices.filter { !heldKeys.contains($0.key) }
        merged.counts.add(
            try mergeStaged(&connection, load: merged.load, slices, state.store))
        merged.slices += slices.count
        merged.held += held.count
        merged.rows += piece.rows
        state.remember(slices)
        state.remember(held: held)
    }

    private func holdBack(
        _ connection: inout Connection, _ slices: [PreparedSlice], _ store: SliceStore
    ) throws -> [(slice: PreparedSlice, held: HeldSlice)] {
        let suspicious = try store.suspicious(&connection, rules: request.rules)
        guard !suspicious.isEmpty else { return [] }
        let byKey = Dictionary(
            slices.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        var held: [(slice: PreparedSlice, held: HeldSlice)] = []
        var accepted: [SliceKey] = []
        for found in suspicious {
            guard let slice = byKey[found.slice] else { continue }
            if request.accepted.accepts(slice.name) {
                accepted.append(found.slice)
            } else {
                held.append((slice, found))
            }
        }
        try store.accept(&connection, accepted)
        try store.hold(&connection, run: run, held.map(\.held))
        return held
    }

    private func mergeStaged(
        _ connection: inout Connection, load: Int32, _ slices: [PreparedSlice],
        _ store: SliceStore
    ) throws -> LoadCounts {
        var counts = LoadCounts()
        var staged: Int64 = 0
        for slice in slices {
            counts.add(slice.counts)
            staged += Int64(slice.rows.count - slice.deletionRows)
        }
        let merged = try store.merge(&connection, load: load)
        counts.new = merged.new
        counts.revised = merged.revised
        counts.withdrawn = merged.withdrawn
        counts.unchanged = staged - merged.new - merged.revised
        return counts
    }

    /// Balances the ledger; the last statements before the commit.
    func finish(
        _ connection: inout Connection, load: Int32, _ counts: LoadCounts, slices: Int,
        held: Int, since started: ContinuousClock.Instant, leavesPlaces: Bool
    ) throws {
        try connection.perform(
            SliceStatement.noteSlices, load, counts.deletions, Int32(slices), 0 as Int32,
            Int32(held))
        try LoadLedger.finish(
            &connection, load: load, state: .loaded, counts: counts,
            seconds: (ContinuousClock.now - started) / .seconds(1), leavesPlaces: leavesPlaces)
    }

    /// Ends the load unless what was sent is what arrived.
    func prove(_ isIntact: Bool) throws {
        guard isIntact else {
            throw Failure(
                .tryAgain, code: "load.staging-lost",
                Text(
                    sv: "det som kom fram till databasen är inte det som skickades",
                    en: "what arrived in the database is not what was sent"),
                at: .table(name: "staging.slice_value"),
                hint: Text(sv: "kör igen", en: "run again"))
        }
    }
}
