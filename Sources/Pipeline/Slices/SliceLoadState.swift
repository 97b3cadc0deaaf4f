internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Warehouse

/// What a load by slices knows and has done so far.
struct SliceLoadState {
    /// An indicator in the dimension.
    struct Indicator {
        var key: Int32
        var isSecret: Bool
    }

    /// Slices that are sent together.
    struct Batch {
        var slices: [PreparedSlice] = []
        var rows = 0
        /// The files that its slices come from.
        var files: Set<SliceFile> = []
    }

    let request: SliceRequest
    let store: SliceStore
    let isFirstLoad: Bool
    let started = ContinuousClock.now
    var report = SliceReport()
    /// Rows of slices that were not sent.
    var unchangedRows: Int64 = 0
    /// Slices that are still held back.
    var metHolds: [SliceKey] = []
    /// Slices that were held back and whose figures are now those that the warehouse has.
    var passedHolds: [SliceKey] = []
    /// Indicators that the warehouse does not know, with the keys that stand for them meanwhile.
    private(set) var unknown: [(key: Int32, code: String)] = []

    private var known: [SliceKey: SliceStore.Known]
    private var holds: [SliceKey: (digest: [UInt8], held: HeldSlice)]
    private var indicators: [IndicatorCode: Indicator] = [:]
    private var preparation: SlicePreparation
    private var rowsSeen: Int64 = 0
    private var secret: Set<IndicatorCode> = []
    /// A slice that did not go into the batch, because the batch has it already.
    private var waiting: Slice?

    /// Reads what the warehouse knows; inside the caller's transaction.
    init(_ loader: SliceLoader, _ connection: inout Connection) throws {
        request = loader.request
        let source = try SourceDimension.upsert(&connection, request.source)
        let document = try SourceDimension.upsertOwnDocument(&connection, source: source)
        let units = try connection.rows(SliceStatement.listMunicipalities)
        let keys = Dictionary(units.map { ($0.1, $0.0) }, uniquingKeysWith: { first, _ in first })
        var wanted: [Int16]?
        if let asked = request.units {
            wanted = try asked.map { code in
                guard let key = keys[code.description] else { throw Self.unknownUnit(code) }
                return key
            }
        }
        store = SliceStore(
            source: source, document: document,
            scope: try SliceStore.scope(&connection, source: source, municipalities: wanted))
        preparation = SlicePreparation(
            units: units.compactMap { key, code in Int(code).map { (key: key, number: $0) } },
            wanted: wanted)
        known = request.coverage == .complete ? try store.digests(&connection) : [:]
        holds = try store.holds(&connection)
        let hasBeenLoaded = try store.hasBeenLoaded(&connection)
        isFirstLoad = !hasBeenLoaded && request.coverage == .complete
        for (key, code, isSecret) in try connection.rows(SliceStatement.listIndicators) {
            guard let code = IndicatorCode(code) else { continue }
            indicators[code] = Indicator(key: key, isSecret: isSecret)
        }
    }

    private static func unknownUnit(_ code: MunicipalityCode) -> Failure {
        Failure(
            .usage, code: "slice.unknown-unit",
            Text(sv: "enheten \(code) finns inte", en: "there is no unit \(code)"),
            hint: Text(
                sv: "\"riktmarke municipalities\" visar vilka som finns",
                en: "\"riktmarke municipalities\" shows those there are"))
    }

    /// What the next run may compare itself with; nil where something is left to be told again.
    var identity: [UInt8]? {
        report.exitStatus == .ok && report.counts.rejected == 0 ? request.identity : nil
    }

    /// Takes slices until there are rows enough.
    mutating func collect(
        rows enough: Int, progress: (Int64) -> Void, _ next: () throws -> Slice?
    ) throws -> Batch {
        let started = ContinuousClock.now
        defer { report.readingSeconds += (ContinuousClock.now - started) / .seconds(1) }
        var batch = Batch()
        var keys: Set<SliceKey> = []
        unknown = []
        while batch.rows < enough, batch.files.count < SliceWriter.filesInPiece,
            let slice = try waiting ?? next()
        {
            waiting = nil
            guard let key = try key(of: slice) else { continue }
            if keys.contains(key) {
                // The source states it twice: one after the other, never in one merge.
                waiting = slice
                break
            }
            rowsSeen += Int64(slice.rows.count)
            guard mustBeSent(slice, key) else { continue }
            guard
                let prepared = preparation.prepare(slice, key: key, coverage: request.coverage)
            else {
                report.diagnostics.append(Self.beyondMeasure(slice))
                continue
            }
            keys.insert(key)
            batch.files.formUnion(slice.files)
            batch.rows += prepared.rows.count
            batch.slices.append(prepared)
        }
        progress(rowsSeen)
        return batch
    }

