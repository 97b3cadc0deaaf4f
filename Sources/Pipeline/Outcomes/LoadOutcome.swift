public import Diagnostics
public import SourceAdapters
public import Warehouse

/// What became of one source in a run.
public struct LoadOutcome: Sendable {
    /// How it ended.
    public enum State: String, Sendable, Hashable {
        /// Merged and committed.
        case loaded
        /// The same files, specification and reference data as the last time: nothing to do.
        case unchanged
        /// Too many rejects, or too much vanished: nothing of it loaded.
        case refused
        /// It could not be read, or the database failed.
        case failed
    }

    /// What a part of the work took.
    public struct Stage: Sendable, Hashable {
        /// `fetch`, `read`, `write`, `check`.
        public var name: String
        /// Seconds it took.
        public var seconds: Double
        /// Bytes it handled; 0 where they were not counted.
        public var bytes: Int64
        /// Answers, rows or slices it handled.
        public var items: Int64

        /// Describes a part of the work.
        public init(name: String, seconds: Double, bytes: Int64 = 0, items: Int64 = 0) {
            self.name = name
            self.seconds = seconds
            self.bytes = bytes
            self.items = items
        }
    }

    /// The name of the source.
    public var source: String
    /// How it ended.
    public var state: State
    /// What became of the cells.
    public var counts: LoadCounts
    /// Number of the load in the ledger; `nil` when none was opened.
    public var load: Int32?
    /// Seconds it took.
    public var seconds: Double
    /// What must be said about it.
    public var diagnostics: [Diagnostic]
    /// The status it asks the program to exit with.
    public var exitStatus: ExitStatus
    /// What became of its slices; `nil` for a source that has none.
    public var slices: SliceReport? = nil
    /// Indicators that could not be fetched and are therefore as they were.
    public var notFetched: [String] = []
    /// Figures of running text that were read and not loaded; `nil` for a source that has none.
    public var unloadedText: UnloadedFigures? = nil
    /// What the parts of the work took, in their order; none where they were not told apart.
    public var stages: [Stage] = []

    /// Describes what became of a source.
    public init(
        source: String, state: State, counts: LoadCounts = LoadCounts(), load: Int32? = nil,
        seconds: Double = 0, diagnostics: [Diagnostic] = [], exitStatus: ExitStatus = .ok
    ) {
        self.source = source
        self.state = state
        self.counts = counts
        self.load = load
        self.seconds = seconds
        self.diagnostics = diagnostics
        self.exitStatus = exitStatus
    }

    /// Code of what was left over: the first error, else a held-back slice; `nil` for a complete
    /// success.
    public var faultCode: String? {
        guard exitStatus != .ok else { return nil }
        let first =
            diagnostics.first { $0.severity == .error }
            ?? diagnostics.first { $0.severity == .warning }
        return first?.code ?? "run.incomplete"
    }
}
