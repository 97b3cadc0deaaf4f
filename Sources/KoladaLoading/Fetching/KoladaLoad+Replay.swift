internal import Diagnostics
internal import Indicators
internal import Kolada
internal import KoladaSource
internal import Pipeline
internal import Postgres
internal import Snapshots
internal import SourceAdapters
internal import Warehouse

extension KoladaLoad {
    /// Loads what has just been fetched; snapshots beyond the declared number are removed.
    func loadFetched(
        _ fetch: KeptFetch, _ connection: inout Connection, run: Int32,
        progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        var key: Int16?
        if let sweep = fetch.sweep {
            key = try connection.transaction(.readWrite) { connection in
                let key = try SourceDimension.upsert(&connection, description)
                try SweepLedger.begin(&connection, run: run, source: key, sweep)
                return key
            }
        }
        var outcome = try loadKept(fetch, &connection, run: run, progress: progress)
        if let key, fetch.faults.isEmpty {
            try SweepLedger.finish(
                &connection, run: run, source: key, isSettled: outcome.exitStatus == .ok)
        }
        outcome.diagnostics += prune()
        return outcome
    }

    /// Loads a snapshot: the catalogue first, then its slices.
    func loadKept(
        _ fetch: KeptFetch, _ connection: inout Connection, run: Int32,
        progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        let started = ContinuousClock.now
        var reporting = KoladaReporting(load: self, run: run)
        for fault in fetch.faults { reporting.take(fault) }
        let fetcher = KoladaFetcher(
            service: fetch.facts.service,
            transport: ReplayTransport(fetch.store, fetch.manifest),
            settings: .init(
                perSecond: 0, concurrency: 2, retries: RetryPolicy(attempts: 1)), clock: clock)
        let catalogue = try interruption.wait { try await fetcher.catalogue() }
        do {
            _ = try CatalogueLoader.load(
                &connection, try Self.catalogue(catalogue, fetch.manifest), source: description,
                run: run)
        } catch let failure as Failure {
            // The figures are as good as they would be without the catalogue.
            reporting.take(failure)
        }
        let scope = fetch.facts.scope
        let request = SliceRequest(
            source: description, units: try units(of: scope, &connection),
            coverage: scope.changedSince == nil ? .complete : .changes, rules: rules,
            accepted: self.request.accepted)
        let files = AnswerFiles(fetch.manifest, service: fetch.facts.service)
        let known = Set(fetch.faults.flatMap(\.indicators))
        let making = SliceMaking(units: nil, years: nil)
        let report = try interruption.run(capacity: 2) { (queue: Handover<FetchedBatch>) in
            try await fetcher.run(FetchPlan(scope)) { try await queue.put($0) }
        } consume: { queue in
            var ready: [Slice] = []
            return try SliceLoader(request, run: run).load(
                &connection, progress: progress, committed: tellCommit,
                rejects: { reporting.rejects }
            ) {
                while ready.isEmpty, let batch = try queue.next() {
                    if batch.fault != nil, known.isDisjoint(with: batch.indicators) {
                        reporting.take(batch, years: scope.years)
                    }
                    let pages = files.files(of: batch)
                    reporting.take(
                        batch.tally, origin: .url(fetch.facts.service.description)
                    ) { reject in
                        reject.page.flatMap(files.file) ?? pages?.whole
                    }
                    guard let pages else { continue }
                    ready = batch.slices.compactMap { making.slice($0, from: pages) }.reversed()
                    reporting.met(batch)
                }
                return ready.popLast()
            }
        }
        // An answer with changes alone says nothing of an indicator that has none.
        if scope.changedSince == nil { reporting.warnOfUnlisted(scope.indicators, catalogue) }
        try reporting.record(
            report, bytes: Int64(fetch.manifest.acceptedBytes),
            answers: Int64(fetch.manifest.accepted.count), fetchSeconds: fetch.seconds, &connection)
        return reporting.outcome(
            report, seconds: (ContinuousClock.now - started) / .seconds(1) + fetch.seconds)
    }

    /// Tells the observer of a transaction that is lasting.
    func tellCommit(_ commit: SliceLoader.Commit) {
        observer.hear(
            .slicesCommitted(
                source: source.name, load: commit.load, slices: commit.slices, held: commit.held,
                counts: commit.counts, seconds: commit.seconds))
        if commit.leavesPlaces { observer.hear(.placesLeft) }
    }

    /// The units asked for; nil when they are all that the warehouse knows.
    private func units(
        of scope: FetchScope, _ connection: inout Connection
    ) throws -> [MunicipalityCode]? {
        let asked = Set(scope.units.map(\.description))
        let known = try connection.rows(SliceStatement.listMunicipalities).map(\.1)
        return asked.isSuperset(of: known) ? nil : scope.units
    }
}
