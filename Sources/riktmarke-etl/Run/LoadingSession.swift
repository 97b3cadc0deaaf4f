internal import CommandSupport
internal import Diagnostics
internal import KoladaClient
internal import KoladaLoading
internal import Pipeline
internal import Postgres
internal import ReportLoading
internal import Reporting
internal import SourceAdapters
internal import Warehouse

/// A run, or a plan of one, from the session to the report on the screen.
struct LoadingSession {
    let context: CommandContext
    let folders: FolderOptions
    let selection: SourceSelection
    let kolada: KoladaOptions
    let reports: ReportSourceOptions
    let cases: CaseOptions
    let monitoring: MonitoringOptions
    let isDryRun: Bool
    let output: OutputOptions

    func run() async throws -> ExitStatus {
        let monitor = try RunMonitor(context, monitoring, isDryRun: isDryRun)
        let folder = try folders.folder(context)
        let faults = folder.diagnostics.filter { $0.severity == .error }
        guard faults.isEmpty else { throw Failure(.configuration, faults) }
        let sources = try selection.chosen(in: folder)
        monitor.learn(sources)
        let interruption = Interruption()
        let (calls, call) = AsyncStream.makeStream(
            of: Void.self, bufferingPolicy: .bufferingOldest(1))
        let isRehearsal = isDryRun
        let observer = RunObserver { event in
            monitor.observer.hear(event)
            if case .placesLeft = event, !isRehearsal { call.yield() }
        }
        let run = LoadRun(
            folder: folder, sources: sources,
            others: try await others(sources, folder, interruption, observer)
                .merging(reportLoads(sources, folder)) { first, _ in first },
            command: ([selection.described(isDryRun ? "plan" : "run")] + kolada.written
                + reports.written).joined(separator: " "),
            programVersion: Tool.version, isDryRun: isDryRun, observer: observer)
        let options = try await context.connectionOptions(for: .load)
        async let aside: Void = Self.helpWithPlaces(options, when: calls)
        let session = try await Session(options)
        let report = try await withTaskCancellationHandler {
            try await session.withConnection { connection in
                try SchemaCheck.run(&connection)
                let report = try run.run(&connection) { monitor.progress($0, $1) }
                monitor.learn(try SourceHealth.all(&connection))
                return report
            }
        } onCancel: {
            interruption.interrupt()
        }
        await session.close()
        call.finish()
        await aside
        monitor.clear()
        for outcome in report.outcomes { context.report(shown(outcome.diagnostics)) }
        let isDryRun = isDryRun
        try context.write(RunTable.table(report, isDryRun: isDryRun), output) { json in
            RunTable.write(report, isDryRun: isDryRun, to: &json)
        }
        return report.exitStatus
    }

    /// Computes places that a bulk load leaves in a session of its own, from the last part back, while the
    /// run checks what it has loaded and then comes from the first one.
    ///
    /// Whatever it cannot do the run does afterwards, which is why its errors are nobody's.
    private static func helpWithPlaces(
        _ options: ConnectionOptions, when calls: AsyncStream<Void>
    ) async {
        guard await calls.first(where: { true }) != nil,
            let session = try? await Session(options)
        else { return }
        _ = try? await session.withConnection { connection in
            for part in KeptPlaces.parts.reversed() {
                try connection.transaction(.readWrite) { connection in
                    try KeptPlaces.refresh(&connection, part..<part + 1)
                }
            }
        }
        await session.close()
    }

    /// What loads the sources that are more than files of cells.
    private func others(
        _ sources: [SourceSpec], _ folder: SpecFolder, _ interruption: Interruption,
        _ observer: RunObserver
    ) throws -> [String: any SourceLoading] {
        var others: [String: any SourceLoading] = [:]
        for source in sources {
            if let spec = source.cases {
                others[source.name] = CaseLoad(
                    source: source, spec: spec, folder: folder,
                    keyPath: cases.keyPath(context.environment))
            }
            guard let spec = source.kolada else { continue }
            var request = try kolada.request(spec, context.environment)
            request.isRehearsal = isDryRun
            others[source.name] = KoladaLoad(
                source: source, spec: spec, request: request, interruption: interruption,
                observer: observer
            ) { service, body in
                try await HTTPTransport.with(
                    .init(service: service, userAgent: "riktmarke-etl/\(Tool.version)"), body)
            }
        }
        guard kolada.areUsed, !sources.contains(where: { $0.kolada != nil }) else {
            return others
        }
        throw Failure(
            .usage, code: "usage.not-kolada",
            Text(
                sv: "\(kolada.written[0]) gäller bara Kolada",
                en: "\(kolada.written[0]) is for Kolada only"),
            hint: Text(
                sv: "nämn källan: riktmarke-etl run kolada",
                en: "name the source: riktmarke-etl run kolada"))
    }

    /// What loads the sources of reports.
    private func reportLoads(
        _ sources: [SourceSpec], _ folder: SpecFolder
    ) async throws -> [String: any SourceLoading] {
        var loads: [String: any SourceLoading] = [:]
        for source in sources {
            guard let spec = source.reports else { continue }
            let documents = try await reports.folder(
                etl: folder.path, searchPath: context.environment["PATH"])
            loads[source.name] = ReportLoad(source: source, spec: spec, folder: documents)
        }
        guard loads.isEmpty, let first = reports.written.first else { return loads }
        throw Failure(
            .usage, code: "usage.not-reports",
            Text(sv: "\(first) gäller bara rapporter", en: "\(first) is for reports only"),
            hint: Text(
                sv: "nämn källan: riktmarke-etl run reports",
                en: "name the source: riktmarke-etl run reports"))
    }

    /// Notes about what was detected are for those who ask; the rest is for everybody.
    private func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.filter { $0.severity != .note || context.isVerbose || isDetection($0) }
    }

    private func isDetection(_ diagnostic: Diagnostic) -> Bool {
        ["load.repetition", "report.contradictions"].contains(diagnostic.code)
    }
}
