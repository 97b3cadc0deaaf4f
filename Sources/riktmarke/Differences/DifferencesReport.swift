internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// Differences between women and men as a table for people.
struct DifferencesReport {
    let answer: DifferencesAnswer

    private var differences: GenderDifferences { answer.differences }

    /// The indicators, the surest difference first.
    var page: ReportTable {
        ReportTable(
            title: Text(
                sv:
                    "\(differences.focus.name): kvinnor och män i \(differences.rows.count) nyckeltal",
                en:
                    "\(differences.focus.name): women and men in \(differences.rows.count) indicators"
            ),
            lead: [scope],
            columns: [
                .init("indicator_code", Text(sv: "Kod", en: "Code"), .right),
                .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
                .init("period", Text(sv: "År", en: "Year"), .right),
                .init("women", Text(sv: "Kvinnor", en: "Women"), .number),
                .init("men", Text(sv: "Män", en: "Men"), .number),
                .init("difference", Text(sv: "Skillnad", en: "Difference"), .number),
                .init("verdict", Text(sv: "Omdöme om kvinnor", en: "Verdict on women")),
                .init(
                    "median_difference", Text(sv: "Skillnad i median", en: "Difference of medians"),
                    .number),
            ],
            rows: differences.rows.map { ReportTable.Row(cells($0)) }, notes: answer.notes,
            closing: answer.sentences)
    }

    private var scope: Text {
        let peers = answer.peers.words(differences.focus.kind)
        let asOf = answer.asOf.map {
            Text(sv: " · som känt \($0.rfc3339)", en: " · as known \($0.rfc3339)")
        }
        return Text(
            sv: "senaste värde · kvinnor minus män · median bland \(peers.sv)\(asOf?.sv ?? "")",
            en: "latest value · women less men · median among \(peers.en)\(asOf?.en ?? "")")
    }

    private func cells(_ row: GenderDifference) -> [Cell] {
        let printed = row.indicator.decimals
        func value(_ side: ProfileRow) -> Cell {
            .decimal(
                side.value, decimals: max(printed, side.value.scale),
                preliminary: side.status == .preliminary)
        }
        func signed(_ value: ScaledDecimal?) -> Cell {
            guard let value else { return .empty }
            return .decimal(value, decimals: max(printed, min(value.scale, 2)), signed: true)
        }
        return [
            .text(row.indicator.code.description), .text(row.indicator.title),
            .text(row.period.description), value(row.women), value(row.men),
            signed(row.difference), row.verdict.cell, signed(row.medianDifference),
        ]
    }
}
