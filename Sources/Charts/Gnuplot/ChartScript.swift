internal import Diagnostics
internal import Reporting

/// Writes the gnuplot commands that draw one chart.
struct ChartScript {
    let chart: Chart
    let language: Language

    /// Height of the drawing in pixels at the size it is read.
    var height: Int {
        let titleHeight = 22 * titleLines.count
        switch chart.kind {
        case .dots(let plot):
            return titleHeight + 152 + Int(Double(plot.points.count) * DotScript.rowHeight(plot))
        case .trend, .funnel: return titleHeight + 352
        }
    }

    /// The commands that draw the chart to a file beside the script.
    func commands(format: ChartFormat, file: String, name: String) -> String {
        var script = "reset\nset encoding utf8\n"
        script += terminal(format, name)
        script += "set output \(GnuplotText.literal(file))\n"
        script += frame
        switch chart.kind {
        case .dots(let plot): script += DotScript(plot: plot, chart: chart, language).commands
        case .trend(let plot): script += TrendScript(plot: plot, chart: chart, language).commands
        case .funnel(let plot): script += FunnelScript(plot: plot, chart: chart, language).commands
        }
        return script + "unset output\n"
    }

    private func terminal(_ format: ChartFormat, _ name: String) -> String {
        switch format {
        case .svg:
            "set terminal svg size \(ChartStyle.width),\(height) dynamic noenhanced "
                + "font 'Arial,13' background '#ffffff' name '\(name)'\n"
        case .png:
            // 1 080 pixels are 150 to the inch across the text of an A4 page; more cost more time
            // than all the rest of a report.
            "set terminal pngcairo size \(ChartStyle.width * 3 / 2),\(height * 3 / 2) noenhanced "
                + "font 'Liberation Sans,10' fontscale 1.5 linewidth 1.5 pointscale 1.5 "
                + "background '#ffffff'\n"
        }
    }

    private var titleLines: [String] {
        Fitting.wrap(Escaping.visible(chart.title[language]), width: 84)
    }

    private var frame: String {
        """
        set title \(GnuplotText.literal(lines: titleLines)) tc rgb '\(ChartStyle.inkColor)'
        set border 3 lc rgb '\(ChartStyle.referenceColor)'
        set tics nomirror out scale 0.5 textcolor rgb '\(ChartStyle.inkColor)'
        set grid lc rgb '\(ChartStyle.gridColor)' lt 1
        set key below center horizontal samplen 2 height 1 textcolor rgb '\(ChartStyle.inkColor)'

        """
    }
}

/// The kinds of files that charts are drawn to.
public enum ChartFormat: String, Sendable, Hashable, CaseIterable {
    /// Drawings that scale, and whose text can be read by machines.
    case svg
    /// Pixels, for programs that take no SVG.
    case png
}
