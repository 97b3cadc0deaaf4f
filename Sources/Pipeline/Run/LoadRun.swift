internal import Diagnostics
public import Postgres
public import SourceAdapters
internal import Warehouse

/// One invocation of `riktmarke-etl run`: reference data first, then each source by itself.
///
/// A source that fails does not stop the others; its own figures stay as they were.
public struct LoadRun: Sendable {
    /// Specifications and where files lie.
    public let folder: SpecFolder
    /// The sources to load, in order.
    public let sources: [SourceSpec]
    /// What loads those of them that are more than files of cells, by their names.
    public let others: [String: any SourceLoading]
    /// What was asked for, for the ledger.
    public let command: String
    /// Version of the program, for the ledger.
    public let programVersion: String
    /// Whether to say what would happen without doing it.
    public let isDryRun: Bool
    /// Hears what happens.
    public let observer: RunObserver

    /// Plans a run of sources that a folder has.
    public init(
        folder: SpecFolder, sources: [SourceSpec], others: [String: any SourceLoading] = [:],
        command: String, programVersion: String, isDryRun: Bool = false,
        observer: RunObserver = .nobody
    ) {
        self.folder = folder
        self.sources = sources.filter { $0.outcomes != nil || others[$0.name] != nil }
        self.others = others
        self.command = command
        self.programVersion = programVersion
        self.isDryRun = isDryRun
        self.observer = observer
    }

    /// Runs.
    ///
    /// - Parameters:
    ///   - connection: a session of `riktmarke_etl`.
    ///   - progress: hears which source is under way and how many cells of it have been read.
    /// - Returns: what became of every source.
    /// - Throws: `Failure` with status 75 when another run is under way; `SourceError` when the
    ///   reference data is faulty; what the server reports when it fails as a whole.
    public func run(
        _ connection: inout Connection, progress: (String, Int64) -> Void = { _, _ in }
    ) throws -> RunReport {
        let reference = try ReferenceLoader(folder)
        try RunLedger.takeLock(&connection)
        guard isDryRun else { return try run(reference, &connection, [:], progress) }
        var planned: RunReport?
        // What comes from outside comes first: the one transaction of a plan must not wait for it.
        let gathered = try gather(&connection)
        do {
            // Everything as it would be, transactions as savepoints, and then all of it undone.
            try connection.transaction(.readWrite) { connection in
                planned = try run(reference, &connection, gathered, progress)
                throw Undone()
            }
        } catch is Undone {}
        var report = planned ?? RunReport()
        report.run = nil
        return report
    }

    private struct Undone: Error {}

    /// What loads a source, or why that cannot be had.
    private typealias Gathered = Result<any SourceLoading, any Error>

    /// Gets from outside what the sources need.
    /// - Throws: what ends the whole run; what is wrong with one source stands in its place.
    private func gather(_ connection: inout Connection) throws -> [String: Gathered] {
        var gathered: [String: Gathered] = [:]
        for source in sources {
            guard let other = others[source.name] else { continue }
            do {
                gathered[source.name] = .success(try other.gathered(&connection))
            } catch let error as any DiagnosticConvertible {
                gathered[source.name] = .failure(error)
            }
        }
        return gathered
    }

    private func run(
        _ reference: ReferenceLoader, _ connection: inout Connection,
        _ gathered: [String: Gathered], _ progress: (String, Int64) -> Void
    ) throws -> RunReport {
        let run = try RunLedger.begin(
            &connection, command: command, programVersion: programVersion)
        var report = RunReport()
        report.run = run
        report.diagnostics = folder.diagnostics
        observer.hear(.runBegan(run: run, sources: sources.map(\.name), isDryRun: isDryRun))
        do {
            if !reference.isEmpty {
                let started = ContinuousClock.now
                report.referenceChanges = try reference.load(&connection, run: run)
                    .map { ($0.key.rawValue, $0.value) }.sorted { $0.0 < $1.0 }
                observer.hear(
                    .referenceLoaded(
                        changed: report.referenceChanges.reduce(0) { $0 + $1.changed },
                        seconds: (ContinuousClock.now - started) / .seconds(1)))
            }
            // What the reference data says of an indicator decides what may be shown of it.
            try connection.transaction(.readWrite) { connection in
                try OutcomeClearance.refresh(&connection)
            }
            // What an earlier bulk load has left.
            try KeptPlaces.refreshByParts(&connection)
            for source in sources {
                observer.hear(.sourceBegan(source: source.name))
                let outcome = try load(
                    source, run: run, gathered[source.name], &connection
                ) { progress(source.name, $0) }
                // After a bulk load of files they are left to the next run, which need not hurry.
                if others[source.name] != nil { try KeptPlaces.refreshByParts(&connection) }
                try record(outcome, run: run, &connection)
                report.outcomes.append(outcome)
                observer.hear(.sourceEnded(outcome))
            }
        } catch {
            if !connection.isBroken, let status = Self.exitStatus(of: error) {
                try? RunLedger.finish(&connection, run: run, exitStatus: status.rawValue)
            }
            throw error
        }
        try RunLedger.finish(&connection, run: run, exitStatus: report.exitStatus.rawValue)
        return report
    }

    private func record(
        _ outcome: LoadOutcome, run: Int32, _ connection: inout Connection
    ) throws {
        guard !isDryRun else { return }
        try RunLedger.record(
            &connection, run: run, source: outcome.source, state: outcome.state.rawValue,
            exitStatus: outcome.exitStatus.rawValue, code: outcome.faultCode,
            seconds: outcome.seconds)
    }

    /// The status that an error ends the run with; `nil` for an interruption, of which only the
    /// program knows who asked for it: the ledger then says that the run was broken off.
    private static func exitStatus(of error: any Error) -> ExitStatus? {
        switch error {
        case let error as any DiagnosticConvertible: error.exitStatus
        case let error as PostgresError where error.code == .cancelled: nil
        case is CancellationError: nil
        default: .software
        }
    }

    /// Loads one source; what is wrong with it is part of the answer, what breaks the session is
    /// thrown.
    private func load(
        _ source: SourceSpec, run: Int32, _ gathered: Gathered?,
        _ connection: inout Connection, progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        do {
            if let other = others[source.name] {
                let ready = try gathered?.get() ?? other.gathered(&connection)
                return try ready.load(&connection, run: run, progress: progress)
            }
            guard let outcomes = source.outcomes else {
                return LoadOutcome(source: source.name, state: .unchanged)
            }
            return try withoutActuallyEscaping(progress) { progress in
                let loader = OutcomeLoader(
                    spec: source, outcomes: outcomes, files: try folder.files(of: source),
                    run: run, progress: progress)
                return try loader.load(&connection)
            }
        } catch let error as any DiagnosticConvertible {
            return LoadOutcome(source: source.name, failure: error)
        } catch let error as PostgresError
            where !connection.isBroken && ![.cancelled, .connectionLost].contains(error.code)
        {
            return LoadOutcome(source: source.name, refusal: error)
        }
    }
}
