public import Diagnostics
internal import Glibc
internal import Subprocess
internal import SystemPackage

/// Draws charts by gnuplot: one process for all of them.
///
/// The script is of our own making and goes to standard input; text from data stands in it as
/// literals that gnuplot expands nothing in, and files have names of ours in a folder of ours. The
/// user's own gnuplot settings are not read.
public struct ChartDrawer: Sendable {
    private let language: Language
    private let searchPath: String
    private let temporaryFolder: String

    /// Creates a drawer.
    ///
    /// - Parameters:
    ///   - language: the language of the words and numbers drawn.
    ///   - searchPath: folders in which gnuplot is looked for, parted by colons.
    ///   - temporaryFolder: where a folder for the drawings can be made.
    public init(language: Language, searchPath: String?, temporaryFolder: String?) {
        self.language = language
        self.searchPath = searchPath ?? "/usr/local/bin:/usr/bin:/bin"
        self.temporaryFolder = temporaryFolder.flatMap { $0.isEmpty ? nil : $0 } ?? "/tmp"
    }

    /// Draws charts.
    ///
    /// - Parameter orders: the charts, each with the formats wanted.
    /// - Returns: a drawing for each, in the same order.
    /// - Throws: `ChartError` when gnuplot is missing or fails.
    public func draw(
        _ orders: [(chart: Chart, formats: Set<ChartFormat>)]
    ) async throws(ChartError) -> [Drawing] {
        guard !orders.isEmpty else { return [] }
        guard let program else { throw .programMissing }
        let folder = try DrawingFolder(in: temporaryFolder)
        var script = ""
        for (index, order) in orders.enumerated() {
            for format in ChartFormat.allCases where order.formats.contains(format) {
                script += ChartScript(chart: order.chart, language: language).commands(
                    format: format, file: Self.file(index, format), name: Self.name(index))
            }
        }
        try await run(program, script, in: folder.path)
        var drawings: [Drawing] = []
        for (index, order) in orders.enumerated() {
            drawings.append(try drawing(index, order.chart, order.formats, folder))
        }
        return drawings
    }

    private func drawing(
        _ index: Int, _ chart: Chart, _ formats: Set<ChartFormat>, _ folder: borrowing DrawingFolder
    ) throws(ChartError) -> Drawing {
        var drawing = Drawing()
        if formats.contains(.svg) {
            let bytes = folder.contents(of: Self.file(index, .svg)) ?? []
            let svg = ChartSVG(chart: chart, language: language, name: Self.name(index))
            guard let element = svg.element(from: String(decoding: bytes, as: UTF8.self)) else {
                throw .failed(reason: Self.file(index, .svg))
            }
            drawing.svg = element
        }
        if formats.contains(.png) {
            guard let bytes = folder.contents(of: Self.file(index, .png)), !bytes.isEmpty else {
                throw .failed(reason: Self.file(index, .png))
            }
            drawing.png = bytes
        }
        return drawing
    }

    /// The first program called gnuplot on the search path.
    private var program: String? {
        searchPath.split(separator: ":").map { "\($0)/gnuplot" }
            .first { access($0, X_OK) == 0 }
    }

    private func run(
        _ program: String, _ script: String, in folder: String
    ) async throws(ChartError) {
        let message: String?
        do {
            let result = try await Subprocess.run(
                .path(FilePath(program)), arguments: ["-d", "-"],
                environment: .custom([
                    "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "HOME": "\(folder)",
                ]),
                workingDirectory: FilePath(folder), input: .string(script),
                output: .discarded, error: .string(limit: 1 << 16))
            let said = result.standardError.split(separator: "\n").map(String.init)
                .filter { !$0.allSatisfy(\.isWhitespace) }
            message = result.terminationStatus.isSuccess ? nil : said.last ?? "gnuplot"
        } catch {
            message = "\(error)"
        }
        if let message { throw .failed(reason: message) }
    }

    private static func file(_ index: Int, _ format: ChartFormat) -> String {
        "\(index).\(format.rawValue)"
    }

    private static func name(_ index: Int) -> String { "chart\(index + 1)" }
}

/// A chart, drawn in the formats asked for.
public struct Drawing: Sendable, Hashable {
    /// An SVG element with title and description; `nil` when it was not asked for.
    public var svg: String?
    /// The bytes of a PNG file; `nil` when it was not asked for.
    public var png: [UInt8]?

    /// The SVG element as a file of its own.
    public var svgFile: String? {
        svg.map { "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n" + $0 + "\n" }
    }
}
