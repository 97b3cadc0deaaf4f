internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Money as rows for programs: the columns of CSV and the members of JSON are the same.
struct EconomyRecords {
    let answer: EconomyAnswer

    /// One row a verksamhet, with the same columns whatever is known.
    var table: ReportTable {
        ReportTable(
            columns: Self.columns,
            rows: answer.overviews.flatMap { overview in
                answer.rows(overview).map { row($0, overview) }
            })
    }

    private static let columns: [ReportTable.Column] = [
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("organisation", Text(sv: "Nämnd", en: "Organisation")),
        .init("kind", Text(sv: "Slag", en: "Kind")),
        .init("subject", Text(sv: "Verksamhet", en: "Subject")),
        .init("activity_code", Text(sv: "Verksamhetskod", en: "Activity code")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("cumulative", Text(sv: "Ackumulerat", en: "Cumulative")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("signs", Text(sv: "Tecken", en: "Signs")),
        .init("income", Text(sv: "Intäkter", en: "Income")),
        .init("cost", Text(sv: "Kostnader", en: "Costs")),
        .init("net", Text(sv: "Netto", en: "Net")),
        .init("budget", Text(sv: "Budget", en: "Budget")),
        .init("deviation", Text(sv: "Avvikelse", en: "Deviation")),
        .init("year_budget", Text(sv: "Budget helår", en: "Budget of the year")),
        .init("forecast", Text(sv: "Prognos helår", en: "Forecast of the year")),
        .init("forecast_deviation", Text(sv: "Prognosavvikelse", en: "Forecast deviation")),
        .init("last_year_period", Text(sv: "Period i fjol", en: "Period last year")),
        .init("last_year_net", Text(sv: "Netto i fjol", en: "Net last year")),
        .init("change", Text(sv: "Förändring", en: "Change")),
        .init(
            "last_year_net_this_years_prices",
            Text(sv: "I årets priser", en: "In this year's prices")),
        .init("net_per_inhabitant", Text(sv: "Netto kr/inv", en: "Net, kronor per inhabitant")),
        .init("inhabitants_year", Text(sv: "Folkmängd år", en: "Inhabitants, year")),
        .init("source", Text(sv: "Källa", en: "Source")),
        .init("document_line", Text(sv: "Rad", en: "Line")),
    ]

    private func row(_ row: EconomyRow, _ overview: EconomyOverview) -> ReportTable.Row {
        let home = row.figures[.net] ?? row.shown.first
        var cells: [Cell] = [
            .text(overview.municipality.code.description), .text(overview.municipality.name),
            .text(overview.organisation), .text(row.kind.rawValue), .text(row.subject),
            .text(orEmpty: row.activity), .text(overview.period.description),
            .truth(overview.isCumulative), .text("tkr"), .text(overview.signs.rawValue),
        ]
        for measure in [EconomyMeasure.income, .cost, .net, .budget, .deviation] {
            cells.append(.decimal(orEmpty: row.amount(measure)))
        }
        cells += [
            .decimal(orEmpty: row.wholeYearBudget?.amount), .decimal(orEmpty: row.forecast?.amount),
            .decimal(orEmpty: row.forecastDeviation?.amount),
            .text(orEmpty: row.lastYear?.period.description),
            .decimal(orEmpty: row.lastYear?.amount), .decimal(orEmpty: row.change),
            .decimal(orEmpty: row.lastYearInPrices), .decimal(orEmpty: row.perInhabitant),
            .text(orEmpty: overview.inhabitants.map { "\($0.year)" }),
            .text(orEmpty: home?.receipt.source),
            home.map { .integer($0.receipt.line) } ?? .empty,
        ]
        return ReportTable.Row(cells)
    }

    /// One row a figure that running text tells, with where it stands.
    var text: ReportTable {
        let columns: [ReportTable.Column] = [
            .init("organisation", Text(sv: "Nämnd", en: "Organisation")),
            .init("kind", Text(sv: "Slag", en: "Kind")),
            .init("subject", Text(sv: "Gäller", en: "Subject")),
            .init("definition", Text(sv: "Definition", en: "Definition")),
            .init("measure", Text(sv: "Uppgift", en: "Measure")),
            .init("period", Text(sv: "Period", en: "Period")),
            .init("amount", Text(sv: "Belopp", en: "Amount"), .number, unit: Text(verbatim: "tkr")),
            .init("printed", Text(sv: "Tryckt", en: "Printed")),
            .init("document_line", Text(sv: "Rad", en: "Line"), .right),
            .init("source", Text(sv: "Dokument", en: "Document")),
            .init("note", Text(sv: "Anmärkning", en: "Remark")),
        ]
        var rows: [ReportTable.Row] = []
        for overview in answer.overviews {
            for figure in answer.text(overview) {
                rows.append(
                    ReportTable.Row([
                        .text(figure.organisation), .text(figure.kind.rawValue),
                        .text(figure.subject), .text(figure.definition),
                        .label(figure.measure.words), .text(figure.period.description),
                        .decimal(orEmpty: figure.amount), .text(figure.receipt.printed),
                        .integer(figure.receipt.line), .text(figure.receipt.source),
                        .text(orEmpty: figure.receipt.note),
                    ]))
            }
        }
        return ReportTable(columns: columns, rows: rows)
    }

    /// One row a verksamhet and kommun of the comparison.
    var comparison: ReportTable {
        let columns: [ReportTable.Column] = [
            .init("organisation", Text(sv: "Nämnd", en: "Organisation")),
            .init("activity_code", Text(sv: "Verksamhetskod", en: "Activity code")),
            .init("activity", Text(sv: "Verksamhet", en: "Activity")),
            .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
            .init("municipality", Text(sv: "Kommun", en: "Municipality")),
            .init("net", Text(sv: "Netto", en: "Net")),
            .init("net_per_inhabitant", Text(sv: "Netto kr/inv", en: "Net, kronor per inhabitant")),
        ]
        var rows: [ReportTable.Row] = []
        for comparison in answer.comparisons {
            for row in answer.rows(comparison) {
                for (unit, entry) in zip(comparison.municipalities, row.entries) {
                    rows.append(
                        ReportTable.Row([
                            .text(comparison.organisation), .text(orEmpty: row.activity),
                            .label(Text(verbatim: row.title.sv)), .text(unit.code.description),
                            .text(unit.name), .decimal(orEmpty: entry?.net),
                            .decimal(orEmpty: entry?.perInhabitant),
                        ]))
                }
            }
        }
        return ReportTable(columns: columns, rows: rows)
    }

    /// Where every figure that is shown stands, and what is printed there.
    var receipts: ReportTable {
        let columns: [ReportTable.Column] = [
            .init("subject", Text(sv: "Verksamhet", en: "Subject")),
            .init("measure", Text(sv: "Uppgift", en: "Measure")),
            .init("period", Text(sv: "Period", en: "Period")),
            .init("amount", Text(sv: "Belopp", en: "Amount"), .number, unit: Text(verbatim: "tkr")),
            .init("printed", Text(sv: "Tryckt", en: "Printed")),
            .init("printed_unit", Text(sv: "Tryckt enhet", en: "Printed unit")),
            .init("document_line", Text(sv: "Rad", en: "Line"), .right),
            .init("source", Text(sv: "Dokument", en: "Document")),
            .init("file", Text(sv: "Fil", en: "File")),
            .init("note", Text(sv: "Anmärkning", en: "Remark")),
        ]
        var rows: [ReportTable.Row] = []
        for overview in answer.overviews {
            for figure in answer.rows(overview).flatMap(\.shown) {
                let receipt = figure.receipt
                var amount = Cell.missing(figure.status)
                if let stated = figure.amount { amount = .decimal(stated) }
                rows.append(
                    ReportTable.Row([
                        .text(figure.subject), .label(figure.measure.words),
                        .text(figure.period.description), amount, .text(receipt.printed),
                        .text(receipt.printedUnit), .integer(receipt.line), .text(receipt.source),
                        .text(orEmpty: receipt.fileName), .text(orEmpty: receipt.note),
                    ]))
            }
        }
        return ReportTable(
            title: Text(sv: "Var talen står", en: "Where the figures stand"), columns: columns,
            rows: rows)
    }
}

extension EconomyMeasure {
    /// The measure: a word for people in Swedish, the word of the contract in English.
    var words: Text {
        let swedish =
            switch self {
            case .income: "intäkter"
            case .cost: "kostnader"
            case .net: "netto"
            case .budget: "budget"
            case .deviation: "avvikelse"
            case .forecast: "prognos"
            case .forecastDeviation: "prognosavvikelse"
            case .amount: "belopp"
            case .outcome: "utfall"
            }
        return Text(sv: swedish, en: rawValue)
    }
}
