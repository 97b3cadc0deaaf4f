public import Diagnostics
internal import Indicators

/// What must be said under a ranking.
public enum RankingNotes {
    /// The notes of a ranking, in the order in which they are read.
    public static func notes(of ranking: Ranking) -> [Text] {
        let figures = ranking.rows.map(\.figure)
        return missing(ranking) + collection(ranking) + certainty(ranking) + needed(ranking)
            + answers(ranking)
            + colours(ranking)
            + IndicatorNotes.window(ranking.indicator) + IndicatorNotes.cumulative(ranking.period)
            + IndicatorNotes.preliminary(figures) + IndicatorNotes.breaks(ranking.indicator)
            + IndicatorNotes.sources(
                figures,
                own: Text(sv: "Plats, kvartiler och färg", en: "Place, quartiles and colour"))
    }

    /// How many have a value, and who has none while they are few.
    private static func missing(_ ranking: Ranking) -> [Text] {
        let without = ranking.rows.filter { $0.value == nil }.map(\.municipality.name)
        let coverage = Text(
            sv: "\(ranking.withValue) av \(ranking.members) har värde \(ranking.period)",
            en: "\(ranking.withValue) of \(ranking.members) have a value in \(ranking.period)")
        guard !without.isEmpty, without.count <= 10 else {
            return [Text(sv: "\(coverage.sv).", en: "\(coverage.en).")]
        }
        let names = without.joined(separator: ", ")
        return [
            Text(sv: "\(coverage.sv); utan: \(names).", en: "\(coverage.en); without: \(names).")
        ]
    }

    private static func collection(_ ranking: Ranking) -> [Text] {
        guard ranking.isCollecting else { return [] }
        return [
            Text(
                sv: "Insamlingen för \(ranking.period) pågår: värdena är preliminära och alla har "
                    + "inte rapporterat. Platser, kvartiler och färg visas när insamlingen är klar.",
                en: "\(ranking.period) is still being collected: the values are preliminary and "
                    + "not everybody has reported. Places, quartiles and colour are shown when the "
                    + "collection has ended.")
        ]
    }

    private static func certainty(_ ranking: Ranking) -> [Text] {
        if ranking.rows.contains(where: { $0.interval != nil }) {
            let method =
                switch ranking.yardstick.uncertainty {
                case .clustered:
                    Text(
                        sv: "tratten med överspridning över alla kommuner",
                        en: "the funnel with overdispersion over all kommuner")
                case .survey:
                    Text(
                        sv: "Wilson, med ändlig population", en: "Wilson, with finite population")
                case .persons, .none: Text(verbatim: "Wilson")
                }
            let readers =
                ranking.rows.contains { $0.figure?.readersBase != nil }
                ? Text(
                    sv: " Underlag angivet av användaren.",
                    en: " Number of cases given by the user.") : Text(verbatim: "")
            return [
                Text(
                    sv: "Platsintervall: från ett mer än antalet som säkert är bättre till antalet "
                        + "minus dem som säkert är sämre, par för par (Newcombe, 95 %). Värdets "
                        + "intervall: \(method.sv).\(readers.sv)",
                    en: "Interval of the place: from one more than those surely better to the "
                        + "number less those surely worse, pair by pair (Newcombe, 95 %). The "
                        + "value's interval: \(method.en).\(readers.en)")
            ]
        }
        guard ranking.indicator.uncertainty != .none, ranking.withValue > 0 else { return [] }
        return [
            Text(
                sv: "Osäkerhet okänd: källan anger inte det som ett intervall behöver, så det går "
                    + "inte att säga mellan vilka platser en kommun kan ligga.",
                en: "Uncertainty unknown: the source does not state what an interval needs, so "
                    + "nobody can say between which places a municipality may lie.")
        ]
    }

    /// How many cases the nearest and the farthest would need to be told from the focus.
    private static func needed(_ ranking: Ranking) -> [Text] {
        guard let focus = ranking.focus else { return [] }
        let known = ranking.rows.compactMap { row in
            row.neededCases.map { (name: row.municipality.name, cases: $0) }
        }
        guard let least = known.min(by: { $0.cases < $1.cases }),
            let most = known.max(by: { $0.cases < $1.cases }), least.cases < most.cases
        else { return [] }
        let (few, many) = (NumberWords.roughly(least.cases), NumberWords.roughly(most.cases))
        return [
            Text(
                sv:
                    "För att skiljas från \(focus.name) behövs från ca \(few.sv) ärenden per kommun "
                    + "(\(least.name)) till ca \(many.sv) (\(most.name)) (Newcombe, 95 %).",
                en: "To be told from \(focus.name) it takes from some \(few.en) cases a "
                    + "municipality (\(least.name)) to some \(many.en) (\(most.name)) "
                    + "(Newcombe, 95 %).")
        ]
    }

    /// Of a survey: how many answered in the municipality asked about.
    private static func answers(_ ranking: Ranking) -> [Text] {
        guard ranking.yardstick.uncertainty == .survey, let row = ranking.focusRow else {
            return []
        }
        return AnswersNote.notes([(row.municipality.name, row.figure)])
    }

    private static func colours(_ ranking: Ranking) -> [Text] {
        guard ranking.rows.contains(where: { $0.colour != nil }) else { return [] }
        return [
            Text(
                sv: "Kvartilsfärg, egen bearbetning på oavrundade värden; lika värden skiljs inte "
                    + "åt.",
                en: "Quartile colour, own computation on unrounded values; equal values are not "
                    + "parted.")
        ]
    }
}
