internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Money as tables for people.
struct EconomyReport {
    let answer: EconomyAnswer

    /// For each nämnd what was, then what is expected of the year; the comparisons; the receipts
    /// where they are asked for.
    func pages(withReceipts: Bool) -> [ReportTable] {
        var pages = answer.overviews.flatMap(pages)
        pages += answer.comparisons.map(page)
        if withReceipts { pages.append(EconomyRecords(answer: answer).receipts) }
        return pages
    }

    /// Two tables, so that either fits a terminal; the remarks on both stand under the last.
    private func pages(_ overview: EconomyOverview) -> [ReportTable] {
        let name = "\(overview.municipality.name), \(overview.organisation)"
        var pages = [
            table(
                overview, EconomyColumn.stated(overview),
                Text(
                    sv: "\(name): ekonomi \(overview.period), tkr",
                    en: "\(name): money \(overview.period), tkr")),
            table(
                overview, EconomyColumn.expected(overview),
                Text(
                    sv: "\(name): helåret \(overview.period.year), tkr",
                    en: "\(name): the year \(overview.period.year), tkr")),
        ].filter { !$0.rows.isEmpty }
        if !pages.isEmpty {
            pages[pages.count - 1].notes = EconomyNotes.notes(overview)
            pages[pages.count - 1].closing = EconomySentence.sentences(overview)
        }
        if !answer.text(overview).isEmpty { pages.append(text(overview, name)) }
        if !pages.isEmpty { pages[0].lead = lead(overview) }
        return pages
    }

    /// What running text says, figure by figure: rounded, and mostly of parts.
    private func text(_ overview: EconomyOverview, _ name: String) -> ReportTable {
        ReportTable(
            title: Text(
                sv: "\(name): sagt i löptext \(overview.period), tkr",
                en: "\(name): told in running text \(overview.period), tkr"),
            columns: [
                .init("subject", Text(sv: "Gäller", en: "Subject")),
                .init("measure", Text(sv: "Uppgift", en: "Measure")),
                .init("period", Text(sv: "Period", en: "Period")),
                .init("amount", Text(sv: "Belopp", en: "Amount"), .number),
                .init("printed", Text(sv: "Tryckt", en: "Printed")),
                .init("document_line", Text(sv: "Rad", en: "Line"), .right),
            ],
            rows: answer.text(overview).map { figure in
                let subject =
                    figure.definition.isEmpty
                    ? figure.subject : "\(figure.subject) (\(figure.definition))"
                return ReportTable.Row([
                    .text(subject), .label(figure.measure.words),
                    .text(figure.period.description), .decimal(orEmpty: figure.amount),
                    .text(figure.receipt.printed), .integer(figure.receipt.line),
                ])
            },
            notes: [
                Text(
                    sv: "Avrundat så som det är tryckt, och ofta delar av raderna ovan: räkna inte "
                        + "ihop. Det som står i tabellen visas där.",
                    en: "Rounded as printed, and often parts of the rows above: do not add them "
                        + "up. What the table states is shown there.")
            ])
    }

    /// The columns and rows that have something to show.
    private func table(
        _ overview: EconomyOverview, _ columns: [EconomyColumn], _ title: Text
    ) -> ReportTable {
        let shown = columns.filter { column in
            answer.rows(overview).contains { column.figure($0) != nil }
        }
        let rows = answer.rows(overview).filter { row in shown.contains { $0.figure(row) != nil } }
        return ReportTable(
            title: title,
            columns: [.init("subject", Text(sv: "Verksamhet", en: "Verksamhet"))]
                + shown.map(\.column),
            rows: rows.map { row in
                ReportTable.Row(
                    [.text(row.subject)] + shown.map { $0.cell(row) },
                    emphasis: row.kind == .total ? .summary : .plain)
            })
    }

    private func lead(_ overview: EconomyOverview) -> [Text] {
        var lead: [Text] = []
        if overview.isCumulative, overview.period.kind != .year {
            lead.append(
                Text(
                    sv: "Ackumulerat \(overview.period.startDate)–\(overview.period.endDate).",
                    en: "Cumulative \(overview.period.startDate)–\(overview.period.endDate)."))
        }
        if let asOf = answer.asOf {
            lead.append(
                Text(sv: "Som känt \(asOf.rfc3339).", en: "As known \(asOf.rfc3339)."))
        }
        return lead
    }

