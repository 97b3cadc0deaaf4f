internal import Diagnostics
internal import Postgres
internal import SourceAdapters
internal import Warehouse

/// The second transaction of a load: checks what is staged, merges it, and balances the ledger.
struct OutcomeMergeStep {
    /// The path of the specification, for messages.
    let path: String
    /// The run, as the ledger numbers it.
    let run: Int32
    let started: ContinuousClock.Instant
    let maxRejectShare: Double
    let maxWithdrawnShare: Double
    /// Whether figures of money and of absence are staged as well.
    var mergesStatements = false

    /// From how many rows on a load may build the indexes at its end.
    static let bulkRows: Int64 = 50_000

    /// Merges what is staged and completes what is told of the load.
    func complete(
        _ outcome: inout LoadOutcome, _ staged: consuming OutcomeLoader.Staged,
        _ connection: inout Connection
    ) throws {
        var staged = staged
        outcome.load = staged.load
        if let refusal = try run(&connection, &staged) {
            outcome.state = .refused
            outcome.diagnostics = [refusal]
            outcome.exitStatus = .data
        }
        try OutcomeMerge.clearStaging(&connection)
        if mergesStatements { try ReportMerge.clearStaging(&connection) }
        // The merge has remarks of its own.
        outcome.diagnostics = staged.diagnostics + outcome.diagnostics
        outcome.counts = staged.counts
        outcome.seconds = (ContinuousClock.now - started) / .seconds(1)
    }

    /// Merges.
    /// - Returns: why nothing was loaded, or `nil` when it was.
    private func run(
        _ connection: inout Connection, _ staged: inout OutcomeLoader.Staged
    ) throws -> Diagnostic? {
        if let refusal = tooManyRejects(staged.counts) {
            return try refuse(&connection, staged, refusal)
        }
        if staged.isFirstLoad, try fillsInBulk(&connection, staged) {
            if let counts = try fill(&connection, staged) {
                staged.counts = counts
                return nil
            }
        }
        try settleRepetitions(&connection, &staged)
        if let refusal = tooManyRejects(staged.counts) {
            return try refuse(&connection, staged, refusal)
        }
        return try merge(&connection, &staged)
    }

    /// Whether so much comes into facts so few that building the indexes anew is the faster way.
    private func fillsInBulk(
        _ connection: inout Connection, _ staged: OutcomeLoader.Staged
    ) throws -> Bool {
        try staged.rows >= Self.bulkRows && !mergesStatements && staged.outcomes == staged.rows
            && OutcomeMerge.countFacts(&connection) <= staged.rows / 4
    }

    /// Fills in bulk; `nil` when staging turns out to hold repetitions, which the unique index finds.
    private func fill(
        _ connection: inout Connection, _ staged: OutcomeLoader.Staged
    ) throws -> LoadCounts? {
        do {
            return try connection.transaction(.readWrite) { connection in
                try proveStaging(&connection, staged)
                var counts = staged.counts
                counts.new = try OutcomeMerge.withoutIndexes(&connection) { connection in
                    try OutcomeMerge.fillOutcomes(&connection, load: staged.load)
                }
                // They take as long as all the rest; the next load has them to do.
                try finish(&connection, staged, .loaded, counts, leavesPlaces: true)
                return counts
            }
        } catch let error as PostgresError {
            guard error.sqlState == .uniqueViolation else { throw error }
            return nil
        }
    }

    /// What was taken out of each staging.
    private struct Settled {
        var outcomes: (rejected: Int64, removed: Int64) = (0, 0)
        var statements: (rejected: Int64, removed: Int64) = (0, 0)
    }

    /// Takes contradictions and repetitions out of staging, in a transaction of its own, so that the
    /// rejects stay whatever comes after.
    private func settleRepetitions(
        _ connection: inout Connection, _ staged: inout OutcomeLoader.Staged
    ) throws {
        let before = staged
        let settled = try connection.transaction(.readWrite) { connection -> Settled in
            try proveStaging(&connection, before)
            var settled = Settled()
            settled.outcomes = try OutcomeMerge.settleRepetitions(
                &connection, load: before.load)
            if mergesStatements {
                settled.statements = try ReportMerge.settleRepetitions(
                    &connection, load: before.load)
            }
            return settled
        }
        staged.rows -= settled.outcomes.rejected + settled.outcomes.removed
        staged.statements -= settled.statements.rejected + settled.statements.removed
        let removed = settled.outcomes.removed + settled.statements.removed
        staged.counts.rejected += settled.outcomes.rejected + settled.statements.rejected
        staged.counts.duplicates += removed
        if removed > 0 {
            staged.diagnostics.append(
                Diagnostic(
                    .note, code: "load.repetition",
                    Text(
                        sv: "\(removed) identiska upprepningar lästes in en gång",
                        en: "\(removed) identical repetitions were loaded once")))
        }
    }

