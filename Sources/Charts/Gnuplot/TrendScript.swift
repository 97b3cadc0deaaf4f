internal import Diagnostics

/// Commands for a series beside its group.
struct TrendScript {
    let plot: TrendPlot
    let chart: Chart
    let language: Language

    init(plot: TrendPlot, chart: Chart, _ language: Language) {
        self.plot = plot
        self.chart = chart
        self.language = language
    }

    /// So many periods are written along the axis at most.
    private static let mostLabels = 14

    var commands: String {
        let values = plot.points.compactMap(\.value)
        let quartiles = plot.points.compactMap(\.group)
        let axis = ValueAxis(
            holding: values + quartiles.flatMap { [$0.first, $0.third] }, steps: 5)
        let places = plot.points.map(\.place)
        let left = (places.min() ?? 0) - 0.4
        let right = (places.max() ?? 1) + 0.4
        var script = """
            set ylabel \(GnuplotText.literal(chart.unit[language]))
            set yrange [\(GnuplotText.number(axis.lower)):\(GnuplotText.number(axis.upper))]
            set ytics \(GnuplotText.ticks(axis.ticks.map { (axis.label($0, language), $0) }))
            set xrange [\(GnuplotText.number(left)):\(GnuplotText.number(right))]
            set xtics \(GnuplotText.ticks(labels))

            """
        for (index, place) in plot.breaks.enumerated() where place.isFinite {
            let at = GnuplotText.number(place)
            script +=
                "set arrow \(index + 1) from \(at), graph 0 to \(at), graph 1 nohead front dt 3 "
            script += "lw 1.5 lc rgb '\(ChartStyle.inkColor)'\n"
            let word = Text(sv: "brott", en: "break")[language]
            script += "set label \(index + 1) \(GnuplotText.literal(word)) at \(at), graph 0.97 "
            script += "offset 0.5,0 left front\n"
        }
        script += GnuplotText.data("group", plot.points.map(Self.group))
        // A missing period leaves a hole, which NaN makes in a line.
        script += GnuplotText.data("series", plot.points.map { [$0.place, $0.value] })
        script += GnuplotText.data("final", marks { !$0.isPreliminary })
        script += GnuplotText.data("preliminary", marks(\.isPreliminary))
        return script + PlotCommand.of(parts)
    }

    private var parts: [String] {
        var parts: [String] = []
        if plot.points.contains(where: { $0.group != nil }) {
            let band = Text(sv: "gruppens mittersta hälft", en: "the group's middle half")
            let median = Text(sv: "gruppens median", en: "the group's median")
            parts += [
                "$group using 1:2:4 with filledcurves fc rgb '\(ChartStyle.bandColor)' "
                    + "title \(GnuplotText.literal(band[language]))",
                // A year between two without a median has no line: hence the points.
                "$group using 1:3 with linespoints pt 1 ps 0.5 dt 2 lw 1.5 lc rgb '\(ChartStyle.referenceColor)' "
                    + "title \(GnuplotText.literal(median[language]))",
            ]
        }
        guard plot.points.contains(where: { $0.value != nil }) else { return parts }
        let color = "lc rgb '\(ChartStyle.focusColor)'"
        parts.append("$series using 1:2 with lines lw 2 \(color) notitle")
        if plot.points.contains(where: { $0.value != nil && !$0.isPreliminary }) {
            parts.append(
                "$final using 1:2 with points pt \(ChartStyle.focusPoint) ps 1.4 \(color) "
                    + "title \(GnuplotText.literal(plot.label))")
        }
        if plot.points.contains(where: { $0.value != nil && $0.isPreliminary }) {
            let word = Text(sv: "preliminärt", en: "preliminary")[language]
            parts.append(
                "$preliminary using 1:2 with points pt \(ChartStyle.preliminaryPoint) ps 1.4 lw 2 "
                    + "\(color) title \(GnuplotText.literal(word))")
        }
        return parts
    }

    private func marks(_ isWanted: (TrendPlot.Point) -> Bool) -> [[Double?]] {
        plot.points.map { [$0.place, isWanted($0) ? $0.value : nil] }
    }

    private var labels: [(label: String, place: Double)] {
        let step = max(1, (plot.points.count + Self.mostLabels - 1) / Self.mostLabels)
        return plot.points.enumerated().filter { $0.offset % step == 0 }
            .map { ($0.element.label, $0.element.place) }
    }

    private static func group(_ point: TrendPlot.Point) -> [Double?] {
        guard let group = point.group else { return [point.place, nil, nil, nil] }
        return [point.place, group.first, group.median, group.third]
    }
}
