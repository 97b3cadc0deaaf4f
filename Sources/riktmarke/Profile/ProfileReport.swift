internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting

/// A profile as a table for people.
struct ProfileReport {
    let answer: ProfileAnswer

    private var profile: Profile { answer.profile }

    /// The indicators, what is worse and getting worse first.
    var page: ReportTable {
        let hasTargets = profile.tally.targets > 0
        return ReportTable(
            title: Text(
                sv: "\(profile.focus.name): \(profile.rows.count) nyckeltal",
                en: "\(profile.focus.name): \(profile.rows.count) indicators"),
            lead: [scope, colours], columns: columns(hasTargets),
            rows: profile.rows.map { ReportTable.Row(cells($0, hasTargets)) }, notes: answer.notes,
            closing: answer.sentences)
    }

    /// What is shown, among whom: `senaste värde · totalt · platser bland alla kommuner`.
    private var scope: Text {
        let peers = answer.peers.words(profile.focus.kind)
        func line(_ language: Language) -> String {
            let parts = [
                profile.period?.description
                    ?? Text(sv: "senaste värde", en: "latest value")[language],
                profile.gender.word[language],
                Text(sv: "platser bland \(peers.sv)", en: "places among \(peers.en)")[language],
            ]
            let asOf = answer.asOf.map {
                Text(sv: "som känt \($0.rfc3339)", en: "as known \($0.rfc3339)")[language]
            }
            return (parts + [asOf].compactMap(\.self)).joined(separator: " · ")
        }
        return Text(sv: line(.sv), en: line(.en))
    }

    private var colours: Text {
        let (green, yellow, red) = (
            profile.count(.green), profile.count(.yellow), profile.count(.red)
        )
        let rest = profile.rows.count - green - yellow - red
        return Text(
            sv: "Kvartilsfärg, egen bearbetning: \(green) gröna, \(yellow) gula, \(red) röda, "
                + "\(rest) utan färg.",
            en: "Quartile colour, own computation: \(green) green, \(yellow) yellow, \(red) red, "
                + "\(rest) without colour.")
    }

    private func columns(_ hasTargets: Bool) -> [ReportTable.Column] {
        var columns: [ReportTable.Column] = [
            .init("indicator_code", Text(sv: "Kod", en: "Code"), .right),
            .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
            .init("period", Text(sv: "År", en: "Year"), .right),
            .init("value", Text(sv: "Värde", en: "Value"), .number),
            .init("median", Text(sv: "Median", en: "Median"), .number),
            .init("rank", Text(sv: "Plats", en: "Place"), .right),
            .init("quartile_colour", Text(sv: "Färg", en: "Colour"), .right),
            .init("verdict", Text(sv: "Omdöme", en: "Verdict")),
            .init("change", Text(sv: "Ändring", en: "Change"), .number),
        ]
        if hasTargets {
            columns += [
                .init("target", Text(sv: "Mål", en: "Target"), .number),
                .init("gap", Text(sv: "Till mål", en: "To target"), .number),
            ]
        }
        return columns
    }

    private func cells(_ row: ProfileRow, _ hasTargets: Bool) -> [Cell] {
        let decimals = max(row.indicator.decimals, row.value.scale)
        var cells: [Cell] = [
            .text(row.indicator.code.description), .text(row.indicator.title),
            .text(row.period.description),
            .decimal(row.value, decimals: decimals, preliminary: row.status == .preliminary),
            median(row),
            place(row), row.colour?.cell ?? .empty, row.verdict.cell,
            signed(row.change, decimals: row.indicator.decimals),
        ]
        if hasTargets {
            if let target = row.target {
                cells.append(.decimal(target))
            } else {
                cells.append(.empty)
            }
            cells.append(signed(row.gap, decimals: row.indicator.decimals))
        }
        return cells
    }

    /// The place; the first of one is none.
    private func place(_ row: ProfileRow) -> Cell {
        guard let rank = row.rank, row.units > 1 else { return .empty }
        return .text("\(rank)/\(row.units)")
    }

    private func median(_ row: ProfileRow) -> Cell {
        guard let median = row.quartiles?.median else { return .empty }
        return .decimal(median, decimals: max(row.indicator.decimals, 1))
    }

    // `guard` instead of `map`: see ComparisonSummary.
    private func signed(_ value: ScaledDecimal?, decimals: UInt8) -> Cell {
        guard let value else { return .empty }
        return .decimal(value, decimals: max(decimals, value.scale), signed: true)
    }
}