    private func merge(
        _ connection: inout Connection, _ staged: inout OutcomeLoader.Staged
    ) throws -> Diagnostic? {
        let before = staged
        var refusal: Diagnostic?
        var counts = staged.counts
        do {
            try connection.transaction(.readWrite) { connection in
                try proveStaging(&connection, before)
                let vanished = try vanished(&connection, before)
                if let vanished {
                    refusal = vanished
                    throw RolledBack()
                }
                let outcomes = try OutcomeMerge.mergeOutcomes(&connection, load: before.load)
                let targets = try OutcomeMerge.mergeTargets(&connection, load: before.load)
                let statements =
                    mergesStatements
                    ? try ReportMerge.merge(&connection, load: before.load)
                    : OutcomeMerge.Result()
                counts.new = outcomes.new + targets.new + statements.new
                counts.revised = outcomes.revised + targets.revised + statements.revised
                counts.unchanged =
                    outcomes.unchanged + targets.unchanged + statements.unchanged
                // A row that could not be read may be the one that seems to have vanished.
                if !before.isFirstLoad, before.counts.rejected == 0 {
                    counts.withdrawn = try OutcomeMerge.withdrawVanished(
                        &connection, load: before.load, documents: before.documents)
                    if mergesStatements {
                        counts.withdrawn += try ReportMerge.withdrawVanished(
                            &connection, load: before.load, documents: before.documents)
                    }
                }
                if mergesStatements {
                    try ReportMerge.refreshWorkplaces(&connection, documents: before.documents)
                }
                try finish(&connection, before, .loaded, counts)
            }
        } catch is RolledBack {
            if let refusal { return try refuse(&connection, before, refusal) }
        }
        staged.counts = counts
        return nil
    }

    /// A transaction that is to leave no trace.
    private struct RolledBack: Error {}

    private func finish(
        _ connection: inout Connection, _ staged: OutcomeLoader.Staged, _ state: LoadLedger.State,
        _ counts: LoadCounts, leavesPlaces: Bool = false
    ) throws {
        try LoadLedger.finish(
            &connection, load: staged.load, state: state, counts: counts,
            seconds: (ContinuousClock.now - started) / .seconds(1), leavesPlaces: leavesPlaces)
    }

    /// Marks a load as refused; its rejects stay.
    private func refuse(
        _ connection: inout Connection, _ staged: OutcomeLoader.Staged, _ reason: Diagnostic
    ) throws -> Diagnostic {
        try connection.transaction(.readWrite) { connection in
            try finish(&connection, staged, .refused, staged.counts)
        }
        return reason
    }

    /// Proves that staging holds what was sent: a crash of the server empties it.
    private func proveStaging(
        _ connection: inout Connection, _ staged: OutcomeLoader.Staged
    ) throws {
        let cells = try OutcomeMerge.countStaged(&connection)
        let statements = mergesStatements ? try ReportMerge.countStaged(&connection) : 0
        let found = cells.outcomes + cells.targets + statements
        let sent = staged.rows + staged.statements
        guard found == sent else {
            throw Failure(
                .tryAgain, code: "load.staging-lost",
                Text(
                    sv: "mellanlagret har \(found) rader i stället för \(sent): "
                        + "servern har startats om",
                    en: "staging holds \(found) rows instead of \(sent): "
                        + "the server was restarted"),
                at: .table(name: "staging.observation"),
                hint: Text(sv: "kör igen", en: "run again"))
        }
    }

    private func tooManyRejects(_ counts: LoadCounts) -> Diagnostic? {
        guard counts.read > 0, counts.rejected > 0 else { return nil }
        let share = Double(counts.rejected) / Double(counts.read)
        guard share > maxRejectShare else { return nil }
        return Diagnostic(
            .error, code: "load.too-many-rejects",
            Text(
                sv: "\(counts.rejected) av \(counts.read) celler avvisades; källan tillåter "
                    + "\(percent(maxRejectShare)) %. Inget lästes in",
                en: "\(counts.rejected) of \(counts.read) cells were rejected; the source allows "
                    + "\(percent(maxRejectShare)) %. Nothing was loaded"),
            at: .file(path: path),
            hint: Text(
                sv: "se dem med \"riktmarke-etl rejects --run \(run)\"",
                en: "see them with \"riktmarke-etl rejects --run \(run)\""))
    }

    private func vanished(
        _ connection: inout Connection, _ staged: OutcomeLoader.Staged
    ) throws -> Diagnostic? {
        guard !staged.isFirstLoad, staged.counts.rejected == 0 else { return nil }
        var (stated, vanished) = try OutcomeMerge.countVanished(
            &connection, documents: staged.documents)
        if mergesStatements {
            let statements = try ReportMerge.countVanished(
                &connection, documents: staged.documents)
            stated += statements.stated
            vanished += statements.vanished
        }
        guard stated > 0, Double(vanished) / Double(stated) > maxWithdrawnShare else { return nil }
        return Diagnostic(
            .error, code: "load.too-much-vanished",
            Text(
                sv: "\(vanished) av \(stated) uppgifter finns inte längre i källan; den tillåter "
                    + "\(percent(maxWithdrawnShare)) %. Inget lästes in",
                en: "\(vanished) of \(stated) figures are no longer in the source; it allows "
                    + "\(percent(maxWithdrawnShare)) %. Nothing was loaded"),
            at: .file(path: path),
            hint: Text(
                sv: "är det rätt, höj max_withdrawn_share för en körning",
                en: "if that is right, raise max_withdrawn_share for one run"))
    }

    private func percent(_ share: Double) -> String {
        let tenths = Int((share * 1000).rounded())
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
