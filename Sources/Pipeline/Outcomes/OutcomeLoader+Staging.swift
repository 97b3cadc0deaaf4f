internal import Diagnostics
internal import Indicators
internal import Postgres
internal import SourceAdapters
internal import Tabular
internal import Warehouse

extension OutcomeLoader {
    /// The first transaction: opens the load, fills staging, keeps rejects.
    func stage(
        _ connection: inout Connection, source: Int16, identity: [UInt8],
        inspections: [SourceInspection], isFirstLoad: Bool
    ) throws -> Staged {
        try OutcomeMerge.clearStaging(&connection)
        return try connection.transaction(.readWrite) { connection in
            let (own, documents) = try documents(&connection, source: source)
            let dimensions = try DimensionIndex(&connection, documents: documents)
            var readers = StagingRead(own: own, dimensions: dimensions)
            let load = try LoadLedger.begin(
                &connection, run: run, source: source, identity: identity,
                files: ledgerFiles(inspections))
            for (index, path) in files.enumerated() {
                try readers.read(
                    path, identity: inspections[index].identity, number: Int16(index + 1),
                    load: load,
                    spec: outcomes, progress: progress, &connection)
            }
            try PeriodDimension.add(&connection, readers.periods)
            return Staged(
                load: load,
                documents: try SourceDimension.documents(&connection, of: source),
                isFirstLoad: isFirstLoad, counts: readers.counts, rows: readers.rows,
                outcomes: readers.outcomes, diagnostics: readers.diagnostics)
        }
    }

    private func ledgerFiles(_ inspections: [SourceInspection]) -> [LoadLedger.File] {
        inspections.enumerated().map { index, inspection in
            LoadLedger.File(
                number: Int16(index + 1), name: inspection.identity.path,
                sha256: inspection.identity.sha256, byteCount: Int64(inspection.identity.size),
                encoding: inspection.encoding.rawValue)
        }
    }

    /// The document that figures belong to, and those that a column may name.
    private func documents(
        _ connection: inout Connection, source: Int16
    ) throws -> (own: Int32, byCode: [String: Int32]) {
        switch outcomes.document {
        case .source:
            return (try SourceDimension.upsertOwnDocument(&connection, source: source), [:])
        case .column:
            let own = try SourceDimension.upsertOwnDocument(&connection, source: source)
            return (
                own, try SourceDimension.upsertDocuments(&connection, source: source, codes: nil)
            )
        case .code(let code, let location):
            let found = try SourceDimension.upsertDocuments(
                &connection, source: source, codes: [code])
            guard let key = found[code] else {
                throw SourceError(
                    .configuration,
                    [
                        Diagnostic(
                            .error, code: "spec.unknown-document",
                            Text(
                                sv: "inget dokument heter \"\(code)\"",
                                en: "no document is called \"\(code)\""),
                            at: location,
                            hint: Text(
                                sv: "beskriv det i documents.csv",
                                en: "describe it in documents.csv"
                            ))
                    ])
            }
            return (key, found)
        }
    }
}

/// Reads files into staging, and remembers what came by.
private struct StagingRead {
    let own: Int32
    let dimensions: DimensionIndex
    var counts = LoadCounts()
    var rows: Int64 = 0
    var outcomes: Int64 = 0
    var periods: Set<Period> = []
    var diagnostics: [Diagnostic] = []
    private var periodKeys: Set<Int32> = []
    private var latestPeriod: Int32 = 0

    init(own: Int32, dimensions: DimensionIndex) {
        self.own = own
        self.dimensions = dimensions
    }

    mutating func read(
        _ path: String, identity: FileIdentity, number: Int16, load: Int32, spec: OutcomesSpec,
        progress: (Int64) -> Void, _ connection: inout Connection
    ) throws {
        var reader = try OutcomeReader(
            path: path, spec: spec, dimensions: dimensions, expecting: identity)
        diagnostics += reader.inspection.diagnostics
        let writer = StagingWriter(fileNumber: number, ownDocument: own)
        var batch = ObservationBatch(capacity: 16_384)
        while try reader.read(into: &batch) {
            note(batch)
            try writer.write(batch, to: &connection)
            try RejectWriter.write(
                batch.rejects, load: load, fileNumber: number, to: &connection)
            progress(counts.read)
        }
    }

    private mutating func note(_ batch: ObservationBatch) {
        counts.read += Int64(batch.counts.figures - batch.counts.skipped)
        counts.rejected += Int64(batch.counts.rejected)
        counts.missing += Int64(batch.counts.missing)
        rows += Int64(batch.observations.count)
        for observation in batch.observations {
            if observation.measure == .outcome { outcomes += 1 }
            guard observation.periodKey != latestPeriod else { continue }
            latestPeriod = observation.periodKey
            if periodKeys.insert(latestPeriod).inserted, let period = Period(key: latestPeriod) {
                periods.insert(period)
            }
        }
        if diagnostics.count < 100 { diagnostics += batch.warnings }
    }
}
