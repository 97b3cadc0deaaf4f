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
        var outcome = try loadKept(fetch, &connection, run: run, progress: progress)
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
            return try SliceLoader(request, run: run).load(&connection, progress: progress) {
                while ready.isEmpty, let batch = try queue.next() {
                    if batch.fault != nil, known.isDisjoint(with: batch.indicators) {
                        reporting.take(batch, years: scope.years)
                    }
                    reporting.take(batch.tally, origin: .url(fetch.facts.service.description))
                    guard let file = files.file(of: batch) else { continue }
                    ready = batch.slices.compactMap { making.slice($0, from: file) }.reversed()
                    reporting.met(batch)
                }
                return ready.popLast()
            }
        }
        reporting.warnOfUnlisted(scope.indicators, catalogue)
        try reporting.record(
            report, bytes: Int64(fetch.manifest.acceptedBytes),
            answers: Int64(fetch.manifest.accepted.count), fetchSeconds: fetch.seconds, &connection)
        return reporting.outcome(
            report, seconds: (ContinuousClock.now - started) / .seconds(1) + fetch.seconds)
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

/// The stored answers as files of the ledger.
struct AnswerFiles {
    private let snapshot: String
    private let service: ServiceAddress
    private let accepted: [String: SnapshotAnswer]

    init(_ manifest: SnapshotManifest, service: ServiceAddress) {
        snapshot = manifest.name
        self.service = service
        accepted = manifest.accepted
    }

    /// The answers that a batch was read from: one file, whose digest is that of its pages'.
    ///
    /// A row is too small to say which of its batch's pages it stood on; the snapshot's manifest
    /// has them all.
    func file(of batch: FetchedBatch) -> SliceFile? {
        let answers = batch.paths.compactMap { accepted[$0] }
        guard let first = answers.first else { return nil }
        let digests = answers.map { Self.bytes(ofHexadecimal: $0.sha256) }
        let sha256 = digests.count == 1 ? digests[0] : (try? LoadIdentity.digest(of: digests))
        guard let sha256, sha256.count == 32 else { return nil }
        return SliceFile(
            name: "\(snapshot) \(batch.indicators.first.map(\.description) ?? "")",
            sha256: sha256, byteCount: Int64(answers.reduce(0) { $0 + $1.size }),
            url: service.url(of: first.path),
            fetchedAt: PostgresTimestamp(unixMicroseconds: Int64(first.time * 1e6)))
    }

    private static func bytes(ofHexadecimal text: String) -> [UInt8] {
        let digits = text.utf8.map { $0 < 0x3A ? $0 &- 0x30 : $0 &- 0x57 }
        return stride(from: 0, to: digits.count - 1, by: 2).map {
            digits[$0] << 4 | digits[$0 + 1]
        }
    }
}
