internal import Diagnostics
internal import Indicators
internal import Kolada
internal import KoladaSource
internal import Pipeline
internal import Postgres
internal import Snapshots
internal import SourceAdapters
internal import SystemPackage
internal import Warehouse

/// A snapshot to load from, with what is known of the fetch that made it.
struct KeptFetch: Sendable {
    var store: SnapshotStore
    var manifest: SnapshotManifest
    var facts: FetchFacts
    /// What could not be fetched, with the status that each asks for.
    var faults: [Fault] = []
    /// Seconds that the fetch took; 0 for a replay.
    var seconds: Double = 0
    /// What the ledger keeps of the fetch; nil for a replay.
    var sweep: Sweep?

    struct Fault: Sendable {
        var indicators: [KoladaIndicatorID]
        var diagnostics: [Diagnostic]
        var exitStatus: ExitStatus
    }
}

/// Kolada's catalogue as it was answered, and what is asked for because of it.
private struct AskedCatalogue: Sendable {
    var question: KoladaQuestion
    var answers: [RememberingTransport.Kept]
    /// When the first request was made: by the clock that only goes forward, and since 1970.
    var began: (now: Double, wall: Double)
}

extension KoladaLoad {
    /// Fetches catalogue and values into a new snapshot; blocks the calling thread.
    ///
    /// Between the two, the ledger tells whether changes alone need be asked for.
    ///
    /// - Throws: `FetchFault` where the catalogue cannot be had, `Failure` for a selection that
    ///   cannot be meant, `SnapshotError` where nothing can be kept; `CancellationError`; what the
    ///   server reports.
    func fetch(_ connection: inout Connection) throws -> KeptFetch {
        let asked = try interruption.wait { try await askCatalogue() }
        let known = try asked.question.known(&connection, source: source.name)
        let decision = SweepRule(
            everyDays: spec.fullSweepEveryDays, overlapDays: spec.overlapDays,
            isDeclaredService: request.isDeclaredService
        ).decide(
            now: asked.began.wall, wish: request.sweep, isAccepting: request.acceptsSomething,
            indicators: asked.question.indicators, known: known)
        return try interruption.wait { try await fetch(asked, decision) }
    }

    private var settings: KoladaFetcher.Settings {
        KoladaFetcher.Settings(
            perSecond: request.requestsPerSecond, concurrency: spec.concurrency,
            retries: RetryPolicy(attempts: spec.attempts))
    }

    private func askCatalogue() async throws -> AskedCatalogue {
        let began = (now: clock.now(), wall: clock.wallClock())
        let watch = FetchWatch(self, plan: FetchPlan(FetchScope(indicators: [], units: [])))
        var asked: AskedCatalogue?
        try await withTransport(request.service.description) { transport in
            let remembering = RememberingTransport(transport, clock: clock)
            let catalogue = try await KoladaFetcher(
                service: request.service, transport: remembering, settings: settings,
                clock: clock, observe: { watch.hear($0) }
            ).catalogue()
            asked = AskedCatalogue(
                question: try KoladaQuestion(request, catalogue), answers: remembering.answers,
                began: began)
        }
        // A scope that did not run its body asked for nothing.
        guard let asked else { throw CancellationError() }
        return asked
    }

    private func fetch(
        _ asked: AskedCatalogue, _ decision: (since: CalendarDay?, reason: SweepRule.Reason)
    ) async throws -> KeptFetch {
        let question = asked.question
        let facts = FetchFacts(
            service: request.service, scope: question.scope(since: decision.since))
        let plan = FetchPlan(facts.scope)
        observer.hear(
            .fetchBegan(
                source: source.name, service: request.service.description,
                requests: plan.requestCount, indicators: question.indicators.count,
                units: question.units.count, changedSince: decision.since?.description,
                reason: decision.reason.rawValue))
        let store = SnapshotStore(request.snapshots)
        let writer = try store.begin(facts: facts.written, time: asked.began.wall)
        for answer in asked.answers {
            try await writer.record(
                SnapshotAnswer(
                    path: answer.path, time: answer.time, attempt: 1, status: 200,
                    verdict: .accepted), body: answer.body)
        }
        let watch = FetchWatch(self, plan: plan)
        var faults: [KeptFetch.Fault] = []
        try await withTransport(request.service.description) { transport in
            try await KoladaFetcher(
                service: request.service, transport: transport, settings: settings, clock: clock,
                writer: writer, observe: { watch.hear($0) }
            ).run(plan) { batch in
                guard let fault = batch.fault else { return }
                faults.append(
                    KeptFetch.Fault(
                        indicators: batch.indicators,
                        diagnostics: batch.diagnostics(years: facts.scope.years),
                        exitStatus: fault.exitStatus))
            }
        }
        let manifest = try await writer.finish(time: clock.wallClock())
        let seconds = clock.now() - asked.began.now
        let tally = watch.tally
        observer.hear(
            .fetchEnded(
                source: source.name, snapshot: manifest.name, answers: tally.answers,
                retries: tally.retries, bytes: tally.bytes,
                notFetched: faults.reduce(0) { $0 + $1.indicators.count }, seconds: seconds))
        return KeptFetch(
            store: store, manifest: manifest, facts: facts, faults: faults, seconds: seconds,
            sweep: try question.sweep(began: asked.began.wall, since: decision.since))
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
        guard !request.isRehearsal else { return [] }
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
