public import Diagnostics
public import Indicators

/// What must be said under a profile.
public enum ProfileNotes {
    /// The notes of a profile, in the order in which they are read.
    public static func notes(of profile: Profile) -> [Text] {
        judged(profile) + unknown(profile) + answers(profile) + colours(profile) + marks(profile)
            + hidden(profile.hidden, of: profile.focus, in: profile.period) + sources(profile)
    }

    /// How much is left out because it is hidden.
    ///
    /// - Parameters:
    ///   - count: of how many indicators.
    ///   - focus: whose figures they are.
    ///   - period: the period that was asked for; `nil` for each indicator's latest.
    /// - Returns: a sentence; none where nothing is hidden.
    public static func hidden(
        _ count: Int, of focus: Municipality, in period: Period? = nil
    ) -> [Text] {
        guard count > 0 else { return [] }
        let value =
            period.map { Text(sv: "värdet för \($0)", en: "the value for \($0)") }
            ?? Text(sv: "det senaste värdet", en: "the latest value")
        return [
            Text(
                sv:
                    "För \(count) nyckeltal omfattas \(value.sv) för \(focus.name) av sekretess och "
                    + "visas inte.",
                en: "Of \(count) of the indicators \(value.en) of \(focus.name) is suppressed and "
                    + "not shown.")
        ]
    }

    /// How many deviate, how many would by chance, and how many to believe.
    private static func judged(_ profile: Profile) -> [Text] {
        guard profile.judged > 0 else { return [] }
        let expected = Self.expected(byChance: profile.expectedByChance)
        return [
            Text(
                sv: "\(profile.deviating) av \(profile.judged) avviker; \(expected.sv) av slump. "
                    + "\(profile.believed) står kvar när hänsyn tas till att många prövas "
                    + "(Benjamini–Hochberg, 5 %). Omdömet gäller mot alla andra tillsammans, utan "
                    + "\(profile.focus.name): 95 % intervall för skillnaden (Newcombe).",
                en: "\(profile.deviating) of \(profile.judged) deviate; \(expected.en) by chance. "
                    + "\(profile.believed) remain when many tests are allowed for "
                    + "(Benjamini–Hochberg, 5 %). The verdict is against all others together, "
                    + "without \(profile.focus.name): 95 % interval of the difference (Newcombe).")
        ]
    }

    /// How many differences are expected by chance: `ca 11 väntas`, without a full stop.
    public static func expected(byChance number: Double) -> Text {
        let chance = Int(number.rounded())
        return chance == 0
            ? Text(sv: "mindre än ett väntas", en: "less than one is expected")
            : Text(sv: "ca \(chance) väntas", en: "some \(chance) are expected")
    }

    private static func unknown(_ profile: Profile) -> [Text] {
        let unknown = profile.tally.verdicts[.uncertaintyUnknown, default: 0]
        guard unknown > 0 else { return [] }
        return [
            Text(
                sv: "Osäkerhet okänd för \(unknown) nyckeltal: källan anger inte det som ett "
                    + "intervall behöver för alla, så det går inte att säga om skillnaderna är mer än slump.",
                en:
                    "Uncertainty unknown for \(unknown) of the indicators: the source does not state what "
                    + "an interval needs for all, so nobody can say whether the "
                    + "differences are more than chance.")
        ]
    }

    /// Of surveys: how many answered.
    private static func answers(_ profile: Profile) -> [Text] {
        AnswersNote.notes(
            profile.rows.filter { $0.answers != nil }
                .map { ($0.indicator.code.description, $0.figure) })
    }

    private static func colours(_ profile: Profile) -> [Text] {
        guard profile.tally.coloured > 0 else { return [] }
        return [
            Text(
                sv: "Kvartilsfärg, egen bearbetning på oavrundade värden: grön för den bästa "
                    + "fjärdedelen, röd för den sämsta, gul däremellan. En fjärdedel är röd hur "
                    + "lika alla än är.",
                en: "Quartile colour, own computation on unrounded values: green for the best "
                    + "quarter, red for the worst, yellow between. A quarter is red however alike "
                    + "all are.")
        ]
    }

    private static func marks(_ profile: Profile) -> [Text] {
        var notes: [Text] = []
        if profile.tally.preliminary > 0 {
            notes.append(
                Text(
                    sv: "Preliminära värden är märkta; de kan ändras.",
                    en: "Preliminary values are marked; they may change."))
        }
        let open = profile.tally.collecting
        if open > 0 {
            notes.append(
                Text(
                    sv:
                        "Insamlingen pågår för \(open) nyckeltal: de visas utan plats, median, färg och "
                        + "omdöme, för alla har inte rapporterat.",
                    en:
                        "Still being collected: \(open) of the indicators, shown without place, median, "
                        + "colour and verdict, for not everybody has reported."))
        }
        if profile.tally.cumulative > 0 {
            notes.append(
                Text(
                    sv: "Tertial är ackumulerade från årets början och är inte hela år.",
                    en: "Tertials accumulate from the beginning of the year; they are no full "
                        + "years."))
        }
        if profile.tally.changes > 0 {
            notes.append(
                Text(
                    sv: "Ändring: mot samma period året före, i nyckeltalets enhet.",
                    en: "Change: against the same period of the year before, in the indicator's "
                        + "unit."))
        }
        return notes
    }

    private static func sources(_ profile: Profile) -> [Text] {
        let titles = profile.tally.sourceTitles.sorted { SwedishOrder.areInOrder($0, $1) }
        guard !titles.isEmpty else { return [] }
        let shown = titles.prefix(5).joined(separator: "; ")
        let more = titles.count - 5
        let list = Text(
            sv: more > 0 ? "\(shown) och \(more) till" : shown,
            en: more > 0 ? "\(shown) and \(more) more" : shown)
        return [
            Text(
                sv: "Källa: \(list.sv). Plats, kvartiler, färg, omdöme och ändring: egen "
                    + "bearbetning.",
                en: "Source: \(list.en). Place, quartiles, colour, verdict and change: own "
                    + "computation.")
        ]
    }
}
