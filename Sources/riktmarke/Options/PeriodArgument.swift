internal import Diagnostics
internal import Indicators

/// Reads periods from the command line.
enum PeriodArgument {
    /// The forms that are read, as a list in words.
    static func forms(_ language: Language) -> String {
        let or = Text(sv: "eller", en: "or")[language]
        return "2017, 2018-T1, 2018-Q1, 2018-04, 2017-12-31 \(or) 2016/17"
    }

    /// Reads a period.
    /// - Throws: `Failure` with status 64 that names the accepted forms.
    static func read(_ text: String, argument: String) throws(Failure) -> Period {
        if let period = Period(text.filter { !$0.isWhitespace }) { return period }
        throw Failure(
            .usage, code: "period.unreadable",
            Text(
                sv: "\"\(text)\" kan inte läsas som en period",
                en: "\"\(text)\" cannot be read as a period"),
            at: .argument(argument),
            hint: Text(sv: "skriv \(forms(.sv))", en: "write \(forms(.en))"))
    }
}
