public import Diagnostics
internal import Indicators

/// What must be said under a comparison, so that nobody reads more into it than it holds.
public enum ComparisonNotes {
    /// The notes of a table, in the order in which they are read.
    ///
    /// - Parameter table: the comparison.
    /// - Returns: whole sentences.
    public static func notes(of table: ComparisonTable) -> [Text] {
        var notes: [Text] = []
        notes += missing(table)
        notes += otherKinds(table)
        notes += certainty(table)
        notes += disagreements(table)
        notes += remarks(table)
        notes += window(table)
        notes += breaks(table)
        notes += sources(table)
        return notes
    }

    /// Who has no value, and why; those with the same reason stand together.
    private static func missing(_ table: ComparisonTable) -> [Text] {
        let without = table.rows.filter { $0.value == nil }
        guard !without.isEmpty else { return [] }
        var reasons: [Text] = []
        for row in without where !reasons.contains(reason(row)) { reasons.append(reason(row)) }
        func listed(_ language: Language) -> String {
            reasons.map { reason in
                let names = without.filter { Self.reason($0) == reason }
                    .map(\.municipality.name).joined(separator: ", ")
                return "\(names) (\(reason[language]))"
            }.joined(separator: "; ")
        }
        return [
            Text(
                sv: "Utan värde \(table.period): \(listed(.sv)).",
                en: "Without a value in \(table.period): \(listed(.en)).")
        ]
    }

    /// Who is shown beside municipalities without being one.
    private static func otherKinds(_ table: ComparisonTable) -> [Text] {
        let names = table.rows.map(\.municipality).filter { $0.kind != table.focus.kind }
            .map(\.name).joined(separator: ", ")
        guard !names.isEmpty else { return [] }
        return [
            Text(
                sv: "\(names): visas bredvid, men har ingen plats och räknas inte in i medel och "
                    + "median.",
                en: "\(names): shown beside, but without a rank and not part of mean and median.")
        ]
    }

    private static func reason(_ row: ComparisonRow) -> Text {
        switch row.figure?.status {
        case nil: Text(sv: "ingen uppgift i lagret", en: "nothing in the warehouse")
        case .missingDash: Text(sv: "streck i källan", en: "dash in the source")
        case .missingBlank: Text(sv: "tomt i källan", en: "blank in the source")
        case .missingNull: Text(sv: "saknas enligt källan", en: "missing in the source")
        case .notApplicable: Text(sv: "ej tillämpligt", en: "not applicable")
        case .suppressed: Text(sv: "sekretess", en: "suppressed")
        case .withdrawn: Text(sv: "återtaget av källan", en: "withdrawn by the source")
        case .ok, .preliminary: Text(verbatim: "")
        }
    }

    /// Where documents state the same figure differently.
    private static func disagreements(_ table: ComparisonTable) -> [Text] {
        table.rows.filter(\.sourcesDiffer).map { row in
            let figures = [row.figure].compactMap(\.self) + row.otherFigures
            let sv = figures.map { "\(stated($0, table).sv) (\($0.sourceTitle))" }
            let en = figures.map { "\(stated($0, table).en) (\($0.sourceTitle))" }
            return Text(
                sv: "Källorna skiljer sig för \(row.municipality.name): "
                    + "\(sv.joined(separator: "; ")). Den första visas.",
                en: "Sources differ for \(row.municipality.name): "
                    + "\(en.joined(separator: "; ")). The first is shown.")
        }
    }

    private static func stated(_ figure: OutcomeFigure, _ table: ComparisonTable) -> Text {
        guard let value = figure.value else { return Text(sv: "inget värde", en: "no value") }
        return NumberWords.text(value)
    }

    /// Remarks that come with single figures.
    private static func remarks(_ table: ComparisonTable) -> [Text] {
        table.rows.compactMap { row in
            row.figure?.note.map { Text(verbatim: "\(row.municipality.name): \($0)") }
        }
    }

    /// Which cases the figures speak of.
    private static func window(_ table: ComparisonTable) -> [Text] {
        var notes: [Text] = []
        if let window = table.indicator.windowPhrase {
            notes.append(Text(sv: "Avser \(window).", en: "Reference window: \(window)."))
        }
        if table.period.isCumulative {
            notes.append(
                Text(
                    sv: "\(table.period) är ackumulerat från årets början och är inte ett helt år.",
                    en: "\(table.period) accumulates from the beginning of the year; it is no full "
                        + "year."))
        }
        if table.rows.contains(where: { $0.figure?.status == .preliminary }) {
            notes.append(
                Text(
                    sv: "Preliminära värden är märkta; de kan ändras.",
                    en: "Preliminary values are marked; they may change."))
        }
        return notes
    }

    private static func breaks(_ table: ComparisonTable) -> [Text] {
        table.indicator.seriesBreaks.map { seriesBreak in
            Text(
                sv: "Brott i serien från \(seriesBreak.year): \(seriesBreak.reason)",
                en: "Break in the series from \(seriesBreak.year): \(seriesBreak.reason)")
        }
    }

    /// Which documents the values come from, and what we computed ourselves.
    private static func sources(_ table: ComparisonTable) -> [Text] {
        var titles: [String] = []
        for row in table.rows {
            guard let title = row.figure?.sourceTitle, !titles.contains(title) else { continue }
            titles.append(title)
        }
        guard !titles.isEmpty else { return [] }
        let list = titles.joined(separator: "; ")
        let own =
            table.isComplement
            ? Text(
                sv: "Komplementet, medel, median, plats och skillnad: egen bearbetning.",
                en: "Complement, mean, median, place and difference: own computation.")
            : Text(
                sv: "Medel, median, plats och skillnad: egen bearbetning.",
                en: "Mean, median, place and difference: own computation.")
        return [Text(sv: "Källa: \(list). \(own.sv)", en: "Source: \(list). \(own.en)")]
    }
}
