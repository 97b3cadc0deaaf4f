public import Diagnostics
public import Indicators

/// What must be said under any table of one indicator.
public enum IndicatorNotes {
    /// Which cases the figures speak of.
    public static func window(_ indicator: Indicator) -> [Text] {
        guard let window = indicator.referenceWindow else { return [] }
        // Seeds write whole phrases: "Avser utredningar …"; others may not.
        let phrase = window.hasSuffix(".") ? String(window.dropLast()) : window
        let sv = NameFolding.key(phrase).hasPrefix("avser") ? phrase : "Avser: \(phrase)"
        return [Text(sv: "\(sv).", en: "Reference window: \(phrase).")]
    }

    /// Breaks in the series.
    public static func breaks(_ indicator: Indicator) -> [Text] {
        indicator.seriesBreaks.map {
            Text(
                sv: "Brott i serien från \($0.year): \($0.reason)",
                en: "Break in the series from \($0.year): \($0.reason)")
        }
    }

    /// That a period is part of a year.
    public static func cumulative(_ period: Period) -> [Text] {
        guard period.isCumulative else { return [] }
        return [
            Text(
                sv: "\(period) är ackumulerat från årets början och är inte ett helt år.",
                en: "\(period) accumulates from the beginning of the year; it is no full year.")
        ]
    }

    /// That some values are preliminary.
    public static func preliminary(_ figures: some Sequence<OutcomeFigure?>) -> [Text] {
        guard figures.contains(where: { $0?.status == .preliminary }) else { return [] }
        return [
            Text(
                sv: "Preliminära värden är märkta; de kan ändras.",
                en: "Preliminary values are marked; they may change.")
        ]
    }

    /// Which documents the values come from, and what we computed ourselves.
    ///
    /// - Parameters:
    ///   - figures: the figures shown.
    ///   - own: what we computed, as a list that begins with a capital letter.
    /// - Returns: a sentence, or nothing where no document is named.
    public static func sources(_ figures: some Sequence<OutcomeFigure?>, own: Text) -> [Text] {
        var titles: [String] = []
        for figure in figures {
            guard let title = figure?.sourceTitle, !titles.contains(title) else { continue }
            titles.append(title)
        }
        guard !titles.isEmpty else { return [] }
        let list = titles.joined(separator: "; ")
        return [
            Text(
                sv: "Källa: \(list). \(own.sv): egen bearbetning.",
                en: "Source: \(list). \(own.en): own computation.")
        ]
    }
}
