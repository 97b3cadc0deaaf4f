internal import ArgumentParser
internal import CommandSupport
internal import Diagnostics
internal import Indicators

/// Which period is asked for.
struct PeriodOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: Text(sv: "År, som 2017.", en: "Year, such as 2017.").help(valueName: "year"))
    var year: String?

    @Option(
        name: .shortAndLong,
        help: Text(
            sv: "Period: \(PeriodArgument.forms(.sv)).", en: "Period: \(PeriodArgument.forms(.en))."
        ).help(valueName: "period"))
    var period: String?

    /// The period that was named; `nil` when none was.
    /// - Throws: `Failure` with status 64 for two of them, or for one that cannot be read.
    func chosen() throws(Failure) -> Period? {
        switch (year, period) {
        case (nil, nil): return nil
        case (nil, let period?): return try PeriodArgument.read(period, argument: "--period")
        case (let year?, nil):
            let period = try PeriodArgument.read(year, argument: "--year")
            guard period.kind == .year else {
                throw Failure(
                    .usage, code: "period.no-year",
                    Text(sv: "\"\(year)\" är inget år", en: "\"\(year)\" is no year"),
                    at: .argument("--year"),
                    hint: Text(
                        sv: "skriv --period \(period)", en: "write --period \(period)"))
            }
            return period
        case (_?, _?):
            throw UsageConflict.between("--year", "--period")
        }
    }
}
