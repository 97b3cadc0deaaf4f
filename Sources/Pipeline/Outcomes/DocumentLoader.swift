internal import Diagnostics
internal import Indicators
public import Postgres
public import SourceAdapters
public import Warehouse

/// A document whose figures were read elsewhere than from a file of cells, ready to be loaded.
public struct StatedDocument: Sendable {
    /// The source that it is in the warehouse.
    public var source: SourceDimension.Description
    /// What it is.
    public var report: SourceDimension.Report
    /// The file that was read.
    public var file: FileIdentity
    /// The encoding it was read in.
    public var encoding: String
    /// The path of what declares how it is read, for messages.
    public var specification: String
    /// What the reading depends on besides the file and the reference data.
    public var interpretation: [[UInt8]]
    /// Largest share of its figures that may be rejected.
    public var maxRejectShare: Double
    /// Largest share of its figures that may vanish from one load to the next.
    public var maxWithdrawnShare: Double
    /// Where it contradicts itself.
    public var findings: [StatedFinding]
    /// Finds the keys of its figures.
    public var figures: @Sendable (DimensionIndex) throws -> DocumentFigures

    /// Describes a document.
    public init(
        source: SourceDimension.Description, report: SourceDimension.Report, file: FileIdentity,
        encoding: String, specification: String, interpretation: [[UInt8]],
        maxRejectShare: Double, maxWithdrawnShare: Double, findings: [StatedFinding],
        figures: @escaping @Sendable (DimensionIndex) throws -> DocumentFigures
    ) {
        self.source = source
        self.report = report
        self.file = file
        self.encoding = encoding
        self.specification = specification
        self.interpretation = interpretation
        self.maxRejectShare = maxRejectShare
        self.maxWithdrawnShare = maxWithdrawnShare
        self.findings = findings
        self.figures = figures
    }
}

/// Loads a document as a source of its own, by the same two transactions as a file of cells: the
/// first stages figures and keeps rejects, the second merges all of the document or nothing.
public struct DocumentLoader: Sendable {
    /// The document.
    public let document: StatedDocument
    /// The run, as the ledger numbers it.
    public let run: Int32

    /// Prepares to load a document in a run.
    public init(_ document: StatedDocument, run: Int32) {
        self.document = document
        self.run = run
    }

    /// Loads the document.
    ///
    /// - Parameter connection: a session of `riktmarke_etl` that holds the lock of runs.
    /// - Returns: what became of it; a document that the database refuses is part of the answer.
    /// - Throws: what breaks the session.
    public func load(_ connection: inout Connection) throws -> LoadOutcome {
        do {
            return try loaded(&connection)
        } catch let error as any DiagnosticConvertible {
            return LoadOutcome(source: document.source.code, failure: error)
        } catch let error as PostgresError
            where !connection.isBroken && ![.cancelled, .connectionLost].contains(error.code)
        {
            return LoadOutcome(source: document.source.code, refusal: error)
        }
    }

    private func loaded(_ connection: inout Connection) throws -> LoadOutcome {
        let started = ContinuousClock.now
        var outcome = LoadOutcome(source: document.source.code, state: .loaded)
        let source = try SourceDimension.upsert(&connection, document.source)
        let identity = try LoadIdentity.digest(
            of: document.interpretation + [
                LoadLedger.referenceDigest(&connection), document.file.sha256,
            ])
        let last = try LoadLedger.lastIdentity(&connection, source: source)
        if last == identity {
            outcome.state = .unchanged
            return outcome
        }
        let staged = try stage(
            &connection, source: source, identity: identity, isFirstLoad: last == nil)
        try OutcomeMergeStep(
            path: document.specification, run: run, started: started,
            maxRejectShare: document.maxRejectShare,
            maxWithdrawnShare: document.maxWithdrawnShare, mergesStatements: true
        ).complete(&outcome, staged, &connection)
        return outcome
    }

    private func stage(
        _ connection: inout Connection, source: Int16, identity: [UInt8], isFirstLoad: Bool
    ) throws -> OutcomeLoader.Staged {
        try OutcomeMerge.clearStaging(&connection)
        try ReportMerge.clearStaging(&connection)
        return try connection.transaction(.readWrite) { connection in
            let own = try SourceDimension.upsertReport(
                &connection, source: source, document.report)
            let dimensions = try DimensionIndex(&connection, documents: [:])
            let figures = try document.figures(dimensions)
            let batch = figures.observations
            let load = try LoadLedger.begin(
                &connection, run: run, source: source, identity: identity,
                files: [
                    LoadLedger.File(
                        number: 1, name: document.file.path, sha256: document.file.sha256,
                        byteCount: Int64(document.file.size), encoding: document.encoding)
                ])
            try StagingWriter(fileNumber: 1, ownDocument: own).write(batch, to: &connection)
            try RejectWriter.write(batch.rejects, load: load, fileNumber: 1, to: &connection)
            let statements = StatementWriter(fileNumber: 1, document: own)
            try statements.write(figures.economy, to: &connection)
            try statements.write(figures.absence, to: &connection)
            let found = figures.contradictions.map(StatedFinding.init)
            try FindingWriter.write(
                document.findings + found, load: load, document: own, to: &connection)
            var periods = Set(batch.observations.map(\.periodKey).compactMap { Period(key: $0) })
            periods.formUnion(figures.economy.map(\.period))
            periods.formUnion(figures.absence.map(\.period))
            try PeriodDimension.add(&connection, periods)
            var counts = LoadCounts()
            counts.read = Int64(
                batch.counts.figures - batch.counts.skipped + figures.statementCount)
            counts.rejected = Int64(batch.counts.rejected)
            counts.missing = Int64(
                batch.counts.missing + figures.economy.count { !$0.amount.isPresent }
                    + figures.absence.count { !$0.value.isPresent })
            return OutcomeLoader.Staged(
                load: load,
                documents: try SourceDimension.documents(&connection, of: source),
                isFirstLoad: isFirstLoad, counts: counts, rows: Int64(batch.observations.count),
                outcomes: Int64(batch.observations.count { $0.measure == .outcome }),
                diagnostics: batch.warnings, statements: Int64(figures.statementCount))
        }
    }
}
