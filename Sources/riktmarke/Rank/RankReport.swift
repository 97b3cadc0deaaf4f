internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// A ranking as a table for people.
struct RankReport {
    let answer: RankAnswer

    private var ranking: Ranking { answer.ranking }

    /// The municipalities, best first.
    var page: ReportTable {
        let columns = columns
        return ReportTable(
            title: Text(verbatim: "\(ranking.indicator.code): \(ranking.title)"),
            lead: [scope] + headline + [spread].compactMap(\.self), columns: columns.map(\.column),
            rows: ranking.rows.map { row in
                ReportTable.Row(
                    columns.map { $0.cell(row) },
                    emphasis: row.municipality.key == ranking.focus?.key ? .focus : .plain)
            }, notes: answer.notes, closing: answer.sentences)
    }

    private var scope: Text {
        let kind = ranking.focus?.kind ?? .municipality
        let peers = answer.peers.words(kind)
        func line(_ language: Language) -> String {
            let parts = [
                ranking.period.description, ranking.gender.word[language], peers[language],
            ]
            let asOf = answer.asOf.map {
                Text(sv: "som känt \($0.rfc3339)", en: "as known \($0.rfc3339)")[language]
            }
            return (parts + [asOf].compactMap(\.self)).joined(separator: " · ")
        }
        return Text(sv: line(.sv), en: line(.en))
    }

    /// Where the focus stands.
    ///
    /// Such as `Nacka: 86 procent, plats 24 av 153 med värde, rimligen 2–144 (högt värde är bra).`
    private var headline: [Text] {
        let polarity = ranking.polarity.sentence
        guard let focus = ranking.focus else {
            return ranking.hasPlaces
                ? [
                    Text(
                        sv: "Plats 1 är bäst: \(polarity.sv).",
                        en: "Rank 1 is best: \(polarity.en).")
                ]
                : [notRanked]
        }
        guard let row = ranking.focusRow, let value = row.value else {
            return [
                Text(
                    sv: "\(focus.name) saknar värde \(ranking.period).",
                    en: "\(focus.name) has no value in \(ranking.period).")
            ]
        }
        let shown = ranking.indicator.sentence(value)
        guard let rank = row.rank else {
            return [
                Text(
                    sv: "\(focus.name): \(shown.sv). \(notRanked.sv)",
                    en: "\(focus.name): \(shown.en). \(notRanked.en)")
            ]
        }
        let within = row.places.map {
            Text(sv: ", rimligen \(Self.range($0))", en: ", plausibly \(Self.range($0))")
        }
        return [
            Text(
                sv:
                    "\(focus.name): \(shown.sv), \(row.isTied ? "delad plats" : "plats") \(rank) av "
                    + "\(ranking.withValue) med värde\(within?.sv ?? "") (\(polarity.sv)).",
                en: "\(focus.name): \(shown.en), \(row.isTied ? "shared rank" : "rank") \(rank) of "
                    + "\(ranking.withValue) with a value\(within?.en ?? "") (\(polarity.en)).")
        ]
    }

    private var notRanked: Text {
        let reason =
            ranking.polarity.ranks
            ? Text(sv: "ja eller nej", en: "yes or no") : ranking.polarity.sentence
        return Text(sv: "Rangordnas inte: \(reason.sv).", en: "Not ranked: \(reason.en).")
    }

    private var spread: Text? {
        guard let spread = ranking.spread else { return nil }
        let decimals = max(ranking.indicator.decimals, 1)
        func line(_ language: Language) -> String {
            let format = NumberFormat(language)
            let numbers = [spread.lowerQuartile, spread.median, spread.upperQuartile, spread.mean]
                .map { format.string($0, decimals: decimals) }
            return Text(
                sv:
                    "Undre kvartil \(numbers[0]), median \(numbers[1]), övre kvartil \(numbers[2]), "
                    + "ovägt medel \(numbers[3]).",
                en: "Lower quartile \(numbers[0]), median \(numbers[1]), upper quartile "
                    + "\(numbers[2]), unweighted mean \(numbers[3]).")[language]
        }
        return Text(sv: line(.sv), en: line(.en))
    }

    /// Places as people write them: `2–144`, or `2` where there is only one.
    private static func range(_ places: ClosedRange<Int>) -> String {
        places.count == 1
            ? "\(places.lowerBound)" : "\(places.lowerBound)–\(places.upperBound)"
    }

    private struct Column {
        let column: ReportTable.Column
        let cell: (RankingRow) -> Cell
    }

    /// Columns that would be empty from top to bottom are left out.
    private var columns: [Column] {
        var columns: [Column] = []
        if ranking.hasPlaces {
            columns.append(
                Column(column: .init("rank", Text(sv: "Plats", en: "Rank"), .right)) {
                    $0.rank.map(Cell.integer) ?? .empty
                })
        }
        if ranking.rows.contains(where: { $0.places != nil }) { columns.append(places) }
        columns += [name, value]
        if ranking.rows.contains(where: { $0.interval != nil }) {
            columns += [count, interval]
        }
        if ranking.rows.contains(where: { $0.colour != nil }) {
            columns.append(
                Column(column: .init("quartile_colour", Text(sv: "Färg", en: "Colour"))) {
                    $0.colour?.cell ?? .empty
                })
        }
        return columns
    }

    private var places: Column {
        Column(column: .init("places", Text(sv: "Rimligen", en: "Plausibly"), .right)) { row in
            row.places.map { .text(Self.range($0)) } ?? .empty
        }
    }

    private var name: Column {
        Column(column: .init("municipality", Text(sv: "Kommun", en: "Municipality"))) { row in
            .text(row.municipality.name)
        }
    }

    private var value: Column {
        let column = ReportTable.Column(
            "value", Text(sv: "Värde", en: "Value"), .number, unit: ranking.indicator.unitText)
        return Column(column: column) { row in
            guard let figure = row.figure else {
                return .label(Text(sv: "saknas", en: "none"), tone: .muted)
            }
            guard let value = figure.value else { return .missing(figure.status) }
            return .decimal(
                value, decimals: max(ranking.indicator.decimals, value.scale),
                preliminary: figure.status == .preliminary)
        }
    }

    private var count: Column {
        Column(column: .init("denominator", Text(sv: "Nämnare", en: "Denominator"), .number)) {
            .decimal(orEmpty: $0.figure?.denominator)
        }
    }

    private var interval: Column {
        Column(column: .init("interval", Text(sv: "95 % intervall", en: "95 % interval"), .right)) {
            row in
            guard let interval = row.interval else { return .empty }
            func shown(_ bound: ScaledDecimal, _ language: Language) -> String {
                NumberFormat(language).string(bound, decimals: 1)
            }
            return .label(
                Text(
                    sv: "\(shown(interval.lower, .sv))–\(shown(interval.upper, .sv))",
                    en: "\(shown(interval.lower, .en))–\(shown(interval.upper, .en))"))
        }
    }
}
