internal import Comparison
internal import Diagnostics
internal import Indicators
package import Reporting

/// A comparison as tables for people: the municipalities, and what is said of them together.
package struct ComparisonReport {
    let answer: ComparisonAnswer
    let showsAllSources: Bool

    /// Takes what is to be written; with all sources, every document's statement is a row.
    package init(answer: ComparisonAnswer, showsAllSources: Bool) {
        self.answer = answer
        self.showsAllSources = showsAllSources
    }

    var table: ComparisonTable { answer.table }
    var rows: [ComparisonRow] { showsAllSources ? table.statements : table.rows }

    /// The municipalities, best first.
    package var page: ReportTable {
        ReportTable(
            title: Text(verbatim: "\(table.indicator.code): \(table.title)"),
            lead: ComparisonLead(answer: answer).lines, columns: columns.map(\.column),
            rows: rows.map { row in
                ReportTable.Row(
                    columns.map { $0.cell(row) },
                    emphasis: row.municipality.key == table.focus.key ? .focus : .plain)
            })
    }

    /// Each municipality beside itself in the earlier period, where that was asked for.
    package var changes: [ReportTable] {
        answer.change.map { [ChangeReport(table: table, change: $0.comparison).page] } ?? []
    }

    /// Mean, median and range, with and without the focus; the notes stand below it.
    package var summary: ReportTable {
        ComparisonSummary(table: table, notes: answer.notes, sentences: answer.sentences).page
    }

    private struct Column {
        let column: ReportTable.Column
        let cell: (ComparisonRow) -> Cell
    }

    /// Columns that would be empty from top to bottom are left out.
    private var columns: [Column] {
        var columns: [Column] = []
        if table.ranked > 0 { columns.append(rank) }
        columns += [name, value]
        if let drawing { columns.append(drawing) }
        if rows.contains(where: { $0.figure?.numerator != nil }) { columns.append(numerator) }
        if rows.contains(where: { $0.figure?.denominator != nil }) { columns.append(denominator) }
        if rows.contains(where: { $0.figure?.readersBase != nil }) { columns.append(readersBase) }
        if rows.contains(where: { $0.interval != nil }) { columns.append(interval) }
        columns.append(difference)
        if rows.contains(where: { $0.verdict.map { $0 != .none } ?? false }) {
            columns.append(verdict)
        }
        if showsAllSources { columns.append(source) }
        return columns
    }

    private var rank: Column {
        Column(column: .init("rank", Text(sv: "Plats", en: "Rank"), .right)) { row in
            row.rank.map(Cell.integer) ?? .empty
        }
    }

    private var name: Column {
        Column(column: .init("municipality", Text(sv: "Kommun", en: "Municipality"))) { row in
            .text(row.municipality.name)
        }
    }

    private var value: Column {
        let column = ReportTable.Column(
            "value", Text(sv: "Värde", en: "Value"), .number, unit: table.indicator.unitText)
        return Column(column: column) { row in
            guard let figure = row.figure else {
                return .label(Text(sv: "saknas", en: "none"), tone: .muted)
            }
            guard let value = figure.value else { return .missing(figure.status) }
            return .decimal(
                value, decimals: max(table.indicator.decimals, value.scale),
                preliminary: figure.status == .preliminary)
        }
    }

    /// The values as dots between the lowest and the highest; `nil` where all are the same.
    private var drawing: Column? {
        let values = rows.compactMap(\.value)
        guard let lowest = values.min(), let highest = values.max(), lowest < highest else {
            return nil
        }
        let numbers = [lowest, highest].map { value in
            let decimals = max(table.indicator.decimals, value.scale)
            return [Language.sv, .en].map {
                NumberFormat($0).string(value, decimals: decimals)
            }
        }
        var column = ReportTable.Column(
            "drawing",
            Text(
                sv: "\(numbers[0][0])–\(numbers[1][0])", en: "\(numbers[0][1])–\(numbers[1][1])"))
        column.isDrawing = true
        let start = lowest.approximation
        let span = highest.approximation - start
        return Column(column: column) { row in
            guard let value = row.value else { return .empty }
            return .gauge(Gauge(place: (value.approximation - start) / span))
        }
    }

    private var numerator: Column {
        Column(column: .init("numerator", Text(sv: "Täljare", en: "Numerator"), .number)) { row in
            row.figure?.numerator.map { .decimal($0) } ?? .empty
        }
    }

    private var denominator: Column {
        Column(column: .init("denominator", Text(sv: "Nämnare", en: "Denominator"), .number)) {
            row in row.figure?.denominator.map { .decimal($0) } ?? .empty
        }
    }

    private var readersBase: Column {
        let header = Text(sv: "Antal (användarens)", en: "Cases (the user's)")
        return Column(column: .init("base", header, .right)) { row in
            row.figure?.readersBase.map(Cell.integer) ?? .empty
        }
    }

    private var interval: Column {
        let header = Text(sv: "95 % intervall", en: "95 % interval")
        return Column(column: .init("interval", header, .right)) { row in
            guard let interval = row.interval else { return .empty }
            let lower = NumberWords.text(interval.lower, decimals: table.meanDecimals)
            let upper = NumberWords.text(interval.upper, decimals: table.meanDecimals)
            return .label(
                Text(sv: "\(lower.sv)–\(upper.sv)", en: "\(lower.en)–\(upper.en)"))
        }
    }

    private var difference: Column {
        let column = ReportTable.Column(
            "difference",
            Text(sv: "Skillnad mot \(table.focus.name)", en: "Difference to \(table.focus.name)"),
            .number, unit: table.indicator.differenceUnit)
        return Column(column: column) { row in
            row.difference.map {
                .decimal($0, decimals: max(table.indicator.decimals, $0.scale), signed: true)
            } ?? .empty
        }
    }

    private var verdict: Column {
        let column = ReportTable.Column("verdict", Text(sv: "Omdöme", en: "Verdict"))
        return Column(column: column) { row in
            guard let verdict = row.verdict, verdict != .none else { return .empty }
            return .label(verdict.words, tone: verdict.tone)
        }
    }

    private var source: Column {
        Column(column: .init("source", Text(sv: "Källa", en: "Source"))) { row in
            row.figure.map { .text($0.sourceTitle) } ?? .empty
        }
    }
}
