internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Monitoring

/// What a run tells those who watch it.
struct MonitoringOptions: ParsableArguments {
    @Option(
        help: Text(
            sv: "Händelser på standard fel: json, text eller none. Förval: json när Kolada hämtas "
                + "och ingen terminal visar det, annars none.",
            en: "Events on standard error: json, text or none. Default: json when Kolada is "
                + "fetched and no terminal shows it, else none."
        ).help(valueName: "form"))
    var log: LogForm?

    @Option(
        help: Text(
            sv: "Skriv körningens mått för Prometheus till en fil, även när den misslyckas.",
            en: "Write the run's metrics for Prometheus to a file, also when it fails."
        ).help(valueName: "file"), completion: .file())
    var metrics: String?

    /// The form of events that was asked for, by the flag or by `RIKTMARKE_LOG`.
    /// - Throws: `Failure` with status 78 for a variable that names none.
    func form(_ environment: Environment) throws(Failure) -> LogForm? {
        if let log { return log }
        guard let word = environment["RIKTMARKE_LOG"] else { return nil }
        guard let form = LogForm(rawValue: word) else {
            throw Failure(
                .configuration, code: "setting.bad-value",
                Text(
                    sv: "RIKTMARKE_LOG är \"\(word)\"", en: "RIKTMARKE_LOG is \"\(word)\""),
                hint: Text(
                    sv: "skriv json, text eller none", en: "write json, text or none"))
        }
        return form
    }

    /// The file of metrics, by the flag or by `RIKTMARKE_METRICS`.
    func metricsFile(_ environment: Environment) -> String? {
        metrics ?? environment["RIKTMARKE_METRICS"]
    }
}
