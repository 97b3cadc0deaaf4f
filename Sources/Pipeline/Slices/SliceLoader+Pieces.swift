internal import Indicators
internal import Postgres
internal import Warehouse

extension SliceLoader {
    /// Goes through the pieces of one transaction, as long as `use` asks for more.
    ///
    /// `use` is given each piece, whose files the ledger has by then, and returns whether to collect a
    /// further one of about so many rows. A slice that the source states twice is accounted for once in
    /// each transaction, and a load can number so many files only.
    ///
    /// - Returns: slices that were collected and did not fit into the transaction.
    func takePieces(
        _ connection: inout Connection, load: Int32, _ first: SliceLoadState.Batch,
        _ state: inout SliceLoadState, rows: Int, progress: (Int64) -> Void,
        _ next: () throws -> Slice?,
        use: (
            inout Connection, SliceLoadState.Batch, inout SliceLoadState, SliceWriter
        ) throws -> Bool
    ) throws -> SliceLoadState.Batch {
        var writer = SliceWriter(load: load, store: state.store)
        var seen: Set<SliceKey> = []
        var piece = first
        while !piece.slices.isEmpty {
            try addDimensions(&connection, &piece, &state)
            guard !piece.slices.contains(where: { seen.contains($0.key) }),
                piece.files.count <= writer.filesLeft
            else { return piece }
            try writer.recordFiles(of: piece.slices, &connection)
            guard try use(&connection, piece, &state, writer) else { break }
            seen.formUnion(piece.slices.map(\.key))
            piece = try state.collect(rows: rows, progress: progress, next)
        }
        return SliceLoadState.Batch()
    }

    /// Adds the years and the indicators that the dimensions do not have yet.
    private func addDimensions(
        _ connection: inout Connection, _ batch: inout SliceLoadState.Batch,
        _ state: inout SliceLoadState
    ) throws {
        let periods = Set(batch.slices.map(\.key.period)).compactMap { Period(key: $0) }
        try PeriodDimension.add(&connection, periods)
        let added = try SliceStore.addMissingIndicators(
            &connection, codes: state.unknown.map(\.code))
        state.resolve(&batch, added: added)
    }
}
