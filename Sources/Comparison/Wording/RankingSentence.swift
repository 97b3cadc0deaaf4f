public import Diagnostics
internal import Indicators

/// What a ranking without a municipality in focus says, in a sentence that a committee can read; with one
/// the words are those of ``ComparisonSentence``.
public enum RankingSentence {
    /// The sentence: who stands first and last, the median, and how many had a value.
    public static func sentences(of ranking: Ranking) -> [Text] {
        let coverage = Text(
            sv: "\(ranking.withValue) av \(ranking.members) hade ett värde",
            en: "\(ranking.withValue) of \(ranking.members) had a value")
        let subject = "\(ranking.title), \(ranking.period)"
        let valued = ranking.rows.filter { row in
            row.value != nil && row.municipality.kind == ranking.rows.first?.municipality.kind
        }
        guard let spread = ranking.spread, let first = valued.first, let last = valued.last,
            let top = first.value, let bottom = last.value, valued.count > 1
        else {
            return [Text(sv: "\(subject): \(coverage.sv).", en: "\(subject): \(coverage.en).")]
        }
        let decimals = max(ranking.indicator.decimals, 1)
        let middle = NumberWords.text(spread.median, decimals: decimals)
        let (upper, lower) = (
            ranking.indicator.sentence(top), ranking.indicator.sentence(bottom)
        )
        guard ranking.indicator.valueKind != .boolean else {
            return [Text(sv: "\(subject): \(coverage.sv).", en: "\(subject): \(coverage.en).")]
        }
        let (best, worst) = (first.municipality.name, last.municipality.name)
        let words =
            ranking.hasPlaces
            ? (sv: ("bäst låg", "sist"), en: ("the best was", "the last"))
            : (sv: ("högst låg", "lägst"), en: ("the highest was", "the lowest"))
        return [
            Text(
                sv: "\(subject): \(words.sv.0) \(best) med \(upper.sv) och \(words.sv.1) \(worst) "
                    + "med \(lower.sv); medianen var \(middle.sv) och \(coverage.sv).",
                en: "\(subject): \(words.en.0) \(best) with \(upper.en) and \(words.en.1) "
                    + "\(worst) with \(lower.en); the median was \(middle.en) and \(coverage.en)."
            )
        ]
    }
}
