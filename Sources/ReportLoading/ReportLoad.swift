internal import Diagnostics
internal import Indicators
public import Pipeline
public import Postgres
public import Reports
public import SourceAdapters
internal import Warehouse

/// Loads the reports of a folder, each as a source of its own: all of a document or nothing of it.
///
/// A document that does not fit its manifest is told and left out; it stops no other.
public struct ReportLoad: SourceLoading {
    let source: SourceSpec
    let spec: ReportsSpec
    let folder: ReportFolder

    /// Plans a load.
    ///
    /// - Parameters:
    ///   - source: the source as its file describes it.
    ///   - spec: its part about reports.
    ///   - folder: the documents and their manifests.
    public init(source: SourceSpec, spec: ReportsSpec, folder: ReportFolder) {
        self.source = source
        self.spec = spec
        self.folder = folder
    }

    /// Loads the documents one after the other.
    public func load(
        _ connection: inout Connection, run: Int32, progress: (Int64) -> Void
    ) throws -> LoadOutcome {
        let started = ContinuousClock.now
        var total = LoadOutcome(source: source.name, state: .unchanged)
        total.diagnostics = folder.diagnostics
        var statuses: [ExitStatus] =
            folder.diagnostics.contains { $0.severity == .error } ? [.data] : []
        var states: Set<LoadOutcome.State> = statuses.isEmpty ? [] : [.failed]
        for entry in folder.entries {
            let outcome = try load(entry, run: run, &connection)
            // Each document is told of by itself, so that `status` knows how it stands.
            try RunLedger.record(
                &connection, run: run, source: outcome.source, state: outcome.state.rawValue,
                exitStatus: outcome.exitStatus.rawValue, code: outcome.faultCode,
                seconds: outcome.seconds)
            total.diagnostics += outcome.diagnostics
            total.counts.add(outcome.counts)
            if let unloaded = outcome.unloadedText {
                total.unloadedText = total.unloadedText ?? .init()
                total.unloadedText?.add(unloaded)
            }
            total.load = outcome.load ?? total.load
            states.insert(outcome.state)
            statuses.append(outcome.exitStatus)
            progress(total.counts.read)
        }
        // What could not be loaded must not hide behind what was.
        total.state =
            [.failed, .refused, .loaded].first(where: states.contains) ?? .unchanged
        total.exitStatus = .gravest(of: statuses)
        total.seconds = (ContinuousClock.now - started) / .seconds(1)
        return total
    }

    private func load(
        _ entry: ReportFolder.Entry, run: Int32, _ connection: inout Connection
    ) throws -> LoadOutcome {
        let name = "\(source.name)/\(entry.manifest.report)"
        let reading = ReportReading(entry.document, manifest: entry.manifest)
        guard reading.fits else {
            return LoadOutcome(
                source: name, state: .refused, diagnostics: reading.misfits, exitStatus: .data)
        }
        guard let identity = entry.document.identity else {
            throw Failure(
                .software, code: "report.no-digest",
                Text(
                    sv: "filens SHA-256 är inte känd", en: "the SHA-256 of the file is not known"),
                at: .file(path: entry.document.path))
        }
        let findings = reading.findings
        let document = StatedDocument(
            source: SourceDimension.Description(
                code: name, title: entry.manifest.title.sv, publisher: source.origin.publisher,
                licence: source.origin.licence, url: source.origin.url,
                precedence: spec.precedence),
            report: report(entry, identity), file: identity, encoding: "utf-8",
            specification: entry.manifest.path,
            interpretation: [
                Array("report interpretation 3".utf8),
                try SpecificationBytes.read(source.path),
                try SpecificationBytes.read(entry.manifest.path),
            ], maxRejectShare: spec.maxRejectShare, maxWithdrawnShare: spec.maxWithdrawnShare,
            findings: findings.map { Self.stated($0, of: entry.document) }
        ) { reading.statements($0) }
        var outcome = try DocumentLoader(document, run: run).load(&connection)
        let told = findings.count { $0.severity > .note }
        if told > 0, outcome.state == .loaded {
            outcome.diagnostics.append(Self.contradictions(told, entry.document.path))
        }
        if outcome.state == .loaded, !entry.manifest.narrative.isEmpty {
            outcome.unloadedText = reading.unloadedText
        }
        return outcome
    }

    private func report(
        _ entry: ReportFolder.Entry, _ identity: FileIdentity
    ) -> SourceDimension.Report {
        var end: String?
        if case .fixed(let period) = entry.manifest.period { end = period.endDate }
        return SourceDimension.Report(
            code: entry.manifest.report, title: entry.manifest.title.sv,
            municipality: entry.manifest.municipality,
            organisation: entry.manifest.organisation, kind: entry.manifest.reportType,
            periodEnd: end,
            fileName: entry.document.path.split(separator: "/").last.map(String.init) ?? "",
            sha256: identity.sha256)
    }

    /// A finding as it is kept: where the lines are not the file's own, it says its place.
    private static func stated(
        _ finding: Finding, of document: ReportDocument
    ) -> StatedFinding {
        var message = finding.message
        if let place = document.place(line: finding.line) {
            message = Text(sv: "\(message.sv) (\(place.sv))", en: "\(message.en) (\(place.en))")
        }
        return StatedFinding(
            line: finding.line, severity: finding.severity, rule: finding.rule.rawValue,
            printed: finding.printed, expected: finding.expected, message: message)
    }

    private static func contradictions(_ count: Int, _ path: String) -> Diagnostic {
        Diagnostic(
            .note, code: "report.contradictions",
            Text(
                sv: "rapporten motsäger sig på \(count) ställen; siffrorna är inlästa som tryckta",
                en: "the report contradicts itself in \(count) places; its figures are as printed"
            ),
            at: .file(path: path),
            hint: Text(
                sv: "Se dem med \"riktmarke-etl findings\".",
                en: "See them with \"riktmarke-etl findings\"."))
    }
}
