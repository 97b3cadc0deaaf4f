internal import Diagnostics
internal import Logging
internal import Pipeline
internal import Warehouse

/// An event's name, weight and values.
struct LogLine {
    var level = Logger.Level.info
    var name: String
    var values: Logger.Metadata

    private init(name: String, values: Logger.Metadata) {
        self.name = name
        self.values = values
    }

    /// The line of an event of a run.
    init(_ event: RunEvent) {
        self.init(name: "", values: [:])
        switch event {
        case .runBegan(_, let sources, let isDryRun):
            name = "run.began"
            values = [
                "sources": .array(sources.map { .string($0) }), "dry_run": .truth(isDryRun),
            ]
        case .referenceLoaded(let changed, let seconds):
            name = "reference.loaded"
            values = ["changed": .count(changed), "seconds": .seconds(seconds)]
        case .sourceBegan(let source):
            name = "source.began"
            values = ["source": .string(source)]
        case .progress(let source, let rows):
            name = "load.progress"
            values = ["source": .string(source), "rows": .count(rows)]
        case .slicesCommitted(let source, let load, let slices, let held, let counts, let seconds):
            name = "load.committed"
            values = Self.values(of: counts)
            values["source"] = .string(source)
            values["load"] = .count(load)
            values["slices"] = .count(slices)
            values["held"] = .count(held)
            values["seconds"] = .seconds(seconds)
        case .placesLeft:
            name = "places.left"
            values = [:]
        case .stageEnded(let source, let stage):
            name = "stage.ended"
            values = [
                "source": .string(source), "stage": .string(stage.name),
                "seconds": .seconds(stage.seconds), "bytes": .count(stage.bytes),
                "items": .count(stage.items),
            ]
        case .sourceEnded(let outcome):
            self = LogLine(outcome)
        case .fetchBegan, .requestAnswered, .requestRetried, .requestFailed, .fetchEnded:
            self = LogLine(fetch: event)
        }
    }

    private init(_ outcome: LoadOutcome) {
        name = "source.ended"
        level = outcome.exitStatus == .ok ? .info : .error
        values = Self.values(of: outcome.counts)
        values["source"] = .string(outcome.source)
        values["state"] = .string(outcome.state.rawValue)
        values["exit_status"] = .count(outcome.exitStatus.rawValue)
        values["seconds"] = .seconds(outcome.seconds)
        if let code = outcome.faultCode { values["code"] = .string(code) }
        guard let slices = outcome.slices else { return }
        values["slices_new"] = .count(slices.newSlices)
        values["slices_changed"] = .count(slices.loadedSlices - slices.newSlices)
        values["slices_unchanged"] = .count(slices.unchangedSlices)
        values["slices_held"] = .count(slices.held.count)
        values["not_fetched"] = .count(outcome.notFetched.count)
        if !outcome.notFetched.isEmpty {
            let rest = outcome.notFetched.count > Self.named ? ", …" : ""
            let first = outcome.notFetched.prefix(Self.named).joined(separator: ", ")
            values["not_fetched_first"] = .string(first + rest)
        }
    }

    /// How many of the indicators that could not be fetched are named.
    private static let named = 100

    private init(fetch event: RunEvent) {
        switch event {
        case .fetchBegan(
            let source, let service, let requests, let indicators, let units, let since,
            let reason):
            name = "fetch.began"
            values = [
                "source": .string(source), "url": .string(Self.withoutSecrets(service)),
                "requests": .count(requests), "indicators": .count(indicators),
                "units": .count(units), "reason": .string(reason),
            ]
            if let since { values["changed_since"] = .string(since) }
        case .requestAnswered(let source, let url, let attempt, let bytes, _, _, _):
            level = .debug
            name = "request.answered"
            values = Self.request(source, url, attempt)
            values["bytes"] = .count(bytes)
        case .requestRetried(let source, let url, let attempt, let reason, let pause):
            level = .notice
            name = "request.retried"
            values = Self.request(source, url, attempt)
            values["reason"] = .string(reason)
            values["pause"] = .seconds(pause)
        case .requestFailed(let source, let url, let attempt, let reason):
            level = .warning
            name = "request.failed"
            values = Self.request(source, url, attempt)
            values["reason"] = .string(reason)
        case .fetchEnded(
            let source, let snapshot, let answers, let retries, let bytes, let notFetched,
            let seconds):
            name = "fetch.ended"
            values = [
                "source": .string(source), "snapshot": .string(snapshot),
                "answers": .count(answers), "retries": .count(retries), "bytes": .count(bytes),
                "not_fetched": .count(notFetched), "seconds": .seconds(seconds),
            ]
        default:
            name = "run.event"
            values = [:]
        }
    }

    private static func request(
        _ source: String, _ url: String, _ attempt: Int
    ) -> Logger.Metadata {
        [
            "source": .string(source), "stage": .string("fetch"),
            "url": .string(withoutSecrets(url)), "attempt": .count(attempt),
        ]
    }

    private static func values(of counts: LoadCounts) -> Logger.Metadata {
        [
            "read": .count(counts.read), "new": .count(counts.new),
            "revised": .count(counts.revised), "unchanged": .count(counts.unchanged),
            "withdrawn": .count(counts.withdrawn), "missing": .count(counts.missing),
            "rejected": .count(counts.rejected),
        ]
    }

    /// An address without the user and the password that it may hold.
    static func withoutSecrets(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        let authority = rest.prefix { !"/?#".contains($0) }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return url[..<scheme.upperBound] + "***" + rest[at...]
    }
}

extension LogLine {
    /// The line of a message.
    ///
    /// What stands in a cell may stand in the message and the notes of a fault of that cell, or of
    /// what a database says of a row: their places and codes must do, the rest is in the ledger.
    init(_ diagnostic: Diagnostic, status: ExitStatus?, language: Language) {
        name = "diagnostic"
        level =
            switch diagnostic.severity {
            case .note: .info
            case .warning: .warning
            case .error: .error
            }
        values = ["code": .string(diagnostic.code)]
        if let status { values["exit_status"] = .count(status.rawValue) }
        if let location = diagnostic.location {
            values["place"] = .string(Self.withoutSecrets(location.description))
        }
        if let state = Self.sqlState(in: diagnostic) { values["sqlstate"] = .string(state) }
        if Self.isAboutFilesAndServices(diagnostic) {
            values["message"] = .string(diagnostic.message[language])
            if let hint = diagnostic.hint { values["hint"] = .string(hint[language]) }
        }
    }

    /// The code of what a database refused, which stands in a note: it says what kind of fault it was,
    /// and nothing of the row.
    private static func sqlState(in diagnostic: Diagnostic) -> String? {
        diagnostic.notes.map(\.en).compactMap { note -> String? in
            guard note.hasPrefix("SQLSTATE ") else { return nil }
            let state = note.dropFirst("SQLSTATE ".count)
            let isCode = state.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0)
            }
            return isCode && state.utf8.count == 5 ? String(state) : nil
        }.first
    }

    private static func isAboutFilesAndServices(_ diagnostic: Diagnostic) -> Bool {
        switch diagnostic.location {
        case .file(_, let line, _): line == nil
        case .table, .statement: false
        case nil, .url, .argument: diagnostic.code != "load.database-refused"
        }
    }
}
