internal import Diagnostics
internal import Kolada
internal import KoladaSource
internal import Pipeline
internal import Postgres
internal import SourceAdapters
internal import Warehouse

/// Gathers what must be said about a load of Kolada, and the status it asks for.
struct KoladaReporting {
    /// How many rejects are kept in the ledger; the others are counted.
    private static let kept = 1000
    /// How many rejects, holds and warnings are told one by one; the others are counted.
    static let told = 10

    private let source: String
    private let run: Int32
    private var diagnostics: [Diagnostic] = []
    private var statuses: [ExitStatus] = []
    private var notFetched: [String] = []
    private var rejectedRows = 0
    /// What could not be used, for the ledger.
    private(set) var rejects: [SliceReject] = []
    private var stages: [LoadOutcome.Stage] = []
    private let observer: RunObserver
    private var unknownWords: [String: Int] = [:]
    /// Indicators of which something came.
    private var met: Set<KoladaIndicatorID> = []

    init(load: KoladaLoad, run: Int32) {
        source = load.source.name
        observer = load.observer
        self.run = run
    }

    /// Takes what could not be fetched.
    mutating func take(_ fault: KeptFetch.Fault) {
        diagnostics += fault.diagnostics
        statuses.append(fault.exitStatus)
        notFetched += fault.indicators.map(\.description)
    }

    /// Takes a batch that a replayed snapshot does not hold.
    mutating func take(_ batch: FetchedBatch, years: ClosedRange<Int>?) {
        guard let fault = batch.fault else { return }
        take(
            KeptFetch.Fault(
                indicators: batch.indicators, diagnostics: batch.diagnostics(years: years),
                exitStatus: fault.exitStatus))
    }

    /// Takes a failure of a part of the load.
    mutating func take(_ failure: Failure) {
        diagnostics += failure.diagnostics
        statuses.append(failure.exitStatus)
    }

    /// Takes what was met while reading; `file` tells where a reject stood.
    mutating func take(
        _ tally: ReadingTally, origin: SourceLocation,
        in file: (KoladaReject) -> SliceFile?
    ) {
        for reject in tally.rejects.prefix(max(0, Self.kept - rejects.count)) {
            guard let file = file(reject) else { continue }
            rejects.append(reject.kept(file: file))
        }
        let room = max(0, Self.told - rejectedRows)
        diagnostics += tally.rejects.prefix(room).map { $0.diagnostic(origin: origin) }
        rejectedRows += tally.rejectedRows
        unknownWords.merge(tally.unknownWords) { $0 + $1 }
    }

    /// Notes which indicators something came of.
    mutating func met(_ batch: FetchedBatch) {
        met.formUnion(batch.slices.map(\.indicator))
    }

    /// Says which of the indicators asked for are neither in the catalogue nor have any value.
    mutating func warnOfUnlisted(_ asked: [KoladaIndicatorID], _ catalogue: KoladaCatalogue) {
        let listed = Set(catalogue.indicators.compactMap(\.indicatorID))
        let missing = asked.filter { !listed.contains($0) && !met.contains($0) }
        let failed = Set(notFetched)
        for indicator in missing where !failed.contains(indicator.description) {
            diagnostics.append(
                Diagnostic(
                    .error, code: "kolada.unknown-indicator",
                    Text(
                        sv: "Kolada har inget nyckeltal \(indicator)",
                        en: "Kolada has no indicator \(indicator)"),
                    at: .argument("--kpi"),
                    hint: Text(
                        sv: "sök rätt id på kolada.se, eller ta bort det ur urvalet",
                        en: "look the id up at kolada.se, or take it out of the selection")))
            statuses.append(.data)
        }
    }

    /// Records what the stages took and checks what was loaded.
    ///
    /// - Throws: what the server reports.
    mutating func record(
        _ report: SliceReport, bytes: Int64, answers: Int64, fetchSeconds: Double = 0,
        _ connection: inout Connection
    ) throws {
        var started = ContinuousClock.now
        // First, since what looks odd is found in what is kept many times faster than in the facts.
        if report.leavesPlaces { try KeptPlaces.refreshByParts(&connection) }
        let placing = (ContinuousClock.now - started) / .seconds(1)
        started = .now
        if report.loadedSlices > 0 { try check(&connection, proved: report.provedLoads) }
        let checking = (ContinuousClock.now - started) / .seconds(1)
        var stages: [(name: String, seconds: Double, bytes: Int64, items: Int64)] = [
            ("fetch", fetchSeconds, fetchSeconds > 0 ? bytes : 0, answers),
            ("read", report.readingSeconds, bytes, report.counts.read),
            ("write", max(0, report.seconds - report.readingSeconds), 0, report.counts.read),
        ]
        if report.leavesPlaces {
            stages.append(("places", placing, 0, Int64(report.loadedSlices)))
        }
        stages.append(("check", checking, 0, Int64(report.loadedSlices)))
        self.stages = stages.map {
            LoadOutcome.Stage(name: $0.name, seconds: $0.seconds, bytes: $0.bytes, items: $0.items)
        }
        for stage in self.stages {
            observer.hear(.stageEnded(source: source, stage: stage))
            try RunLedger.record(
                &connection, run: run, source: source, stage: stage.name, seconds: stage.seconds,
                bytes: stage.bytes, items: stage.items)
        }
    }

