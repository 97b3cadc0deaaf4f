internal import Diagnostics
internal import Indicators
internal import Kolada
internal import KoladaSource
internal import Pipeline
internal import Postgres
internal import SourceAdapters
internal import SystemPackage

/// Loads a file of values, in bounded memory, without any network.
struct FileLoad {
    /// Grows when the same file would be loaded otherwise than before.
    private static let interpretation = "kolada file 1"
    /// How many rows one transaction merges: a usual night's changes fit into one, so that the end
    /// of the file has been seen before anything is lasting.
    private static let rowsInTransaction = 400_000
    /// How many of them are merged at once, while the file is read on: fewer cost the server more, which is
    /// what is waited for.
    private static let rowsInPiece = 10_000
    /// How many slices may have been read and not sent, so that the file is read while the server writes.
    ///
    /// A slice has some hundred rows of 24 bytes.
    private static let slicesAhead = 800

    let load: KoladaLoad
    let path: FilePath
    let run: Int32

    /// Loads the file, unless the last load was of the same bytes.
    func load(
        _ connection: inout Connection, progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        let started = ContinuousClock.now
        var reporting = KoladaReporting(load: load, run: run)
        let selection = try FileSelection(load.request)
        let digest = try FileDigest(path)
        let file = SliceFile(
            name: path.lastComponent?.string ?? path.string, sha256: digest.sha256,
            byteCount: digest.size)
        let identity = try LoadIdentity.digest(of: [
            Array(Self.interpretation.utf8), digest.sha256, Array(selection.written.utf8),
            Array("\(load.description) \(load.rules)".utf8),
        ])
        if !load.request.acceptsSomething,
            try SliceLoader.isRepetition(
                &connection, source: load.source.name, identity: identity)
        {
            return LoadOutcome(source: load.source.name, state: .unchanged)
        }
        let request = SliceRequest(
            source: load.description, units: selection.units, rules: load.rules,
            accepted: load.request.accepted, identity: identity,
            rowsInTransaction: Self.rowsInTransaction, rowsInPiece: Self.rowsInPiece)
        let loader = SliceLoader(request, run: run)
        let making = SliceMaking(units: selection.units, years: load.request.years)
        let reading = FileReading(
            path: path, indicators: selection.indicators, file: file, making: making)
        let report: SliceReport
        let tally: ReadingTally
        do {
            (report, tally) = try read(reading, .grouped, loader, &connection, progress)
        } catch KoladaReadError.format(let error) where error.code == .notGrouped {
            // Nothing of it is lasting: the end of the file had not been seen.
            (report, tally) = try read(reading, .any, loader, &connection, progress)
        }
        reporting.take(tally, origin: .file(path: path.string)) { _ in file }
        try reporting.record(report, bytes: digest.size, answers: 1, &connection)
        return reporting.outcome(report, seconds: (ContinuousClock.now - started) / .seconds(1))
    }

    /// Loads what a task of its own reads ahead.
    private func read(
        _ reading: FileReading, _ order: ValueFile.Order, _ loader: SliceLoader,
        _ connection: inout Connection, _ progress: (Int64) -> Void
    ) throws -> (SliceReport, ReadingTally) {
        var tally: ReadingTally?
        let report = try load.interruption.run(capacity: Self.slicesAhead) {
            (queue: Handover<FileReading.Part>) in
            try await reading.read(order) { try await queue.put($0) }
        } consume: { queue in
            try loader.load(
                &connection, progress: progress, committed: load.tellCommit,
                rejects: { (tally?.rejects ?? []).map { $0.kept(file: reading.file) } },
                // Costs another reading, unless the end has been seen already.
                prove: { if tally == nil { try reading.prove(order) } }
            ) {
                switch try queue.next() {
                case .slice(let slice): return slice
                case .end(let met): tally = met
                case nil: break
                }
                return nil
            }
        }
        return (report, tally ?? ReadingTally())
    }
}

/// What is wanted of a file, which no catalogue comes with.
struct FileSelection {
    /// The indicators; nil for all.
    let indicators: Set<KoladaIndicatorID>?
    /// The units; nil for all.
    let units: [MunicipalityCode]?
    /// The selection in words, the same for the same selection.
    let written: String

    /// Resolves a request.
    /// - Throws: `Failure` with status 64 for what is no id, and for groups and areas.
    init(_ request: KoladaRequest) throws {
        indicators =
            request.indicators == .all
            ? nil : Set(try request.indicators.resolve(in: KoladaCatalogue()))
        switch request.units {
        case .all: units = nil
        case .listed(let codes, let groups):
            units = try (codes + groups).map(Self.unit)
        }
        let list = indicators.map { $0.sorted().map(\.description).joined(separator: ",") }
        let places = units.map { $0.sorted().map(\.description).joined(separator: ",") }
        let years = request.years.map { "\($0.lowerBound)-\($0.upperBound)" }
        written = [list, places, years].map { $0 ?? "all" }.joined(separator: ";")
    }

    private static func unit(_ text: String) throws -> MunicipalityCode {
        do {
            return try MunicipalityCode(text)
        } catch {
            throw Failure(
                .usage, code: "kolada.unknown-unit",
                Text(
                    sv: "\"\(text)\" är ingen enhets kod", en: "\"\(text)\" is no unit's code"),
                at: .argument("--unit"),
                hint: Text(
                    sv: "skriv fyra siffror; grupper kräver Koladas katalog, som en fil inte har",
                    en:
                        "write four digits; groups need Kolada's catalogue, which a file does not have"
                ))
        }
    }
}
