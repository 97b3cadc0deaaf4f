internal import Diagnostics

/// Commands for shares with the limits of chance.
struct FunnelScript {
    let plot: FunnelPlot
    let chart: Chart
    let language: Language

    init(plot: FunnelPlot, chart: Chart, _ language: Language) {
        self.plot = plot
        self.chart = chart
        self.language = language
    }

    /// Up to so many units have their names.
    private static let mostNames = 12

    var commands: String {
        let values = ValueAxis(
            holding: plot.points.map(\.value) + [plot.benchmark.value]
                + plot.limits.flatMap { [$0.at998.lowerBound, $0.at998.upperBound] }, steps: 5)
        let totals = ValueAxis(holding: plot.points.map(\.total) + plot.limits.map(\.total))
        var script = """
            set xlabel \(GnuplotText.literal(plot.totalLabel[language])) offset 0,0.5
            set ylabel \(GnuplotText.literal(chart.unit[language]))
            set xrange [\(GnuplotText.number(totals.lower)):\(GnuplotText.number(totals.upper))]
            set yrange [\(GnuplotText.number(values.lower)):\(GnuplotText.number(values.upper))]
            set xtics \(GnuplotText.ticks(totals.ticks.map { (totals.label($0, language), $0) }))
            set ytics \(GnuplotText.ticks(values.ticks.map { (values.label($0, language), $0) }))

            """
        let named = plot.points.filter {
            plot.points.count <= Self.mostNames || $0.isFocus
        }
        for (index, point) in named.enumerated() where Self.isFinite(point) {
            script += "set label \(index + 1) \(GnuplotText.literal(point.label)) at "
            script += "\(GnuplotText.number(point.total)), \(GnuplotText.number(point.value)) "
            script += "offset 0.8,0.5 left\n"
        }
        script += GnuplotText.data("limits", plot.limits.map(limits))
        let shown = plot.points.filter(Self.isFinite)
        script += GnuplotText.data(
            "others", shown.filter { !$0.isFocus }.map { [$0.total, $0.value] })
        script += GnuplotText.data("focus", shown.filter(\.isFocus).map { [$0.total, $0.value] })
        return script + PlotCommand.of(parts(shown))
    }

    private func parts(_ shown: [FunnelPlot.Point]) -> [String] {
        var parts: [String] = []
        let grey = "lc rgb '\(ChartStyle.referenceColor)'"
        if !plot.limits.isEmpty {
            parts = [
                "$limits using 1:2 with lines lw 1.5 \(grey) "
                    + "title \(GnuplotText.literal(plot.benchmark.label[language]))",
                "$limits using 1:3 with lines dt 2 lw 1.5 \(grey) "
                    + "title \(GnuplotText.literal(limitWord("95")))",
                "$limits using 1:4 with lines dt 2 lw 1.5 \(grey) notitle",
                "$limits using 1:5 with lines dt 3 lw 1.5 \(grey) "
                    + "title \(GnuplotText.literal(limitWord("99.8")))",
                "$limits using 1:6 with lines dt 3 lw 1.5 \(grey) notitle",
            ]
        }
        if shown.contains(where: { !$0.isFocus }) {
            parts.append(
                "$others using 1:2 with points pt \(ChartStyle.otherPoint) ps 0.9 "
                    + "lc rgb '\(ChartStyle.otherColor)' notitle")
        }
        if let focus = shown.first(where: \.isFocus) {
            parts.append(
                "$focus using 1:2 with points pt \(ChartStyle.focusPoint) ps 1.6 "
                    + "lc rgb '\(ChartStyle.focusColor)' title \(GnuplotText.literal(focus.label))")
        }
        return parts
    }

    private func limitWord(_ level: String) -> String {
        let shown = language == .sv ? level.replacing(".", with: ",") : level
        return Text(sv: "slump, \(shown)\u{A0}%", en: "chance, \(shown)%")[language]
    }

    private func limits(_ limit: FunnelPlot.Limit) -> [Double?] {
        [
            limit.total, plot.benchmark.value, limit.at95.lowerBound, limit.at95.upperBound,
            limit.at998.lowerBound, limit.at998.upperBound,
        ]
    }

    private static func isFinite(_ point: FunnelPlot.Point) -> Bool {
        point.total.isFinite && point.value.isFinite
    }
}
