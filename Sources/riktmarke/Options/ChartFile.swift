internal import ArgumentParser
internal import Charts
internal import CommandSupport
internal import ComparisonReports
internal import Diagnostics

/// A file of one chart; the ending says which format.
struct ChartFile: Sendable {
    private let path: String
    private let format: ChartFormat

    /// Names the file.
    /// - Throws: `Failure` with status 64 for a file that is neither SVG nor PNG.
    init(_ path: String) throws(Failure) {
        self.path = path
        format = try Self.format(path)
    }

    /// Draws a chart and writes the file, which appears whole or not at all.
    ///
    /// - Parameters:
    ///   - chart: the chart; `nil` when there is nothing to show.
    ///   - context: whose language and programs.
    /// - Throws: `Failure` with status 1 for no chart; `ChartError`, `OutputError`.
    func draw(_ chart: Chart?, _ context: CommandContext) async throws {
        guard let chart else {
            throw Failure(
                .negative, code: "chart.nothing-to-show",
                Text(
                    sv: "det finns inget att visa i ett diagram",
                    en: "there is nothing to show in a chart"),
                at: .argument("--chart"),
                hint: Text(
                    sv: "en serie behöver två värden", en: "a series needs two values"))
        }
        for drawing in try await context.chartDrawer().draw([(chart, [format])]) {
            try Self.write(drawing, to: path)
        }
    }

    /// Writes a drawing to its file.
    /// - Throws: `OutputError`.
    static func write(_ drawing: Drawing, to path: String) throws {
        var sink = try OutputSink(path: path)
        let bytes = drawing.png ?? Array((drawing.svgFile ?? "").utf8)
        try sink.write(bytes.span)
        try sink.finish()
    }

    /// The format that a file's ending says.
    /// - Throws: `Failure` with status 64 for another ending.
    static func format(_ file: String) throws(Failure) -> ChartFormat {
        for format in ChartFormat.allCases
        where file.lowercased().hasSuffix("." + format.rawValue) {
            return format
        }
        throw Failure(
            .usage, code: "chart.unknown-format",
            Text(
                sv: "filen \"\(file)\" slutar varken på .svg eller .png",
                en: "the file \"\(file)\" ends neither in .svg nor in .png"),
            at: .argument("--chart"),
            hint: Text(
                sv: "skriv till exempel --chart diagram.svg",
                en: "write for example --chart chart.svg"))
    }
}
