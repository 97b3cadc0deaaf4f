internal import ArgumentParser
internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators

/// What verdicts may rest on beside what sources state.
struct EvidenceOptions: ParsableArguments {
    @Option(
        help: Text(
            sv: "Antal ärenden per kommun där källan inte anger det, som 0182=240,Solna=95.",
            en: "Number of cases a municipality where the source has none, such as "
                + "0182=240,Solna=95."
        ).help(valueName: "kommun=n,…"))
    var base: [String] = []

    @Option(
        help: Text(
            sv: "Minsta svarsfrekvens i procent för omdömen om enkäter. Förval: 50.",
            en: "Least response rate in percent for verdicts on surveys. Default: 50."
        ).help(valueName: "percent"))
    var leastResponseRate: String?

    /// The bases as they stand, not yet looked up.
    /// - Throws: `Failure` with status 64 for an entry that is no name and number, or a number below 1.
    func bases() throws(Failure) -> [GivenBase] {
        var bases: [GivenBase] = []
        for entry in NameList.names(base) { bases.append(try GivenBase(entry)) }
        return bases
    }

    /// The least response rate as a share.
    /// - Throws: `Failure` with status 64 for anything but 0 to 100.
    func responseRate() throws(Failure) -> Double {
        guard let leastResponseRate else { return Yardstick.usualResponseRate }
        guard let percent = ScaledDecimal(leastResponseRate.replacing(",", with: ".")),
            percent >= ScaledDecimal(0), percent <= ScaledDecimal(100)
        else {
            throw Failure(
                .usage, code: "response-rate.unreadable",
                Text(
                    sv: "\"\(leastResponseRate)\" är ingen svarsfrekvens",
                    en: "\"\(leastResponseRate)\" is no response rate"),
                at: .argument("--least-response-rate"),
                hint: Text(
                    sv: "skriv procent från 0 till 100", en: "write percent from 0 to 100"))
        }
        return percent.approximation / 100
    }
}