    private func page(_ comparison: EconomyComparison) -> ReportTable {
        let perInhabitant = comparison.isPerInhabitant
        let unit =
            perInhabitant
            ? Text(sv: "kr/inv", en: "kronor per inhabitant") : Text(verbatim: "tkr")
        var columns: [ReportTable.Column] = [
            .init("activity", Text(sv: "Verksamhet", en: "Verksamhet"))
        ]
        for municipality in comparison.municipalities {
            columns.append(
                .init(
                    "net_\(municipality.code)", Text(verbatim: municipality.name), .number,
                    unit: unit))
        }
        let notes = answer.notes(comparison)
        return ReportTable(
            title: Text(
                sv: "Netto per verksamhet \(comparison.period)",
                en: "Net by verksamhet \(comparison.period)"),
            columns: columns,
            rows: answer.rows(comparison).map { row in
                let cells = row.entries.map { entry -> Cell in
                    guard let entry else { return .empty }
                    return .decimal(orEmpty: perInhabitant ? entry.perInhabitant : entry.net)
                }
                return ReportTable.Row(
                    [.label(row.title)] + cells,
                    emphasis: row.activity == nil ? .summary : .plain)
            }, notes: notes)
    }
}

/// A column of the table of a nämnd.
private struct EconomyColumn {
    /// The column.
    let column: ReportTable.Column
    /// What it shows of a row: an amount, or why there is none.
    let figure: @Sendable (EconomyRow) -> Cell?

    init(
        _ key: String, _ header: Text, unit: Text? = nil,
        _ figure: @escaping @Sendable (EconomyRow) -> Cell?
    ) {
        column = ReportTable.Column(key, header, .number, unit: unit)
        self.figure = figure
    }

    func cell(_ row: EconomyRow) -> Cell { figure(row) ?? .empty }

    /// What the period was, against its budget and the year before.
    static func stated(_ overview: EconomyOverview) -> [EconomyColumn] {
        func own(_ measure: EconomyMeasure) -> @Sendable (EconomyRow) -> Cell? {
            { row in row.figures[measure].map { stated($0) } }
        }
        let last = overview.period.samePeriodLastYear?.description ?? ""
        return [
            EconomyColumn("net", Text(sv: "Utfall netto", en: "Outcome, net"), own(.net)),
            EconomyColumn("budget", Text(sv: "Budget", en: "Budget"), own(.budget)),
            EconomyColumn("deviation", Text(sv: "Avvikelse", en: "Deviation"), own(.deviation)),
            EconomyColumn("last_year_net", Text(sv: "Netto \(last)", en: "Net \(last)")) {
                $0.lastYear.map { stated($0) }
            },
            EconomyColumn("change", Text(sv: "Ändring", en: "Change")) {
                computed($0.change, signed: true)
            },
            EconomyColumn(
                "last_year_net_this_years_prices",
                Text(sv: "\(last) i årets priser", en: "\(last) in this year's prices")
            ) {
                computed($0.lastYearInPrices)
            },
            EconomyColumn(
                "net_per_inhabitant", Text(sv: "Netto", en: "Net"),
                unit: Text(sv: "kr/inv", en: "kronor per inhabitant")
            ) {
                computed($0.perInhabitant)
            },
        ]
    }

    /// What is expected of the whole year.
    static func expected(_ overview: EconomyOverview) -> [EconomyColumn] {
        [
            EconomyColumn("year_budget", Text(sv: "Budget helår", en: "Budget of the year")) {
                $0.wholeYearBudget.map { stated($0) }
            },
            EconomyColumn("forecast", Text(sv: "Prognos helår", en: "Forecast of the year")) {
                $0.forecast.map { stated($0) }
            },
            EconomyColumn(
                "forecast_deviation", Text(sv: "Prognosavvikelse", en: "Forecast deviation")
            ) {
                $0.forecastDeviation.map { stated($0) }
            },
        ]
    }

    private static func stated(_ figure: EconomyFigure) -> Cell {
        guard let amount = figure.amount else { return .missing(figure.status) }
        return .decimal(amount)
    }

    private static func computed(_ amount: ScaledDecimal?, signed: Bool = false) -> Cell? {
        guard let amount else { return nil }
        return .decimal(amount, signed: signed)
    }
}
