internal import Cases
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import SourceAdapters
internal import Warehouse

/// A delivery of case data that has been read, ready to be loaded.
struct CaseDelivery: SourceLoading {
    let source: SourceSpec
    let spec: CasesSpec
    let definitions: CaseDefinitions
    let file: CaseFile
    let fingerprint: [UInt8]
    let lastPurge: Int64
    let access: Int64
    /// What must be said of the session that it is loaded in.
    let warnings: [Diagnostic]

    /// A transaction that is to leave no trace, and why.
    private struct RolledBack: Error {
        var refusal: Diagnostic
    }

    func load(
        _ connection: inout Connection, run: Int32, progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        let started = ContinuousClock.now
        var outcome = LoadOutcome(source: source.name, state: .loaded)
        let sourceKey = try SourceDimension.upsert(
            &connection,
            SourceDimension.Description(
                code: source.name, title: source.title.sv, publisher: source.origin.publisher,
                licence: source.origin.licence, url: source.origin.url, precedence: spec.precedence)
        )
        let identity = try identity(&connection)
        let last = try LoadLedger.lastIdentity(&connection, source: sourceKey)
        if last == identity {
            outcome.state = .unchanged
            return outcome
        }
        let load = try open(&connection, run: run, source: sourceKey, identity: identity)
        outcome.load = load
        progress(Int64(file.rowCount))
        outcome.counts.read = Int64(file.rejects.count)
        outcome.counts.rejected = outcome.counts.read
        var refusal = tooManyRejects(run)
        if refusal == nil {
            do {
                try fill(
                    &connection, &outcome, source: sourceKey, load: load, started: started,
                    isFirstLoad: last == nil, run: run)
            } catch let undone as RolledBack {
                refusal = undone.refusal
            }
        }
        outcome.diagnostics = warnings + outcome.diagnostics
        outcome.seconds = (ContinuousClock.now - started) / .seconds(1)
        guard let refusal else { return outcome }
        outcome.state = .refused
        outcome.diagnostics.append(refusal)
        outcome.exitStatus = .data
        let refused = outcome
        try connection.transaction(.readWrite) { connection in
            try LoadLedger.finish(
                &connection, load: load, state: .refused, counts: refused.counts,
                seconds: refused.seconds)
        }
        return outcome
    }

    /// Merges the cases and the shares that are computed from them: both, or neither.
    /// - Throws: `RolledBack` where what is there must not be exchanged for so much less.
    private func fill(
        _ connection: inout Connection, _ outcome: inout LoadOutcome, source: Int16, load: Int32,
        started: ContinuousClock.Instant, isFirstLoad: Bool, run: Int32
    ) throws {
        let before = outcome
        outcome = try connection.transaction(.readWrite) { connection in
            let staged = try stage(
                &connection, source: source, load: load, counts: before.counts,
                isFirstLoad: isFirstLoad)
            var merged = before
            try OutcomeMergeStep(
                path: self.source.path, run: run, started: started, maxRejectShare: 1,
                maxWithdrawnShare: spec.maxWithdrawnShare
            ).complete(&merged, staged, &connection)
            if merged.state == .refused, let refusal = merged.diagnostics.last {
                throw RolledBack(refusal: refusal)
            }
            return merged
        }
    }

    /// The same bytes, declarations, key and state of the database give the same result.
    private func identity(_ connection: inout Connection) throws -> [UInt8] {
        try LoadIdentity.digest(of: [
            Array("cases 1".utf8), SpecificationBytes.read(source.path),
            LoadLedger.referenceDigest(&connection), definitions.bytes, file.identity.sha256,
            fingerprint, Array("\(lastPurge)".utf8),
        ])
    }

    /// Opens the load and keeps the rejects, so that they are there whatever comes after.
    private func open(
        _ connection: inout Connection, run: Int32, source: Int16, identity: [UInt8]
    ) throws -> Int32 {
        try connection.transaction(.readWrite) { connection in
            let load = try LoadLedger.begin(
                &connection, run: run, source: source, identity: identity,
                files: [
                    LoadLedger.File(
                        number: 1, name: file.identity.path, sha256: file.identity.sha256,
                        byteCount: Int64(file.identity.size), encoding: file.encoding)
                ])
            try RejectWriter.write(file.rejects, load: load, to: &connection)
            return load
        }
    }

