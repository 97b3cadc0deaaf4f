internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Absence as tables for people: a unit a row, a measure a column.
struct AbsenceReport {
    let answer: AbsenceAnswer

    /// What a column shows.
    private struct Measure: Hashable {
        var measure: AbsenceMeasure
        var definition: String
        var gender: Gender
        var unit: String
    }

    /// A unit of a document.
    private struct Unit: Hashable {
        var isTotal: Bool
        var code: String?
        var name: String
        var source: String
    }

    /// A table for each nämnd.
    var pages: [ReportTable] {
        var names: [String] = []
        for figure in answer.figures where !names.contains(figure.organisation) {
            names.append(figure.organisation)
        }
        return names.map(page)
    }

    private func page(_ organisation: String) -> ReportTable {
        let figures = answer.figures.filter { $0.organisation == organisation }
        var measures: [Measure] = []
        var units: [Unit] = []
        var values: [Unit: [Measure: AbsenceFigure]] = [:]
        for figure in figures {
            let measure = Measure(
                measure: figure.measure, definition: figure.definition, gender: figure.gender,
                unit: figure.unit)
            let unit = Unit(
                isTotal: figure.isTotal, code: figure.code, name: figure.unitName,
                source: figure.source)
            if !measures.contains(measure) { measures.append(measure) }
            if !units.contains(unit) { units.append(unit) }
            if values[unit]?[measure] == nil { values[unit, default: [:]][measure] = figure }
        }
        measures.sort { Self.place($0) < Self.place($1) }
        let hasCodes = units.contains { $0.code != nil }
        let hasStaff = figures.contains { $0.headcount != nil }
        var columns: [ReportTable.Column] = []
        if hasCodes { columns.append(.init("code", Text(sv: "Kod", en: "Code"))) }
        columns.append(.init("unit", Text(sv: "Enhet", en: "Unit")))
        if hasStaff {
            columns.append(.init("headcount", Text(sv: "Anställda", en: "Employees"), .right))
        }
        columns += measures.enumerated().map { place, measure in
            .init("value_\(place + 1)", Self.header(measure), .number, unit: Self.unit(measure))
        }
        return ReportTable(
            title: Text(
                sv: "\(answer.focus.name), \(organisation): sjukfrånvaro \(answer.period)",
                en: "\(answer.focus.name), \(organisation): absence for sickness \(answer.period)"),
            columns: columns,
            rows: units.map { unit in
                let row = values[unit] ?? [:]
                var cells: [Cell] = []
                if hasCodes { cells.append(.text(orEmpty: unit.code)) }
                cells.append(.text(unit.name))
                if hasStaff {
                    let staff = row.values.first { $0.gender == .total }?.headcount
                    cells.append(staff.map(Cell.integer) ?? .empty)
                }
                cells += measures.map { measure -> Cell in
                    guard let figure = row[measure] else { return .empty }
                    guard let value = figure.value else { return .missing(figure.status) }
                    return .decimal(value)
                }
                return ReportTable.Row(cells, emphasis: unit.isTotal ? .summary : .plain)
            }, notes: answer.notes, closing: answer.sentences)
    }

    private static func place(_ measure: Measure) -> (Int16, Int16, String) {
        (measure.measure.key, measure.gender.key, measure.definition)
    }

    private static func header(_ measure: Measure) -> Text {
        func line(_ language: Language) -> String {
            var parts = [measure.measure.words[language]]
            if measure.gender != .total { parts.append(measure.gender.word[language]) }
            if !measure.definition.isEmpty { parts.append(measure.definition) }
            return parts.joined(separator: ", ")
        }
        return Text(sv: line(.sv), en: line(.en))
    }

    private static func unit(_ measure: Measure) -> Text {
        measure.unit == "percent" ? Text(verbatim: "%") : Text(verbatim: measure.unit)
    }
}

/// Absence as rows for programs: the columns of CSV and the members of JSON are the same.
struct AbsenceRecords {
    let answer: AbsenceAnswer

    /// One row a figure.
    var table: ReportTable {
        ReportTable(columns: Self.columns, rows: answer.figures.map(row))
    }

    private static let columns: [ReportTable.Column] = [
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("organisation", Text(sv: "Nämnd", en: "Organisation")),
        .init("kind", Text(sv: "Slag", en: "Kind")),
        .init("unit_code", Text(sv: "Enhetskod", en: "Unit code")),
        .init("unit_name", Text(sv: "Enhet", en: "Unit")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("measure", Text(sv: "Mått", en: "Measure")),
        .init("definition", Text(sv: "Definition", en: "Definition")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("value", Text(sv: "Värde", en: "Value")),
        .init("status", Text(sv: "Status", en: "Status")),
        .init("unit", Text(sv: "Måttenhet", en: "Unit of the value")),
        .init("headcount", Text(sv: "Anställda", en: "Employees")),
        .init("printed", Text(sv: "Tryckt", en: "Printed")),
        .init("source", Text(sv: "Källa", en: "Source")),
        .init("document_line", Text(sv: "Rad", en: "Line")),
        .init("note", Text(sv: "Anmärkning", en: "Remark")),
    ]

    private func row(_ figure: AbsenceFigure) -> ReportTable.Row {
        ReportTable.Row([
            .text(answer.focus.code.description), .text(answer.focus.name),
            .text(figure.organisation), .text(figure.isTotal ? "total" : "unit"),
            .text(orEmpty: figure.code), .text(figure.unitName),
            .text(figure.period.description), .text(figure.measure.rawValue),
            .text(figure.definition), .text(figure.gender.rawValue),
            .decimal(orEmpty: figure.value), .text(figure.status.rawValue), .text(figure.unit),
            figure.headcount.map(Cell.integer) ?? .empty, .text(figure.printed),
            .text(figure.source), .integer(figure.line), .text(orEmpty: figure.note),
        ])
    }
}

extension AbsenceMeasure {
    /// The measure in words.
    var words: Text {
        switch self {
        case .all: Text(sv: "Sjukfrånvaro", en: "Absence")
        case .short: Text(sv: "Kort", en: "Short")
        case .long: Text(sv: "Lång", en: "Long")
        case .longShare: Text(sv: "Andel lång", en: "Share of long")
        }
    }
}
