internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

extension SliceLoader {
    /// What one transaction has done.
    private struct Merged {
        var load: Int32
        var slices: [PreparedSlice]
        var held: [(slice: PreparedSlice, held: HeldSlice)]
        var counts: LoadCounts
    }

    /// One transaction: sends slices to staging, proves that they arrived, holds back what is
    /// suspicious, merges the rest.
    func merge(
        _ connection: inout Connection, _ batch: SliceLoadState.Batch,
        _ state: inout SliceLoadState
    ) throws {
        let started = ContinuousClock.now
        var next = state
        let merged = try connection.transaction(.readWrite) { connection in
            var batch = batch
            try addDimensions(&connection, &batch, &next)
            try SliceStore.clearStaging(&connection)
            let load = try begin(&connection, next, batch.slices.map(\.digest))
            var writer = SliceWriter(load: load, store: next.store)
            try writer.recordFiles(of: batch.slices, &connection)
            try writer.stage(batch.slices, &connection)
            try writer.keepRejects(of: batch.slices, &connection)
            try prove(try SliceStore.torn(&connection).isEmpty)
            let held = try holdBack(&connection, batch.slices, next.store)
            let heldKeys = Set(held.map(\.slice.key))
            let slices = batch.slices.filter { !heldKeys.contains($0.key) }
            let counts = try mergeStaged(&connection, load: load, slices, next.store)
            try SliceStore.clearStaging(&connection)
            try finish(
                &connection, load: load, counts, slices: slices.count, held: held.count,
                since: started, leavesPlaces: next.leavesPlaces)
            return Merged(load: load, slices: slices, held: held, counts: counts)
        }
        state = next
        state.remember(merged.slices)
        state.remember(held: merged.held)
        state.report.counts.add(merged.counts)
        state.report.loads.append(merged.load)
    }

    /// Adds the years and the indicators that the dimensions do not have yet.
    func addDimensions(
        _ connection: inout Connection, _ batch: inout SliceLoadState.Batch,
        _ state: inout SliceLoadState
    ) throws {
        let periods = Set(batch.slices.map(\.key.period)).compactMap { Period(key: $0) }
        try PeriodDimension.add(&connection, periods)
        let added = try SliceStore.addMissingIndicators(
            &connection, codes: state.unknown.map(\.code))
        state.resolve(&batch, added: added)
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
