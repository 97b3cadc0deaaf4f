internal import Diagnostics

/// Commands for values beside each other.
struct DotScript {
    let plot: DotPlot
    let chart: Chart
    let language: Language

    init(plot: DotPlot, chart: Chart, _ language: Language) {
        self.plot = plot
        self.chart = chart
        self.language = language
    }

    /// Up to so many lines have their names; beyond, only the one asked about has.
    private static let mostNames = 45

    /// Pixels from one line to the next.
    static func rowHeight(_ plot: DotPlot) -> Double {
        plot.points.count > mostNames ? 4 : 21
    }

    var commands: String {
        let rows = plot.points.enumerated().map {
            (place: Double($0.offset + 1), point: $0.element)
        }
        let shown = rows.filter { $0.point.value.isFinite }
        let axis = ValueAxis(
            holding: shown.flatMap { row -> [Double] in
                [row.point.value] + ends(row.point.interval)
            } + [plot.reference?.value].compactMap(\.self))
        let named = rows.filter { rows.count <= Self.mostNames || $0.point.isFocus }
        let focus = shown.filter(\.point.isFocus)
        let others = shown.filter { !$0.point.isFocus }
        var script = """
            set xlabel \(GnuplotText.literal(chart.unit[language])) offset 0,0.5
            set xrange [\(GnuplotText.number(axis.lower)):\(GnuplotText.number(axis.upper))]
            set xtics \(GnuplotText.ticks(axis.ticks.map { (axis.label($0, language), $0) }))
            set yrange [\(rows.count + 1):0]
            set ytics scale 0 \(GnuplotText.ticks(named.map { ($0.point.label, $0.place) }))

            """
        script += GnuplotText.data("others", others.map(Self.values))
        script += GnuplotText.data("focus", focus.map(Self.values))
        let whiskers = shown.filter { $0.point.interval != nil }
        script += GnuplotText.data(
            "whiskers", whiskers.filter { !$0.point.isFocus }.map(Self.interval))
        script += GnuplotText.data(
            "whisker", whiskers.filter(\.point.isFocus).map(Self.interval))
        var plots: [String] = []
        if let reference = plot.reference, reference.value.isFinite {
            script += GnuplotText.data(
                "reference", [[reference.value, 0], [reference.value, Double(rows.count + 1)]])
            let label = "\(reference.label[language]) \(axis.fineLabel(reference.value, language))"
            plots.append(
                "$reference using 1:2 with lines dt 2 lw 1.5 lc rgb '\(ChartStyle.referenceColor)' "
                    + "title \(GnuplotText.literal(label))")
        }
        let widths = "using 1:2:3:4 with xerrorbars pt 0 ps 0 lw 1.5"
        if whiskers.contains(where: { !$0.point.isFocus }) {
            plots.append("$whiskers \(widths) lc rgb '\(ChartStyle.otherColor)' notitle")
        }
        if whiskers.contains(where: \.point.isFocus) {
            plots.append("$whisker \(widths) lc rgb '\(ChartStyle.focusColor)' notitle")
        }
        if !others.isEmpty {
            plots.append(
                "$others using 1:2 with points pt \(ChartStyle.otherPoint) ps \(size) "
                    + "lc rgb '\(ChartStyle.otherColor)' notitle")
        }
        if let name = focus.first?.point.label {
            plots.append(
                "$focus using 1:2 with points pt \(ChartStyle.focusPoint) ps 1.6 "
                    + "lc rgb '\(ChartStyle.focusColor)' title \(GnuplotText.literal(name))")
        }
        return script + PlotCommand.of(plots)
    }

    private var size: Double { plot.points.count > Self.mostNames ? 0.5 : 0.9 }

    private func ends(_ interval: ClosedRange<Double>?) -> [Double] {
        guard let interval else { return [] }
        return [interval.lowerBound, interval.upperBound]
    }

    private static func values(_ row: (place: Double, point: DotPlot.Point)) -> [Double?] {
        [row.point.value, row.place]
    }

    private static func interval(_ row: (place: Double, point: DotPlot.Point)) -> [Double?] {
        [
            row.point.value, row.place, row.point.interval?.lowerBound,
            row.point.interval?.upperBound,
        ]
    }
}

/// The command that draws what was prepared.
enum PlotCommand {
    /// One command for all parts; an empty frame where there is nothing to draw.
    static func of(_ parts: [String]) -> String {
        parts.isEmpty ? "plot NaN notitle\n" : "plot " + parts.joined(separator: ", \\\n  ") + "\n"
    }
}
