internal import Diagnostics
internal import Postgres
internal import Warehouse

extension SliceLoader {
    /// What the one transaction of a first load has done.
    private struct Filled {
        var load: Int32
        var counts = LoadCounts()
        var slices = 0
        /// Slices that came a second time: merged afterwards.
        var rest = SliceLoadState.Batch()
    }

    /// One transaction: writes every slice straight to the facts, builds the indexes at the end.
    ///
    /// - Returns: slices that are left for ordinary merges: what came a second time, and everything
    ///   after it.
    func fill(
        _ connection: inout Connection, _ first: SliceLoadState.Batch,
        _ state: inout SliceLoadState, progress: (Int64) -> Void, prove: () throws -> Void,
        _ next: () throws -> Slice?
    ) throws -> SliceLoadState.Batch {
        let started = ContinuousClock.now
        var working = state
        try SliceStore.clearStaging(&connection)
        let filled = try connection.transaction(.readWrite) { connection in
            let load = try begin(&connection, working, [Array("first load".utf8)])
            var filled = Filled(load: load)
            try OutcomeMerge.withoutIndexes(&connection) { connection in
                filled.rest = try takePieces(
                    &connection, load: load, first, &working, rows: request.rowsInTransaction,
                    progress: progress, next
                ) { connection, piece, state, writer in
                    try writer.fill(piece.slices, &connection)
                    try writer.keepRejects(of: piece.slices, &connection)
                    for slice in piece.slices { filled.counts.add(slice.counts) }
                    filled.slices += piece.slices.count
                    state.remember(piece.slices)
                    return true
                }
                if !filled.rest.slices.isEmpty { try prove() }
                try self.prove(try SliceStore.isFilled(&connection, load: load))
            }
            filled.counts.new = try working.store.recordFilled(&connection, load: load)
            try finish(
                &connection, load: load, filled.counts, slices: filled.slices, held: 0,
                since: started, leavesPlaces: true)
            return filled
        }
        state = working
        state.report.counts.add(filled.counts)
        state.report.loads.append(filled.load)
        state.report.provedLoads.append(filled.load)
        return filled.rest
    }
}
