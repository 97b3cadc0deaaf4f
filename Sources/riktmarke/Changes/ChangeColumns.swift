internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// The columns of changes as CSV: a contract.
enum ChangeColumns {
    /// The columns, the same whatever was asked.
    static let columns: [ReportTable.Column] = [
        .init("change", Text(sv: "Ändring", en: "Change")),
        .init("indicator_code", Text(sv: "Nyckeltalskod", en: "Indicator code")),
        .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("municipality_code", Text(sv: "Kommunkod", en: "Municipality code")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("old_value", Text(sv: "Värde före", en: "Old value")),
        .init("old_status", Text(sv: "Status före", en: "Old status")),
        .init("new_value", Text(sv: "Värde efter", en: "New value")),
        .init("new_status", Text(sv: "Status efter", en: "New status")),
        .init("unit", Text(sv: "Enhet", en: "Unit")),
        .init("old_rank", Text(sv: "Plats före", en: "Old rank")),
        .init("old_ranked", Text(sv: "Av före", en: "Old ranked")),
        .init("new_rank", Text(sv: "Plats efter", en: "New rank")),
        .init("new_ranked", Text(sv: "Av efter", en: "New ranked")),
        .init("source", Text(sv: "Källa", en: "Source")),
        .init("run", Text(sv: "Körning", en: "Run")),
        .init("recorded_at", Text(sv: "Registrerat", en: "Recorded at")),
    ]

    /// The cells of a change, in the order of the columns.
    static func cells(of change: OutcomeChange) -> [Cell] {
        [
            .label(Text(sv: change.kind.word.sv, en: change.kind.rawValue)),
            .text(change.indicator.code.description), .text(change.indicator.title),
            .text(change.period.description), .text(change.gender.rawValue),
            .text(change.municipality.code.description), .text(change.municipality.name),
            value(change.old), .text(orEmpty: change.old?.status.rawValue), value(change.new),
            .text(orEmpty: change.new?.status.rawValue), .text(change.indicator.unit),
            number(change.oldPlace?.rank), number(change.oldPlace?.ranked),
            number(change.newPlace?.rank), number(change.newPlace?.ranked), .text(change.source),
            .integer(change.run), .text(change.recordedAt.rfc3339),
        ]
    }

    private static func value(_ statement: OutcomeChange.Statement?) -> Cell {
        guard let value = statement?.value else { return .empty }
        return .decimal(value)
    }

    private static func number(_ value: Int?) -> Cell {
        guard let value else { return .empty }
        return .integer(value)
    }
}

extension ChangeKind {
    /// What became of the figure, in a word.
    var word: Text {
        switch self {
        case .new: Text(sv: "nytt", en: "new")
        case .revised: Text(sv: "reviderat", en: "revised")
        case .confirmed: Text(sv: "fastställt", en: "confirmed")
        case .missing: Text(sv: "saknas nu", en: "missing now")
        case .struck: Text(sv: "struket", en: "struck")
        case .back: Text(sv: "åter", en: "back")
        case .none: Text(sv: "utan värde", en: "without a value")
        }
    }
}
