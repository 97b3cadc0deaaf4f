internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Statistics

/// Where a table comes from and where the result goes.
struct StatsOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Tabellen, en CSV-fil med rubriker; annars standard in.",
            en: "The table, a CSV file with headers; else standard input."
        ).help(valueName: "file"), completion: .file(extensions: ["csv"]))
    var input: String?

    @OptionGroup var destination: DestinationOptions
}

/// How sure intervals are.
struct ConfidenceOption: ParsableArguments {
    @Option(
        help: Text(
            sv: "Konfidensgrad mellan 0 och 1.", en: "The level of confidence, between 0 and 1."
        ).help(valueName: "level"))
    var confidence = 0.95

    /// The level.
    /// - Throws: `Failure` with status 64.
    func level() throws(Failure) -> ConfidenceLevel {
        if confidence == ConfidenceLevel.percent95.level { return .percent95 }
        if confidence == ConfidenceLevel.percent998.level { return .percent998 }
        guard let level = ConfidenceLevel(confidence) else {
            throw StatsUsage.failure(
                "--confidence",
                Text(
                    sv: "konfidensgraden ska ligga mellan 0 och 1",
                    en: "the level of confidence must lie between 0 and 1"),
                hint: Text(sv: "skriv 0.95 för 95 %", en: "write 0.95 for 95 %"))
        }
        return level
    }
}

/// Which direction is good.
struct PolarityOption: ParsableArguments {
    @Option(
        help: Text(
            sv: "Vilket håll som är bra: high, low eller none.",
            en: "Which direction is good: high, low or none."
        ).help(valueName: "polarity"))
    var polarity: Orientation?
}

/// Values of options that will not do.
enum StatsUsage {
    /// The failure to throw, with status 64.
    static func failure(_ option: String, _ message: Text, hint: Text? = nil) -> Failure {
        Failure(.usage, code: "stats.option", message, at: .argument(option), hint: hint)
    }

    /// What numbers are multiplied by.
    static func multiplier(_ value: Double) throws(Failure) -> Double {
        guard value > 0, value.isFinite else {
            throw failure(
                "--multiplier",
                Text(
                    sv: "multiplikatorn ska vara större än 0",
                    en: "the multiplier must be above 0"),
                hint: Text(
                    sv: "skriv 100 för procent", en: "write 100 for per cent"))
        }
        return value
    }
}
