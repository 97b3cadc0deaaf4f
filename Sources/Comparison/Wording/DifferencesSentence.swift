public import Diagnostics
internal import Indicators

/// What differences between women and men say, in a sentence that a committee can read.
public enum DifferencesSentence {
    /// The sentences: how many can be told from chance, and the surest one.
    public static func sentences(of differences: GenderDifferences) -> [Text] {
        let (name, all) = (differences.focus.name, differences.rows.count)
        guard let first = differences.rows.first, first.verdict.tellsApart,
            let difference = first.difference
        else {
            let tested = differences.judged
            return [
                tested == 0
                    ? Text(
                        sv: "\(name) har värden för kvinnor och män i \(all) nyckeltal; om någon "
                            + "skillnad är mer än slump går inte att säga.",
                        en:
                            "\(name) has values for women and men in \(all) indicators; whether any "
                            + "difference is more than chance cannot be told.")
                    : Text(
                        sv:
                            "\(name) har värden för kvinnor och män i \(all) nyckeltal; av "
                            + "\(tested) skillnader som kan prövas kan ingen skiljas från slumpen.",
                        en:
                            "\(name) has values for women and men in \(all) indicators; of "
                            + "\(tested) differences that can be tested none can be told from chance."
                    )
            ]
        }
        let size = first.indicator.differencePhrase(
            difference, decimals: max(first.indicator.decimals, difference.scale))
        let side =
            difference.units > 0
            ? Text(sv: "högre", en: "higher") : Text(sv: "lägre", en: "lower")
        return [
            Text(
                sv:
                    "I \(differences.deviating) av \(differences.judged) nyckeltal som kan prövas "
                    + "skiljer sig kvinnor och män i \(name) mer än slumpen brukar ge; säkrast är "
                    + "\(first.indicator.title), \(first.period), där kvinnornas värde är \(size.sv) "
                    + "\(side.sv) än männens.",
                en:
                    "In \(differences.deviating) of \(differences.judged) indicators that can be "
                    + "tested women and men in \(name) differ by more than chance tends to give; "
                    + "the surest is \(first.indicator.title), \(first.period), where the women's "
                    + "value is \(size.en) \(side.en) than the men's.")
        ]
    }
}
