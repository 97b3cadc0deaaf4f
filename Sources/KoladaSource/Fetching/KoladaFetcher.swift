public import Kolada
public import Snapshots

/// Fetches from Kolada, or from a snapshot of what Kolada has answered.
///
/// Retries, pauses and the rate are decided by `RetryMachine` and `RateSchedule`; this only waits, asks
/// and writes down.
public struct KoladaFetcher: Sendable {
    /// How a fetch goes about it.
    public struct Settings: Sendable, Hashable {
        /// The most requests a second; 0 or less for no limit.
        public var perSecond: Double
        /// How many requests may be under way at a time.
        public var concurrency: Int
        /// How often a request is made again.
        public var retries: RetryPolicy
        /// The most pages that one request may have.
        public var mostPages: Int

        /// States settings; the defaults are those that Kolada's other users have settled on.
        public init(
            perSecond: Double = 5, concurrency: Int = 4, retries: RetryPolicy = RetryPolicy(),
            mostPages: Int = 10_000
        ) {
            self.perSecond = perSecond
            self.concurrency = concurrency
            self.retries = retries
            self.mostPages = mostPages
        }
    }

    /// The largest text that a compressed answer may have, in bytes.
    static let largestText = 1 << 28

    let service: ServiceAddress
    let transport: any KoladaTransport
    let settings: Settings
    let clock: FetchClock
    let writer: SnapshotWriter?
    let gate: RequestGate
    let observe: @Sendable (FetchEvent) -> Void

    /// Makes a fetcher for one fetch.
    ///
    /// - Parameters:
    ///   - service: The service; the paths of further pages are judged by it.
    ///   - transport: What asks for paths.
    ///   - settings: How it goes about it.
    ///   - clock: The clocks.
    ///   - writer: The snapshot that every answer is kept in; nil to keep none.
    ///   - observe: Hears what becomes of each attempt.
    public init(
        service: ServiceAddress, transport: any KoladaTransport, settings: Settings = Settings(),
        clock: FetchClock = .system, writer: SnapshotWriter? = nil,
        observe: @escaping @Sendable (FetchEvent) -> Void = { _ in }
    ) {
        self.service = service
        self.transport = transport
        self.settings = settings
        self.clock = clock
        self.writer = writer
        self.observe = observe
        gate = RequestGate(perSecond: settings.perSecond)
    }

    /// Fetches one path, again and again until the answer is good or nothing will come of it.
    ///
    /// - Parameters:
    ///   - path: The path below the service's address.
    ///   - read: Reads the text of an answer, and throws where it is not what the API says.
    /// - Returns: What was read, and how many bytes the answer has.
    /// - Throws: `FetchStop` when nothing will come of it, or the task is cancelled.
    func get<Value: Sendable>(
        _ path: String, _ read: @Sendable ([UInt8]) throws(KoladaFormatError) -> Value
    ) async throws(FetchStop) -> (value: Value, size: Int) {
        var machine = RetryMachine(settings.retries, path: path)
        var attempt = 0
        while true {
            try await waitForTurn()
            attempt += 1
            let trial = await ask(path, read)
            if case .cancelled = trial.ending { throw .cancelled }
            let decision = machine.handle(trial.outcome, jitter: clock.jitter())
            try await keep(trial, path: path, attempt: attempt, decision: decision)
            switch decision {
            case .accept:
                guard let value = trial.value else { continue }
                observe(
                    .answered(path: path, attempt: attempt, bytes: trial.body?.count ?? 0))
                return (value, trial.body?.count ?? 0)
            case .wait(let seconds, let everybody):
                observe(
                    .retrying(
                        path: path, attempt: attempt, reason: trial.outcome.words, pause: seconds))
                if everybody {
                    await gate.pause(until: clock.now() + seconds)
                } else {
                    try await sleep(seconds)
                }
            case .giveUp(var fault):
                fault.service = service.description
                if case .missing = trial.ending { fault.kind = .notInSnapshot }
                observe(.gaveUp(path: path, attempt: attempt, reason: trial.outcome.words))
                if fault.concernsAll { await gate.end(fault) }
                throw .fault(fault)
            }
        }
    }

    private func waitForTurn() async throws(FetchStop) {
        if let fault = await gate.ending { throw .fault(fault) }
        let start = await gate.reserve(now: clock.now())
        try await sleep(start - clock.now())
        while let end = await gate.pauseEnd(now: clock.now()) {
            try await sleep(end - clock.now())
        }
        if let fault = await gate.ending { throw .fault(fault) }
    }

    private func sleep(_ seconds: Double) async throws(FetchStop) {
        if Task.isCancelled { throw .cancelled }
        guard seconds > 0 else { return }
        do throws(CancellationError) {
            try await clock.sleep(seconds)
        } catch {
            throw .cancelled
        }
    }
}

/// Why fetching stops.
enum FetchStop: Error {
    case fault(FetchFault)
    case cancelled
}