    private mutating func check(
        _ connection: inout Connection, proved: [Int32]
    ) throws {
        for finding in try SliceCheck.torn(&connection, run: run, proved: proved) {
            diagnostics.append(
                Diagnostic(
                    .error, code: "slice.torn",
                    Text(
                        sv: "\(finding.subject): det lagrade är inte det som lästes in",
                        en: "\(finding.subject): what is stored is not what was loaded"),
                    notes: [Text(verbatim: finding.problem)]))
            statuses.append(.software)
        }
        var byCode: [String: (slices: Int, figures: Int64, example: String)] = [:]
        for warning in try SliceCheck.warnings(&connection, run: run) {
            let example = "\(warning.indicator)/\(warning.period)"
            byCode[warning.code, default: (0, 0, example)].slices += 1
            byCode[warning.code]?.figures += warning.figures
        }
        for (code, found) in byCode.sorted(by: { $0.key < $1.key }) {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "slice.\(code)",
                    Text(
                        sv:
                            "\(found.slices) skivor, \(found.figures) uppgifter, bland dem \(found.example), ser underliga ut",
                        en:
                            "\(found.slices) slices, \(found.figures) figures, among them \(found.example), look odd"
                    )))
        }
    }

    /// What became of the source.
    mutating func outcome(_ report: SliceReport, seconds: Double) -> LoadOutcome {
        tellHolds(report)
        tellOddities(report)
        diagnostics += report.diagnostics
        statuses.append(report.exitStatus)
        if report.counts.rejected > 0 || rejectedRows > 0 { statuses.append(.data) }
        var outcome = LoadOutcome(
            source: source, state: .loaded, counts: report.counts, load: report.loads.last,
            seconds: seconds, diagnostics: diagnostics,
            exitStatus: ExitStatus.gravest(of: statuses))
        outcome.slices = report
        outcome.notFetched = notFetched
        outcome.stages = stages
        return outcome
    }

    private mutating func tellHolds(_ report: SliceReport) {
        for held in report.held.prefix(Self.told) {
            diagnostics.append(held.diagnostic)
        }
        let rest = report.held.count - Self.told
        guard rest > 0 else { return }
        diagnostics.append(
            Diagnostic(
                .warning, code: "slice.held",
                Text(
                    sv: "\(rest) skivor till är kvarhållna", en: "\(rest) more slices are held back"
                )))
    }

    private mutating func tellOddities(_ report: SliceReport) {
        if rejectedRows > Self.told {
            diagnostics.append(
                Diagnostic(
                    .error, code: "kolada.rejected",
                    Text(
                        sv: "\(rejectedRows) rader kunde inte användas",
                        en: "\(rejectedRows) rows could not be used")))
        }
        for (word, count) in unknownWords.sorted(by: { $0.key < $1.key }) {
            diagnostics.append(
                Diagnostic(
                    .warning, code: "kolada.unknown-status",
                    Text(
                        sv: "okänd status på \(count) rader; den står kvar som anmärkning",
                        en: "unknown status on \(count) rows; it is kept as a remark"),
                    // In a note, since a log has the message but no cell.
                    notes: [Text(verbatim: word)]))
        }
    }
}

extension SliceReport.Held {
    /// That the slice is held back, why, and how it is let through.
    var diagnostic: Diagnostic {
        let values = held.statedValues
        let lost = held.lostValues
        let reason =
            switch held.reason {
            case .lostValues:
                Text(
                    sv: "\(lost) av \(values) värden är borta",
                    en: "\(lost) of \(values) values are gone")
            case .jumpedValues:
                Text(
                    sv: "värdena är typiskt gånger \(factor)",
                    en: "the values are typically times \(factor)")
            }
        return Diagnostic(
            .warning, code: "slice.held",
            Text(
                sv: "\(name) är kvarhållen: \(reason.sv); de gamla värdena står kvar",
                en: "\(name) is held back: \(reason.en); the old values stay"),
            hint: Text(
                sv: "släpp igenom den med --accept \(name) om det är rätt",
                en: "let it through by --accept \(name) if that is right"))
    }

    private var factor: String {
        guard let factor = held.typicalFactor else { return "?" }
        return "\((factor * 1000).rounded() / 1000)"
    }
}

extension KoladaReject {
    /// The reject as the ledger keeps it.
    func kept(file: SliceFile) -> SliceReject {
        SliceReject(
            file: file, slice: slice, line: Int32(clamping: line ?? 0), position: position,
            found: found, code: "kolada.row.\(kind.rawValue)", message: message)
    }
}
