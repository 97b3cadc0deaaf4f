public import Diagnostics
public import Logging
public import Pipeline
internal import Synchronization
internal import Warehouse

/// Writes what happens in a run to a log, one event a line.
///
/// Neither figures nor the text of cells are ever written, nor anything secret: an address comes
/// without user and password, a message about a cell without its words.
public final class RunLog: Sendable {
    private struct State {
        var logger: Logger
        var lastProgress: ContinuousClock.Instant?
    }

    /// How often the progress of a fetch or of a reading is written.
    private static let pause = Duration.seconds(10)

    private let state: Mutex<State>
    private let language: Language
    private let now: @Sendable () -> ContinuousClock.Instant

    /// Writes to a logger.
    ///
    /// - Parameters:
    ///   - logger: where events go.
    ///   - language: the language of messages; names of events are English.
    ///   - now: a clock that only goes forward.
    public init(
        _ logger: Logger, language: Language,
        now: @escaping @Sendable () -> ContinuousClock.Instant = { ContinuousClock.now }
    ) {
        state = Mutex(State(logger: logger))
        self.language = language
        self.now = now
    }

    /// Takes what happened in a run.
    public func hear(_ event: RunEvent) {
        if case .runBegan(let run, _, isDryRun: false) = event {
            state.withLock {
                $0.logger[metadataKey: "run"] = .stringConvertible(LogValue.number(Int64(run)))
            }
        }
        if case .progress = event, !isDue() { return }
        if case .requestAnswered(let source, _, _, _, let done, let total, let retries) = event,
            isDue()
        {
            log(
                .info, "fetch.progress",
                [
                    "source": .string(source), "done": .count(done), "total": .count(total),
                    "retries": .count(retries),
                ])
        }
        let line = LogLine(event)
        log(line.level, line.name, line.values)
    }

    /// Takes messages; with a status, if they end the program.
    public func tell(_ diagnostics: [Diagnostic], status: ExitStatus?) {
        for diagnostic in diagnostics {
            let line = LogLine(diagnostic, status: status, language: language)
            log(line.level, line.name, line.values)
        }
    }

    /// Says that the program ends.
    public func end(_ status: ExitStatus, seconds: Double) {
        log(
            status == .ok || status == .negative ? .info : .error, "run.ended",
            ["exit_status": .count(status.rawValue), "seconds": .seconds(seconds)])
    }

    private func log(_ level: Logger.Level, _ name: String, _ values: Logger.Metadata) {
        let logger = state.withLock { $0.logger }
        logger.log(level: level, "\(name)", metadata: values)
    }

    private func isDue() -> Bool {
        let now = now()
        return state.withLock { state in
            if let last = state.lastProgress, last.duration(to: now) < Self.pause { return false }
            defer { state.lastProgress = now }
            // The first moment is no progress yet.
            return state.lastProgress != nil
        }
    }
}

extension Logger.MetadataValue {
    /// A number.
    static func count(_ number: some BinaryInteger) -> Logger.MetadataValue {
        .stringConvertible(LogValue.number(Int64(clamping: number)))
    }

    /// Seconds.
    static func seconds(_ seconds: Double) -> Logger.MetadataValue {
        .stringConvertible(LogValue.seconds(seconds))
    }

    /// True or false.
    static func truth(_ truth: Bool) -> Logger.MetadataValue {
        .stringConvertible(LogValue.truth(truth))
    }
}
