package import Charts
package import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting

extension Ranking {
    /// The most that a page holds; of more, those around the municipality asked about are drawn.
    private static let mostPoints = 60

    /// The values beside each other, with intervals where there are any; `nil` without values.
    package var chart: Chart? {
        let valued = rows.filter { $0.value != nil }
        guard !valued.isEmpty else { return nil }
        let shown = shown(of: valued)
        let points = shown.compactMap { row -> DotPlot.Point? in
            guard let value = row.value else { return nil }
            let label = row.rank.map { "\($0). \(row.municipality.name)" }
            return DotPlot.Point(
                label ?? row.municipality.name, value.approximation, interval: Self.interval(row),
                isFocus: row.municipality.key == focus?.key)
        }
        let median = Text(sv: "median", en: "median")
        var reference: DotPlot.Reference?
        if let spread, spread.withValue > 1 {
            reference = DotPlot.Reference(median, spread.median.approximation)
        }
        let part =
            shown.count < valued.count
            ? Text(
                sv: "\(shown.count) av \(valued.count) kommuner med värde visas.",
                en: "\(shown.count) of \(valued.count) municipalities with a value are shown.")
            : Text(
                sv: "Alla \(valued.count) med värde visas.",
                en: "All \(valued.count) with a value are shown.")
        let meaning =
            shown.contains { $0.interval != nil }
            ? Text(
                sv: " Strecken är 95-procentiga intervall.",
                en: " The strokes are intervals at 95%.") : Text(verbatim: "")
        return Chart(
            title: Text(verbatim: "\(indicator.code) \(title), \(period)"),
            description: Text(sv: part.sv + meaning.sv, en: part.en + meaning.en),
            unit: indicator.unitText, kind: .dots(DotPlot(points: points, reference: reference)))
    }

    /// Those that fit: all, else the neighbours of the focus by place, else the first ones.
    private func shown(of valued: [RankingRow]) -> ArraySlice<RankingRow> {
        guard valued.count > Self.mostPoints else { return valued[...] }
        let own = valued.firstIndex { $0.municipality.key == focus?.key } ?? 0
        let start = min(max(0, own - Self.mostPoints / 2), valued.count - Self.mostPoints)
        return valued[start..<(start + Self.mostPoints)]
    }

    private static func interval(_ row: RankingRow) -> ClosedRange<Double>? {
        guard let interval = row.interval else { return nil }
        let (lower, upper) = (interval.lower.approximation, interval.upper.approximation)
        return lower <= upper ? lower...upper : nil
    }
}
