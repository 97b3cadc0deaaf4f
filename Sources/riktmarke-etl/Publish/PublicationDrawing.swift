internal import Charts
internal import ComparisonReports
internal import Reporting

/// One comparison of a report, read and drawn.
struct DrawnPart: Sendable {
    let part: PublicationPart
    /// The charts as SVG, for its page.
    let figures: [ReportDocument.Figure]
    /// The first chart as PNG, for other documents; `nil` without a value to draw.
    let png: [UInt8]?
}

/// Draws every chart of a report by one process.
struct PublicationDrawing {
    let parts: [PublicationPart]

    /// Draws.
    /// - Throws: `ChartError`.
    func drawn(by drawer: ChartDrawer) async throws -> [DrawnPart] {
        let charts = parts.map { ComparisonCharts(answer: $0.answer, evidence: $0.evidence).all }
        let orders = charts.flatMap { charts in
            charts.enumerated().map { index, chart -> (chart: Chart, formats: Set<ChartFormat>) in
                (chart, index == 0 ? [.svg, .png] : [.svg])
            }
        }
        var drawings = try await drawer.draw(orders)[...]
        var result: [DrawnPart] = []
        for (part, charts) in zip(parts, charts) {
            let own = Array(drawings.prefix(charts.count))
            drawings = drawings.dropFirst(charts.count)
            result.append(
                DrawnPart(
                    part: part,
                    figures: zip(charts, own).map { chart, drawing in
                        ReportDocument.Figure(svg: drawing.svg ?? "", caption: chart.description)
                    }, png: own.first?.png))
        }
        return result
    }
}
