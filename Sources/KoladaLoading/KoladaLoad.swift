internal import Diagnostics
public import KoladaSource
public import Pipeline
public import Postgres
public import SourceAdapters
internal import Warehouse

/// Loads Kolada: from its service, a file of values, or a snapshot of an earlier fetch.
///
/// What is fetched is kept first and loaded from there, so that no transaction waits for the network
/// and a replay is the same load.
public struct KoladaLoad: SourceLoading {
    /// Lends what asks for paths below an address to a body, and closes it whatever happens.
    public typealias TransportScope =
        @Sendable (
            _ service: String, _ body: (any KoladaTransport) async throws -> Void
        ) async throws -> Void

    let source: SourceSpec
    let spec: KoladaSpec
    let request: KoladaRequest
    let interruption: Interruption
    let withTransport: TransportScope
    let clock: FetchClock
    let observer: RunObserver
    /// What has been fetched already, before any transaction.
    private var fetched: KeptFetch?

    /// Plans a load.
    ///
    /// - Parameters:
    ///   - source: the source as its file describes it.
    ///   - spec: its part about Kolada.
    ///   - request: what this run wants.
    ///   - interruption: ends a fetch when the program is asked to end.
    ///   - clock: the clocks of the fetch.
    ///   - observer: hears what happens.
    ///   - withTransport: how paths are asked for.
    public init(
        source: SourceSpec, spec: KoladaSpec, request: KoladaRequest, interruption: Interruption,
        clock: FetchClock = .system, observer: RunObserver = .nobody,
        withTransport: @escaping TransportScope
    ) {
        self.source = source
        self.spec = spec
        self.request = request
        self.interruption = interruption
        self.clock = clock
        self.observer = observer
        self.withTransport = withTransport
    }

    /// Fetches, where the values come from the service; a file and a snapshot are there already.
    public func gathered(_ connection: inout Connection) throws -> any SourceLoading {
        guard request.origin == .service else { return self }
        var ready = self
        ready.fetched = try fetch(&connection)
        return ready
    }

    /// Loads.
    public func load(
        _ connection: inout Connection, run: Int32, progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        switch request.origin {
        case .file(let path):
            try FileLoad(load: self, path: path, run: run).load(&connection, progress: progress)
        case .service:
            try loadFetched(
                try fetched ?? fetch(&connection), &connection, run: run, progress: progress)
        case .snapshot(let name):
            try loadKept(try kept(name), &connection, run: run, progress: progress)
        }
    }

    /// The source as the warehouse describes it.
    var description: SourceDimension.Description {
        SourceDimension.Description(
            code: source.name, title: source.title.sv, publisher: source.origin.publisher,
            licence: source.origin.licence, url: source.origin.url, precedence: spec.precedence)
    }

    /// When a slice is held back.
    var rules: HoldbackRules {
        HoldbackRules(
            maxLostShare: spec.maxLostShare, maxFactor: spec.maxFactor,
            minimumValues: Int32(clamping: spec.minimumValues))
    }
}
