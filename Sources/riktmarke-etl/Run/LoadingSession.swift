internal import CommandSupport
internal import Diagnostics
internal import KoladaClient
internal import KoladaLoading
internal import Pipeline
internal import Postgres
internal import Reporting
internal import SourceAdapters
internal import Warehouse

/// A run, or a plan of one, from the session to the report on the screen.
struct LoadingSession {
    let context: CommandContext
    let folders: FolderOptions
    let selection: SourceSelection
    let kolada: KoladaOptions
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
        let run = LoadRun(
            folder: folder, sources: sources,
            others: try others(sources, interruption, monitor.observer),
            command: ([selection.described(isDryRun ? "plan" : "run")] + kolada.written)
                .joined(separator: " "),
            programVersion: Tool.version, isDryRun: isDryRun, observer: monitor.observer)
        let session = try await Session(context.connectionOptions(for: .load))
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
        monitor.clear()
        for outcome in report.outcomes { context.report(shown(outcome.diagnostics)) }
        let isDryRun = isDryRun
        try context.write(RunTable.table(report, isDryRun: isDryRun), output) { json in
            RunTable.write(report, isDryRun: isDryRun, to: &json)
        }
        return report.exitStatus
    }

    /// What loads the sources that are more than files of cells.
    private func others(
        _ sources: [SourceSpec], _ interruption: Interruption, _ observer: RunObserver
    ) throws -> [String: any SourceLoading] {
        var others: [String: any SourceLoading] = [:]
        for source in sources {
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
        guard others.isEmpty, kolada.areUsed else { return others }
        throw Failure(
            .usage, code: "usage.not-kolada",
            Text(
                sv: "\(kolada.written[0]) gäller bara Kolada",
                en: "\(kolada.written[0]) is for Kolada only"),
            hint: Text(
                sv: "nämn källan: riktmarke-etl run kolada",
                en: "name the source: riktmarke-etl run kolada"))
    }

    /// Notes about what was detected are for those who ask; the rest is for everybody.
    private func shown(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
        diagnostics.filter { $0.severity != .note || context.isVerbose || isDetection($0) }
    }

    private func isDetection(_ diagnostic: Diagnostic) -> Bool {
        diagnostic.code == "load.repetition"
    }
}
