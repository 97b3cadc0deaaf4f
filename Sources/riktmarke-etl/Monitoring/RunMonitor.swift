internal import CommandSupport
internal import Diagnostics
internal import Logging
internal import Monitoring
internal import Pipeline
internal import Postgres
internal import Reporting
internal import SourceAdapters
internal import Synchronization
internal import Warehouse

/// Shows, logs and measures a run while it goes on, and ends all three whatever ends the run.
final class RunMonitor: Sendable {
    private struct State {
        var log: RunLog?
        var sources: [SourceSpec] = []
        var outcomes: [String: LoadOutcome] = [:]
        /// When sources last succeeded, as the ledger says; nil before it was asked.
        var lastSuccess: [String: Double]?
    }

    private let context: CommandContext
    private let line: ProgressLine
    private let metricsFile: String?
    private let asked: LogForm?
    private let began = LineLogHandler.wallClock()
    private let state = Mutex(State())

    /// Begins.
    /// - Throws: `Failure` with status 78 for a setting that means nothing.
    init(
        _ context: CommandContext, _ options: MonitoringOptions, isDryRun: Bool
    ) throws(Failure) {
        self.context = context
        line = context.progressLine()
        asked = try options.form(context.environment)
        metricsFile = isDryRun ? nil : options.metricsFile(context.environment)
        if asked == .json || asked == .text { begin(log: asked) }
        context.atEnd { status in self.end(status) }
    }

    /// Learns what the run is about.
    func learn(_ sources: [SourceSpec]) {
        let fetches = sources.contains { $0.kolada != nil }
        let isLogging = state.withLock { state in
            state.sources = sources
            return state.log != nil
        }
        if !isLogging {
            begin(
                log: LogForm.chosen(
                    asked: asked, isTerminal: context.standardError.isTerminal, fetches: fetches))
        }
    }

    /// Learns when sources last succeeded.
    func learn(_ health: [SourceHealth]) {
        var times: [String: Double] = [:]
        for source in health {
            guard let success = source.lastSuccess else { continue }
            times[source.source] = Double(success.at.unixMicroseconds) / 1e6
        }
        state.withLock { $0.lastSuccess = times }
    }

    /// What hears the run.
    var observer: RunObserver { RunObserver { self.hear($0) } }

    /// Shows how many rows of a source have come by.
    func progress(_ source: String, _ rows: Int64) {
        hear(.progress(source: source, rows: rows))
    }

    /// Removes the line of progress, so that the result can be written.
    func clear() { line.clear() }

    private func hear(_ event: RunEvent) {
        let log = state.withLock { state in
            if case .sourceEnded(let outcome) = event { state.outcomes[outcome.source] = outcome }
            return state.log
        }
        log?.hear(event)
        if let text = RunProgress.text(event) { line.show(text[context.language]) }
    }

    private func begin(log form: LogForm?) {
        guard form == .json || form == .text else { return }
        let context = context
        var handler = LineLogHandler(isJSON: form == .json) { context.writeLogLine($0) }
        handler.logLevel = context.isVerbose ? .debug : context.isQuiet ? .warning : .info
        let fixed = handler
        let log = RunLog(
            Logger(label: Tool.etl.name, factory: { _ in fixed }), language: context.language)
        state.withLock { $0.log = log }
        // A reader of JSON lines can use no others.
        if form == .json { context.tellMessages { log.tell($0, status: $1) } }
    }

    private func end(_ status: ExitStatus) {
        line.clear()
        let state = state.withLock { $0 }
        let ended = LineLogHandler.wallClock()
        if let metricsFile {
            writeMetrics(to: metricsFile, state, status, ended: ended)
        }
        state.log?.end(status, seconds: ended - began)
    }

    /// Writes the metrics; a run does not fail by it, since its figures are in place.
    private func writeMetrics(
        to path: String, _ state: State, _ status: ExitStatus, ended: Double
    ) {
        let earlier = RunMetrics.lastSuccess(inFile: TextFile.read(path) ?? "")
        let names =
            state.sources.isEmpty ? earlier.keys.sorted() : state.sources.map(\.name)
        let metrics = RunMetrics(
            job: Self.job(path), began: began, ended: ended, exitStatus: status,
            sources: names.map { name in
                RunMetrics.Source(
                    name: name,
                    expectedEveryHours: state.sources.first { $0.name == name }?
                        .expectedEveryHours,
                    lastSuccess: (state.lastSuccess ?? earlier)[name],
                    outcome: state.outcomes[name])
            })
        do throws(OutputError) {
            var sink = try OutputSink(path: path)
            try sink.write(metrics.text)
            try sink.finish()
        } catch {
            context.report(
                error.diagnostics.map { diagnostic in
                    var diagnostic = diagnostic
                    diagnostic.severity = .warning
                    return diagnostic
                })
        }
    }

    /// The name of a file without its folder and its ending.
    private static func job(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return String(name.hasSuffix(".prom") ? name.dropLast(5) : name)
    }
}
