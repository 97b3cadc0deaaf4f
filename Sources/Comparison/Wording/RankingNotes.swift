public import Diagnostics
internal import Indicators

/// What must be said under a ranking.
public enum RankingNotes {
    /// The notes of a ranking, in the order in which they are read.
    public static func notes(of ranking: Ranking) -> [Text] {
        let figures = ranking.rows.map(\.figure)
        return missing(ranking) + certainty(ranking) + colours(ranking)
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

    private static func certainty(_ ranking: Ranking) -> [Text] {
        if ranking.rows.contains(where: { $0.places != nil }) {
            return [
                Text(
                    sv: "Platsintervall: från ett mer än antalet som säkert är bättre till antalet "
                        + "minus dem som säkert är sämre, par för par (Newcombe, 95 %). Värdets "
                        + "intervall är Wilsons.",
                    en: "Interval of the place: from one more than those surely better to the "
                        + "number less those surely worse, pair by pair (Newcombe, 95 %). The "
                        + "value's interval is Wilson's.")
            ]
        }
        guard ranking.indicator.uncertainty != .none, ranking.withValue > 0 else { return [] }
        return [
            Text(
                sv: "Osäkerhet okänd: källan anger inte täljare och nämnare, så det går inte att "
                    + "säga mellan vilka platser en kommun kan ligga.",
                en: "Uncertainty unknown: the source does not state numerator and denominator, so "
                    + "nobody can say between which places a municipality may lie.")
        ]
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
