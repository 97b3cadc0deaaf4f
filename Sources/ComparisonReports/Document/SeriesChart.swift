package import Charts
package import Comparison
internal import Diagnostics
internal import Indicators
internal import Reporting

extension Series {
    /// The series beside the median and the middle half of its group; `nil` for fewer than two values.
    package var chart: Chart? {
        let drawn = points.map { point in
            var group: TrendPlot.Quartiles?
            if let spread = point.spread, spread.withValue >= QuartileColour.leastValues {
                group = TrendPlot.Quartiles(
                    first: spread.lowerQuartile.approximation,
                    median: spread.median.approximation,
                    third: spread.upperQuartile.approximation)
            }
            return TrendPlot.Point(
                place: Double(point.period.year), label: point.period.description,
                value: point.figure?.value?.approximation,
                isPreliminary: point.figure?.status == .preliminary, group: group)
        }
        guard drawn.count(where: { $0.value != nil }) > 1 else { return nil }
        let years = drawn.map(\.place)
        let breaks = indicator.seriesBreaks.map { Double($0.year) - 0.5 }
            .filter { $0 > (years.min() ?? 0) && $0 < (years.max() ?? 0) }
        let name = "\(indicator.code) \(title)"
        return Chart(
            title: Text(
                sv: "\(name), \(focus.name) över tid", en: "\(name), \(focus.name) over time"),
            description: Text(
                sv: "Serien för \(focus.name) bredvid gruppens median och mittersta hälft; alla "
                    + "värden står i tabellen.",
                en: "The series of \(focus.name) beside the group's median and middle half; all "
                    + "values stand in the table."),
            unit: indicator.unitText,
            kind: .trend(TrendPlot(label: focus.name, points: drawn, breaks: breaks)))
    }
}
