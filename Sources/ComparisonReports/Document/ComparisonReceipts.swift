internal import CommandSupport
internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Postgres
internal import Reporting

/// The receipts of a comparison's figures: a row for every figure that it shows.
struct ComparisonReceipts {
    let answer: ComparisonAnswer
    let origins: [Int16: [FigureOrigin]]

    private var table: ComparisonTable { answer.table }

    static let columns: [ReportTable.Column] = [
        .init("indicator_code", Text(sv: "Nyckeltal", en: "Indicator")),
        .init("municipality", Text(sv: "Kommun", en: "Municipality")),
        .init("period", Text(sv: "Period", en: "Period")),
        .init("gender", Text(sv: "Kön", en: "Gender")),
        .init("value", Text(sv: "Värde", en: "Value"), .number),
        .init("document", Text(sv: "Källa", en: "Source")),
        .init("publisher", Text(sv: "Utgivare", en: "Publisher")),
        .init("file", Text(sv: "Fil", en: "File")),
        .init("line", Text(sv: "Rad", en: "Line"), .right),
        .init("column", Text(sv: "Kolumn", en: "Column"), .right),
        .init("sha256", Text(verbatim: "SHA-256")),
        .init("revision", Text(sv: "Version", en: "Version"), .right),
        .init("recorded", Text(sv: "Registrerat (UTC)", en: "Recorded (UTC)")),
    ]

    /// The table of several comparisons' receipts.
    static func table(_ rows: [ReportTable.Row]) -> ReportTable {
        ReportTable(
            title: Text(sv: "Varje siffras kvitto", en: "The receipt of every figure"),
            columns: columns, rows: rows)
    }

    /// A row for every figure with a value or a stated reason for none.
    var rows: [ReportTable.Row] {
        table.rows.flatMap { row in
            ([row.figure].compactMap(\.self) + row.otherFigures).map { figure in
                self.row(row.municipality, figure)
            }
        }
    }

    /// When the newest of the figures became the recorded truth, in seconds since 1970.
    var dataTime: Int {
        let newest = origins.values.joined().map(\.recordedFrom.microsecondsSince2000).max()
        // 10 957 days lie between 1970 and 2000.
        return newest.map { Int($0 / 1_000_000) + 10_957 * 86_400 } ?? 0
    }

    private func row(_ municipality: Municipality, _ figure: OutcomeFigure) -> ReportTable.Row {
        let origin = origins[municipality.key]?.first { $0.documentCode == figure.source }
        var cells: [Cell] = [
            .text(table.indicator.code.description), .text(municipality.name),
            .text(table.period.description), .text(table.gender.rawValue), value(figure),
            .text(figure.sourceTitle), .text(orEmpty: origin?.publisher),
            .text(orEmpty: origin?.fileName),
        ]
        cells.append(origin.map { .integer($0.line) } ?? .empty)
        cells.append(origin.map { .integer($0.column) } ?? .empty)
        cells.append(.text(orEmpty: origin?.fileSHA256.map(Self.hexadecimal)))
        cells.append(origin.map { .integer($0.revision) } ?? .empty)
        cells.append(.text(orEmpty: origin?.recordedFrom.minuteInUTC))
        return ReportTable.Row(
            cells, emphasis: municipality.key == table.focus.key ? .focus : .plain)
    }

    private func value(_ figure: OutcomeFigure) -> Cell {
        guard let value = figure.value else { return .missing(figure.status) }
        return .decimal(value, preliminary: figure.status == .preliminary)
    }

    /// A checksum as people compare it: two lower-case digits a byte.
    private static func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { byte in
            let digits = String(byte, radix: 16)
            return byte < 16 ? "0" + digits : digits
        }.joined()
    }
}
