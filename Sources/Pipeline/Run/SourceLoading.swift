public import Postgres

/// What loads a source that is more than files of cells: a service, or a file of slices.
///
/// A run gives it the place among its sources that the name says; see `LoadRun.others`.
public protocol SourceLoading: Sendable {
    /// Gets from outside what the load needs, such as the answers of a service.
    ///
    /// No transaction is open, so that nothing in the database waits for a network.
    ///
    /// - Parameter connection: a session of `riktmarke_etl` that holds the lock of runs.
    /// - Returns: what loads it.
    /// - Throws: `DiagnosticConvertible` where it cannot be had, `CancellationError`.
    func gathered(_ connection: inout Connection) throws -> any SourceLoading

    /// Loads the source.
    ///
    /// - Parameters:
    ///   - connection: a session of `riktmarke_etl` that holds the lock of runs.
    ///   - run: the run, as the ledger numbers it.
    ///   - progress: hears how many rows have come by so far.
    /// - Returns: what became of it, faults of the source included.
    /// - Throws: what the server reports; what is committed stays.
    func load(
        _ connection: inout Connection, run: Int32, progress: (Int64) -> Void
    ) throws -> LoadOutcome
}

extension SourceLoading {
    /// Itself: what needs nothing from outside is ready.
    public func gathered(_ connection: inout Connection) throws -> any SourceLoading { self }
}
