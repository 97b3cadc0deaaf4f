internal import Comparison
internal import Diagnostics
internal import Indicators
package import Reporting

/// One indicator of one municipality on one page: peers, women and men, years, receipt, a sentence.
package struct IndicatorPage {
    let answer: ComparisonAnswer
    let evidence: ComparisonEvidence
    let genders: GenderEvidence

    /// Takes what the page shows.
    package init(answer: ComparisonAnswer, evidence: ComparisonEvidence, genders: GenderEvidence) {
        self.answer = answer
        self.evidence = evidence
        self.genders = genders
    }

    private var table: ComparisonTable { answer.table }

    /// The tables from top to bottom, for a terminal and for Markdown.
    package var pages: [ReportTable] {
        let report = ComparisonReport(answer: answer, showsAllSources: false)
        return [report.page] + middle + [receipt, report.summary]
    }

    /// The page as a document.
    package func document(figures: [ReportDocument.Figure]) -> ReportDocument {
        var document = ComparisonDocument([
            .init(answer: answer, evidence: evidence, figures: figures)
        ]).document
        guard var section = document.sections.first, let last = section.tables.popLast() else {
            return document
        }
        section.tables += middle + [last]
        document.sections = [section]
        return document
    }

    private var middle: [ReportTable] {
        var tables: [ReportTable] = []
        if !genders.tables.isEmpty {
            let title = Text(sv: "Kvinnor och män", en: "Women and men")
            tables.append(rows(title, by: gender, of: genders.tables))
        }
        if evidence.series.count > 1 {
            let title = Text(sv: "Över tid", en: "Over time")
            tables.append(rows(title, by: period, of: evidence.series))
        }
        return tables
    }

    /// A row for each of several comparisons: where the focus stands in it.
    private func rows(
        _ title: Text, by label: (column: ReportTable.Column, cell: (ComparisonTable) -> Cell),
        of tables: [ComparisonTable]
    ) -> ReportTable {
        ReportTable(
            title: title,
            columns: [
                label.column,
                .init(
                    "value", Text(verbatim: table.focus.name), .number,
                    unit: table.indicator.unitText),
                .init("median", Text(sv: "De andras median", en: "The others' median"), .number),
                .init("rank", Text(sv: "Plats", en: "Rank"), .right),
                .init("with_value", Text(sv: "Med värde", en: "With a value"), .right),
            ],
            rows: tables.map { other in
                ReportTable.Row([
                    label.cell(other), value(other), median(other),
                    place(other.focusRow?.rank, of: other.ranked),
                    place(other.group.withValue, of: other.group.members),
                ])
            })
    }

    private var gender: (column: ReportTable.Column, cell: (ComparisonTable) -> Cell) {
        (.init("gender", Text(sv: "Kön", en: "Gender")), { .label($0.gender.word) })
    }

    private var period: (column: ReportTable.Column, cell: (ComparisonTable) -> Cell) {
        (.init("period", Text(sv: "Period", en: "Period")), { .text($0.period.description) })
    }

    private var receipt: ReportTable {
        let all = ComparisonReceipts(answer: answer, origins: evidence.origins).rows
        let keys = ["period", "value", "document", "file", "line", "recorded"]
        let kept = ComparisonReceipts.columns.indices.filter {
            keys.contains(ComparisonReceipts.columns[$0].key)
        }
        return ReportTable(
            title: Text(sv: "Kvitto", en: "Receipt"),
            columns: kept.map { ComparisonReceipts.columns[$0] },
            rows: all.filter { $0.emphasis == .focus }.map { row in
                ReportTable.Row(kept.map { row.cells[$0] })
            })
    }

    private func value(_ other: ComparisonTable) -> Cell {
        guard let figure = other.focusRow?.figure else {
            return .label(Text(sv: "saknas", en: "none"), tone: .muted)
        }
        guard let value = figure.value else { return .missing(figure.status) }
        return .decimal(
            value, decimals: max(table.indicator.decimals, value.scale),
            preliminary: figure.status == .preliminary)
    }

    private func median(_ other: ComparisonTable) -> Cell {
        guard let median = other.peers.median else { return .empty }
        return .decimal(median, decimals: other.meanDecimals)
    }

    private func place(_ place: Int?, of count: Int) -> Cell {
        guard let place else { return .empty }
        return .label(Text(sv: "\(place) av \(count)", en: "\(place) of \(count)"))
    }
}
