internal import ArgumentParser
internal import Charts
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics
internal import Reporting

/// Which chart of a comparison is drawn to a file of its own.
enum ChartChoice: String, CaseIterable, ExpressibleByArgument {
    case dots
    case trend
    case funnel

    /// The words that the option takes.
    static var allValueStrings: [String] { allCases.map { $0.rawValue } }
    /// None beside the words themselves.
    static var allValueDescriptions: [String: String] { [:] }
}

/// What has to be drawn for a comparison: the charts of its HTML form, and one for a file.
struct ComparisonDrawing: Sendable {
    /// The file of the one chart.
    private let file: String?
    private let fileFormat: ChartFormat?
    private let choice: ChartChoice
    private let format: TableFormat

    /// Reads the options.
    /// - Throws: `Failure` with status 64 for a file that is neither SVG nor PNG.
    init(chart: String?, kind: ChartChoice?, format: TableFormat) throws(Failure) {
        file = chart
        choice = kind ?? .dots
        self.format = format
        fileFormat = try chart.map(ChartFile.format)
    }

    /// Whether more must be read than the comparison itself.
    var needsEvidence: Bool { file != nil || format == .html || format == .xlsx }

    /// Draws what is wanted, writes the one chart to its file, and returns the document.
    /// - Throws: `ChartError`, `OutputError`, `Failure` when there is no such chart.
    func document(
        _ answer: ComparisonAnswer, _ evidence: ComparisonEvidence?, showsAllSources: Bool,
        _ context: CommandContext
    ) async throws -> ReportDocument? {
        guard let evidence else { return nil }
        let charts = ComparisonCharts(answer: answer, evidence: evidence)
        var orders: [(chart: Chart, formats: Set<ChartFormat>)] =
            format == .html ? charts.all.map { ($0, [.svg]) } : []
        if let fileFormat { orders.append((try chosen(charts), [fileFormat])) }
        var drawings = try await context.chartDrawer().draw(orders)
        if let file, let drawing = drawings.popLast() {
            try ChartFile.write(drawing, to: file)
        }
        let figures = zip(charts.all, drawings).map { chart, drawing in
            ReportDocument.Figure(svg: drawing.svg ?? "", caption: chart.description)
        }
        return ComparisonDocument([
            .init(
                answer: answer, evidence: evidence, figures: figures,
                showsAllSources: showsAllSources)
        ]).document
    }

    private func chosen(_ charts: ComparisonCharts) throws(Failure) -> Chart {
        let chart =
            switch choice {
            case .dots: charts.dots
            case .trend: charts.trend
            case .funnel: charts.funnel
            }
        if let chart { return chart }
        throw Failure(
            .negative, code: "chart.nothing-to-show",
            Text(
                sv: "det finns inget att visa i diagrammet \(choice.rawValue)",
                en: "there is nothing to show in the chart \(choice.rawValue)"),
            at: .argument("--chart-kind"),
            hint: Text(
                sv:
                    "trend behöver två perioder, funnel täljare och nämnare för minst tre kommuner; "
                    + "dots går alltid",
                en: "trend needs two periods, funnel numerators and denominators of at least three "
                    + "municipalities; dots always works"))
    }
}
