internal import Diagnostics
internal import Kolada
internal import KoladaSource
internal import Snapshots
internal import SourceAdapters
internal import SystemPackage

/// A snapshot to load from, with what is known of the fetch that made it.
struct KeptFetch: Sendable {
    var store: SnapshotStore
    var manifest: SnapshotManifest
    var facts: FetchFacts
    /// What could not be fetched, with the status that each asks for.
    var faults: [Fault] = []
    /// Seconds that the fetch took; 0 for a replay.
    var seconds: Double = 0

    struct Fault: Sendable {
        var indicators: [KoladaIndicatorID]
        var diagnostics: [Diagnostic]
        var exitStatus: ExitStatus
    }
}

extension KoladaLoad {
    /// Fetches catalogue and values into a new snapshot.
    ///
    /// - Throws: `FetchFault` where the catalogue cannot be had, `Failure` for a selection that
    ///   cannot be meant, `SnapshotError` where nothing can be kept; `CancellationError`.
    func fetch() async throws -> KeptFetch {
        var kept: KeptFetch?
        try await withTransport(request.service.description) { transport in
            kept = try await fetch(transport)
        }
        // A scope that did not run its body asked for nothing.
        guard let kept else { throw CancellationError() }
        return kept
    }

    private func fetch(_ transport: any KoladaTransport) async throws -> KeptFetch {
        let started = clock.now()
        let settings = KoladaFetcher.Settings(
            perSecond: request.requestsPerSecond, concurrency: spec.concurrency,
            retries: RetryPolicy(attempts: spec.attempts))
        let remembering = RememberingTransport(transport, clock: clock)
        let catalogue = try await KoladaFetcher(
            service: request.service, transport: remembering, settings: settings, clock: clock
        ).catalogue()
        let facts = FetchFacts(
            service: request.service,
            scope: FetchScope(
                indicators: try request.indicators.resolve(in: catalogue),
                units: try request.units.resolve(in: catalogue), years: request.years))
        let store = SnapshotStore(request.snapshots)
        let writer = try store.begin(facts: facts.written, time: clock.wallClock())
        for answer in remembering.answers {
            try await writer.record(
                SnapshotAnswer(
                    path: answer.path, time: answer.time, attempt: 1, status: 200,
                    verdict: .accepted), body: answer.body)
        }
        let fetcher = KoladaFetcher(
            service: request.service, transport: transport, settings: settings, clock: clock,
            writer: writer)
        var faults: [KeptFetch.Fault] = []
        try await fetcher.run(FetchPlan(facts.scope)) { batch in
            guard let fault = batch.fault else { return }
            faults.append(
                KeptFetch.Fault(
                    indicators: batch.indicators,
                    diagnostics: batch.diagnostics(years: facts.scope.years),
                    exitStatus: fault.exitStatus))
        }
        let manifest = try await writer.finish(time: clock.wallClock())
        return KeptFetch(
            store: store, manifest: manifest, facts: facts, faults: faults,
            seconds: clock.now() - started)
    }

    /// Finds a snapshot to replay, and proves all of it: a replay is the same load or none.
    /// - Throws: `Failure` where there is none, `SnapshotError` where it cannot be read or is no longer
    ///   what was kept.
    func kept(_ name: String?) throws -> KeptFetch {
        let store = SnapshotStore(request.snapshots)
        guard let name = name ?? store.names.last else {
            throw Failure(
                .noInput, code: "snapshot.none",
                Text(
                    sv: "det finns ingen ögonblicksbild att läsa in",
                    en: "there is no snapshot to load"),
                at: .file(path: request.snapshots.string),
                hint: Text(
                    sv: "hämta först, eller ange mappen med RIKTMARKE_SNAPSHOTS",
                    en: "fetch first, or name the folder by RIKTMARKE_SNAPSHOTS"))
        }
        let manifest = try store.manifest(name)
        try store.prove(manifest)
        return KeptFetch(store: store, manifest: manifest, facts: try FetchFacts(manifest))
    }

    /// Removes snapshots that are older, or more, than the specification keeps.
    func prune() -> [Diagnostic] {
        let store = SnapshotStore(request.snapshots)
        do throws(SnapshotError) {
            _ = try store.prune(
                keeping: spec.snapshotsKept,
                youngerThan: spec.snapshotDays.map { Double($0) * 86_400 },
                now: clock.wallClock())
            return []
        } catch {
            return error.diagnostics.map { diagnostic in
                var diagnostic = diagnostic
                diagnostic.severity = .warning
                return diagnostic
            }
        }
    }
}
