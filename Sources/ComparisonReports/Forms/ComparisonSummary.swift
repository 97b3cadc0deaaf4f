internal import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting

/// What is said of the municipalities together, each kind of figure under its own name.
struct ComparisonSummary {
    let table: ComparisonTable
    let notes: [Text]
    let sentences: [Text]

    /// Two rows: everybody with the focus, and the others alone.
    var page: ReportTable {
        let hasWeighted = table.group.meanWeighted != nil || table.peers.meanWeighted != nil
        var columns: [(column: ReportTable.Column, cell: (GroupFigures) -> Cell)] = [
            (.init("with_value", Text(sv: "Med värde", en: "With value"), .right), coverage),
            (
                .init("mean_unweighted", Text(sv: "Ovägt medel", en: "Unweighted mean"), .number),
                { mean($0.meanUnweighted) }
            ),
        ]
        if hasWeighted {
            columns.append(
                (
                    .init("mean_weighted", Text(sv: "Vägt medel", en: "Weighted mean"), .number),
                    { mean($0.meanWeighted) }
                ))
        }
        columns += [
            (.init("median", Text(sv: "Median", en: "Median"), .number), { mean($0.median) }),
            (.init("min", Text(sv: "Lägst", en: "Lowest"), .number), { value($0.min) }),
            (.init("max", Text(sv: "Högst", en: "Highest"), .number), { value($0.max) }),
        ]
        return ReportTable(
            columns: [.init("group", Text(verbatim: ""))] + columns.map(\.column),
            rows: [(everybody, table.group), (others, table.peers)].map { label, figures in
                ReportTable.Row([.label(label)] + columns.map { $0.cell(figures) })
            }, notes: notes, closing: sentences)
    }

    private var everybody: Text {
        let count = table.group.members
        return Text(
            sv: "Alla \(count), med \(table.focus.name)",
            en: "All \(count), with \(table.focus.name)")
    }

    private var others: Text {
        let count = table.peers.members
        return Text(
            sv: "\(count == 1 ? "Den andra" : "De \(count) andra"), utan \(table.focus.name)",
            en: "\(count == 1 ? "The other" : "The \(count) others"), without \(table.focus.name)")
    }

    private func coverage(_ figures: GroupFigures) -> Cell {
        .label(
            Text(
                sv: "\(figures.withValue) av \(figures.members)",
                en: "\(figures.withValue) of \(figures.members)"))
    }

    // `guard` instead of `map`: without optimisation, Swift 6.3 reads an optional parameter that
    // holds an Int128 misaligned when `map` is called on it, and crashes.
    private func mean(_ value: ScaledDecimal?) -> Cell {
        guard let value else { return .empty }
        return .decimal(value, decimals: table.meanDecimals)
    }

    private func value(_ value: ScaledDecimal?) -> Cell {
        guard let value else { return .empty }
        return .decimal(value, decimals: max(table.indicator.decimals, value.scale))
    }
}