    /// The key of a slice; `nil` for one whose figures must not enter the facts.
    private mutating func key(of slice: Slice) throws -> SliceKey? {
        guard let period = Period(year: slice.year) else {
            throw Failure(
                .data, code: "slice.year",
                Text(
                    sv: "\(slice.name): året ligger inte mellan 1900 och 2199",
                    en: "\(slice.name): the year is not within 1900 to 2199"))
        }
        if let indicator = indicators[slice.indicator] {
            guard !indicator.isSecret else {
                if secret.insert(slice.indicator).inserted {
                    report.diagnostics.append(Self.isSecret(slice.indicator))
                }
                return nil
            }
            return SliceKey(indicator: indicator.key, period: period.key)
        }
        // Stands in for the key until the indicator is added.
        let placeholder = -Int32(unknown.count + 1)
        unknown.append((placeholder, slice.indicator.description))
        indicators[slice.indicator] = Indicator(key: placeholder, isSecret: false)
        return SliceKey(indicator: placeholder, period: period.key)
    }

    private mutating func mustBeSent(_ slice: Slice, _ key: SliceKey) -> Bool {
        if let known = known[key], known.digest == slice.digest, slice.rejectedRows == 0 {
            report.unchangedSlices += 1
            unchangedRows += Int64(known.rows)
            if holds[key] != nil { passedHolds.append(key) }
            return false
        }
        if let hold = holds[key], hold.digest == slice.digest,
            !request.accepted.accepts(slice.name)
        {
            metHolds.append(key)
            report.held.append(SliceReport.Held(name: slice.name, held: hold.held))
            return false
        }
        return true
    }
}

extension SliceLoadState {
    /// Gives the indicators of a batch that were unknown their keys, now that they are added.
    mutating func resolve(
        _ batch: inout Batch, added: [(key: Int32, code: String)]
    ) {
        guard !unknown.isEmpty else { return }
        let keys = Dictionary(
            added.map { ($0.code, $0.key) }, uniquingKeysWith: { first, _ in first })
        var real: [Int32: Int32] = [:]
        for (placeholder, text) in unknown {
            guard let key = keys[text], let code = IndicatorCode(text) else { continue }
            real[placeholder] = key
            indicators[code] = Indicator(key: key, isSecret: false)
        }
        for index in batch.slices.indices {
            guard let key = real[batch.slices[index].key.indicator] else { continue }
            batch.slices[index].key.indicator = key
        }
        unknown = []
    }

    /// Remembers slices that were merged, in case the source states them again.
    mutating func remember(_ slices: [PreparedSlice]) {
        for slice in slices {
            if known[slice.key] == nil { report.newSlices += 1 }
            known[slice.key] =
                slice.isComplete
                ? SliceStore.Known(
                    digest: slice.digest, rows: Int32(slice.rows.count - slice.deletionRows)) : nil
            holds[slice.key] = nil
        }
        report.loadedSlices += slices.count
    }

    /// Remembers slices that were held back.
    mutating func remember(held: [(slice: PreparedSlice, held: HeldSlice)]) {
        for (slice, held) in held {
            holds[slice.key] = (slice.digest, held)
            report.held.append(SliceReport.Held(name: slice.name, held: held))
        }
    }

    private static func isSecret(_ code: IndicatorCode) -> Diagnostic {
        Diagnostic(
            .warning, code: "slice.secret",
            Text(
                sv: "\(code) är sekretessmärkt; dess uppgifter lästes inte in",
                en: "\(code) is marked as secret; its figures were not loaded"))
    }

    private static func beyondMeasure(_ slice: Slice) -> Diagnostic {
        Diagnostic(
            .error, code: "slice.beyond-measure",
            Text(
                sv: "\(slice.name): värdena är för stora för att summeras; inget av den lästes in",
                en: "\(slice.name): the values are too large to be summed; nothing of it was loaded"
            ))
    }
}