    /// Merges the cases, computes the shares from what is then there, and stages them as outcomes.
    private func stage(
        _ connection: inout Connection, source key: Int16, load: Int32, counts: LoadCounts,
        isFirstLoad: Bool
    ) throws -> OutcomeLoader.Staged {
        let delivery = CaseStore.Delivery(
            source: source.name, municipality: spec.municipality, load: load,
            fingerprint: fingerprint, observation: spec.observation,
            readRows: Int64(file.rowCount), rejectedRows: Int64(file.rejects.count))
        var rates = CaseRates(wantedDefinitions, observed: spec.observation)
        let merged = try CaseStore.withRole(&connection) { connection in
            let merged = try CaseStore.merge(&connection, delivery, file.records)
            try CaseStore.read(&connection, access: access) { rates.add($0) }
            return merged
        }
        if merged.withdrawnShare > spec.maxWithdrawnShare {
            throw RolledBack(refusal: tooManyWithdrawn(merged))
        }
        let own = try SourceDimension.upsertOwnDocument(&connection, source: key)
        let counted = rates.finish()
        var figures = try CaseFigures(&connection, spec, counted.rates)
        figures.diagnostics += CaseRemarks.diagnostics(counted.notes, path: source.path)
        figures.diagnostics.append(CaseRemarks.summary(merged, file, path: file.identity.path))
        try OutcomeMerge.clearStaging(&connection)
        try StagingWriter(fileNumber: 1, ownDocument: own).write(
            figures.observations, notes: [CaseFigures.note], to: &connection)
        try PeriodDimension.add(&connection, figures.periods)
        var counts = counts
        counts.read += Int64(figures.observations.count)
        counts.missing = Int64(figures.observations.count { !$0.value.isPresent })
        return OutcomeLoader.Staged(
            load: load, documents: try SourceDimension.documents(&connection, of: key),
            isFirstLoad: isFirstLoad, counts: counts, rows: Int64(figures.observations.count),
            outcomes: Int64(figures.observations.count), diagnostics: figures.diagnostics)
    }

    private var wantedDefinitions: [CaseDefinition] {
        spec.indicators.isEmpty
            ? definitions.all : definitions.all.filter { spec.indicators.contains($0.indicator) }
    }

    private func tooManyRejects(_ run: Int32) -> Diagnostic? {
        guard file.rowCount > 0,
            Double(file.rejects.count) / Double(file.rowCount) > spec.maxRejectShare
        else { return nil }
        return Diagnostic(
            .error, code: "load.too-many-rejects",
            Text(
                sv: "\(file.rejects.count) av \(file.rowCount) rader avvisades, fler än källan "
                    + "tillåter. Inget lästes in",
                en: "\(file.rejects.count) of \(file.rowCount) rows were rejected, more than the "
                    + "source allows. Nothing was loaded"),
            at: .file(path: source.path),
            hint: Text(
                sv: "se dem med \"riktmarke-etl rejects --run \(run)\"",
                en: "see them with \"riktmarke-etl rejects --run \(run)\""))
    }

    private func tooManyWithdrawn(_ merged: CaseStore.Merged) -> Diagnostic {
        Diagnostic(
            .error, code: "load.too-much-vanished",
            Text(
                sv: "\(merged.withdrawn) ärenden finns inte längre i leveransen, fler än källan "
                    + "tillåter. Inget lästes in",
                en: "\(merged.withdrawn) cases are no longer in the delivery, more than the source "
                    + "allows. Nothing was loaded"),
            at: .file(path: source.path),
            hint: Text(
                sv: "är det rätt, höj max_withdrawn_share för en körning",
                en: "if that is right, raise max_withdrawn_share for one run"))
    }
}
