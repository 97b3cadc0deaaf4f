internal import CommandSupport
internal import Comparison
internal import ComparisonReports
internal import Diagnostics
internal import Indicators
internal import Reporting
internal import Warehouse

/// Changes as people read them: how many of each kind, and the first of them.
struct ChangesSheet {
    /// How many rows a person is shown; the other formats have all.
    static let limit = 200

    let scope: ChangeScope
    private var changes: [OutcomeChange] = []

    init(scope: ChangeScope) {
        self.scope = scope
    }

    /// Takes a change; those beyond the limit are only counted.
    mutating func add(_ change: OutcomeChange) {
        if changes.count < Self.limit { changes.append(change) }
    }

    /// The table.
    func page(_ counts: ChangeCounts) -> ReportTable {
        var columns: [(column: ReportTable.Column, cell: (OutcomeChange) -> Cell)] = [
            (.init("change", Text(sv: "Ändring", en: "Change")), { .label($0.kind.word) }),
            (
                .init("indicator_code", Text(sv: "Kod", en: "Code")),
                { .text($0.indicator.code.description) }
            ),
            (.init("period", Text(sv: "Period", en: "Period")), { .text($0.period.description) }),
            (.init("gender", Text(sv: "Kön", en: "Gender")), { .label($0.gender.word) }),
            (
                .init("municipality", Text(sv: "Kommun", en: "Municipality")),
                { .text($0.municipality.name) }
            ),
            (.init("old_value", Text(sv: "Före", en: "Before"), .number), { cell($0.old, $0) }),
            (.init("new_value", Text(sv: "Efter", en: "After"), .number), { cell($0.new, $0) }),
        ]
        if scope.group != nil {
            columns += [
                (
                    .init("old_rank", Text(sv: "Plats före", en: "Rank before"), .right),
                    { place($0.oldPlace) }
                ),
                (
                    .init("new_rank", Text(sv: "Plats efter", en: "Rank after"), .right),
                    { place($0.newPlace) }
                ),
            ]
        }
        columns.append(
            (
                .init("indicator", Text(sv: "Nyckeltal", en: "Indicator")),
                { .text($0.indicator.title) }
            ))
        return ReportTable(
            title: title, lead: [summary(counts)], columns: columns.map(\.column),
            rows: changes.map { change in
                ReportTable.Row(
                    columns.map { $0.cell(change) },
                    emphasis: scope.group != nil && change.municipality.key == scope.focus?.key
                        ? .focus : .plain)
            }, notes: notes(counts))
    }

    private var title: Text {
        let moment = scope.start.moment.rfc3339
        let until = scope.asOf.map { Text(sv: " till \($0.rfc3339)", en: " until \($0.rfc3339)") }
        let run = scope.start.run.map { Text(sv: ", körning \($0)", en: ", run \($0)") }
        return Text(
            sv: "Ändringar sedan \(moment)\(run?.sv ?? "")\(until?.sv ?? "")",
            en: "Changes since \(moment)\(run?.en ?? "")\(until?.en ?? "")")
    }

    private func summary(_ counts: ChangeCounts) -> Text {
        let kinds = ChangeKind.allCases.filter { $0 != .none && counts[$0] > 0 }
        guard !kinds.isEmpty else {
            return Text(sv: "Inget värde har ändrats.", en: "No value has changed.")
        }
        func listed(_ language: Language) -> String {
            kinds.map { "\(counts[$0]) \($0.word[language])" }.joined(separator: ", ")
        }
        return Text(sv: listed(.sv), en: listed(.en))
    }

    private func notes(_ counts: ChangeCounts) -> [Text] {
        var notes: [Text] = []
        if let group = scope.group {
            let whose = scope.focus?.name
            notes.append(
                Text(
                    sv: "Plats: \(whose ?? "kommunens egen") bland medlemmarna i \(group.name) "
                        + "med värde, enligt listan för perioden. Egen bearbetning.",
                    en: "Rank: \(whose ?? "the municipality's own") among the members of "
                        + "\(group.name) with a value, by the list of the period. Own "
                        + "computation."))
        }
        if counts[.none] > 0 {
            notes.append(
                Text(
                    sv: "Därtill \(counts[.none]) uppgifter som varken hade eller har ett värde.",
                    en: "Besides \(counts[.none]) statements that neither had nor have a value."))
        }
        if counts.total > changes.count {
            notes.append(
                Text(
                    sv: "De första \(changes.count) av \(counts.total) visas; alla kommer med "
                        + "--format csv eller json.",
                    en: "The first \(changes.count) of \(counts.total) are shown; all come with "
                        + "--format csv or json."))
        }
        return notes
    }

    private func cell(_ statement: OutcomeChange.Statement?, _ change: OutcomeChange) -> Cell {
        guard let statement else { return .empty }
        guard let value = statement.value else { return .missing(statement.status) }
        return .decimal(
            value, decimals: max(change.indicator.decimals, value.scale),
            preliminary: statement.status == .preliminary)
    }

    private func place(_ place: OutcomeChange.Place?) -> Cell {
        guard let place else { return .empty }
        return .label(
            Text(sv: "\(place.rank) av \(place.ranked)", en: "\(place.rank) of \(place.ranked)"))
    }
}
