public import Diagnostics
internal import Indicators

/// What a series says, in one or two sentences that a committee can read.
public enum SeriesSentence {
    /// The sentences: from what to what, how sure that is, and how the others have gone meanwhile.
    public static func sentences(of series: Series, peers: Text) -> [Text] {
        guard let last = series.last, let value = last.figure?.value else { return [] }
        let name = series.focus.name
        let now = series.indicator.sentence(value)
        guard let first = series.first, first.period != last.period,
            let before = first.figure?.value, let overall = series.overall,
            let change = overall.difference
        else {
            return [
                Text(
                    sv: "\(series.title): \(name) hade \(now.sv) \(last.period); det finns inget "
                        + "tidigare jämförbart värde.",
                    en: "\(series.title): \(name) had \(now.en) in \(last.period); there is no "
                        + "earlier value to compare with.")
            ]
        }
        let then = series.indicator.sentence(before)
        let size = series.indicator.differencePhrase(
            change, decimals: max(series.indicator.decimals, value.scale, before.scale))
        let way =
            change.units == 0
            ? Text(sv: "samma som", en: "the same as in")
            : change.units > 0
                ? Text(sv: "\(size.sv) mer än", en: "\(size.en) more than in")
                : Text(sv: "\(size.sv) mindre än", en: "\(size.en) less than in")
        let certainty = certainty(overall)
        var sentences = [
            Text(
                sv: "\(series.title): \(name) hade \(now.sv) \(last.period), \(way.sv) "
                    + "\(first.period) (\(then.sv)); \(certainty.sv).",
                en: "\(series.title): \(name) had \(now.en) in \(last.period), \(way.en) "
                    + "\(first.period) (\(then.en)); \(certainty.en).")
        ]
        if let old = first.spread, let new = last.spread, new.withValue > 1, old.withValue > 1 {
            let decimals = max(series.indicator.decimals, 1)
            let (from, to) = (
                NumberWords.text(old.median, decimals: decimals),
                NumberWords.text(new.median, decimals: decimals)
            )
            sentences.append(
                Text(
                    sv: "Medianen bland \(peers.sv) gick från \(from.sv) (\(old.withValue) med "
                        + "värde) till \(to.sv) (\(new.withValue)).",
                    en: "The median among \(peers.en) went from \(from.en) (\(old.withValue) with "
                        + "a value) to \(to.en) (\(new.withValue))."))
        }
        return sentences
    }

    private static func certainty(_ contrast: Contrast) -> Text {
        switch contrast.verdict {
        case .better:
            Text(
                sv: "det är bättre, mer än slumpen brukar ge",
                en: "that is better, by more than chance tends to give")
        case .worse:
            Text(
                sv: "det är sämre, mer än slumpen brukar ge",
                en: "that is worse, by more than chance tends to give")
        case .higher, .lower:
            Text(
                sv: "det är mer än slumpen brukar ge",
                en: "that is more than chance tends to give")
        case .similar:
            Text(
                sv: "det kan inte skiljas från slumpen", en: "it cannot be told from chance")
        case .uncertaintyUnknown:
            Text(
                sv: "om det är mer än slump går inte att säga",
                en: "whether that is more than chance cannot be told")
        case .none:
            Text(
                sv: "för den här sortens tal ges inget omdöme om slump",
                en: "for this kind of figure nothing is said of chance")
        }
    }
}
