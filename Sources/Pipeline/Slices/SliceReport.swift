public import Diagnostics
public import Warehouse

/// What became of the slices of one source in a run.
public struct SliceReport: Sendable {
    /// A slice that was held back.
    public struct Held: Sendable, Hashable {
        /// Its name: `N00914/2022`.
        public var name: String
        /// Why.
        public var held: HeldSlice
    }

    /// What became of the rows, those of unchanged slices included.
    public var counts = LoadCounts()
    /// Numbers of the loads in the ledger, one a transaction.
    public var loads: [Int32] = []
    /// Those of them whose every slice was proved to be in the facts before it was committed.
    public var provedLoads: [Int32] = []
    /// Whether a bulk load has left places for later, as all that follows it then does.
    public var leavesPlaces: Bool { !provedLoads.isEmpty }
    /// Slices that were sent and merged.
    public var loadedSlices = 0
    /// Of these, how many the warehouse had no digest of: new ones, and those that another set of
    /// units has changed meanwhile.
    public var newSlices = 0
    /// Slices that were not sent because their digest had not changed.
    public var unchangedSlices = 0
    /// Slices that were held back, now or still.
    public var held: [Held] = []
    /// What must be said.
    public var diagnostics: [Diagnostic] = []
    /// Seconds it took.
    public var seconds: Double = 0
    /// Of these, seconds spent on getting and comparing slices; the others went to the warehouse.
    public var readingSeconds: Double = 0

    /// A report of nothing.
    public init() {}

    /// The status it asks the program to exit with: 65 when something was held back or refused.
    public var exitStatus: ExitStatus {
        held.isEmpty && diagnostics.allSatisfy { $0.severity != .error } ? .ok : .data
    }
}
