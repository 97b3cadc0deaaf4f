internal import Diagnostics
internal import Reporting

/// Turns gnuplot's SVG file into an element that can stand in an HTML page beside others.
struct ChartSVG {
    let chart: Chart
    let language: Language
    /// What the ids of this drawing begin with; each drawing of a page has its own.
    let name: String

    /// The element; `nil` when the text is no drawing of gnuplot's, or one that could do something.
    ///
    /// Our title and description replace gnuplot's, so that a screen reader has something to read,
    /// and the ids get the drawing's name before them.
    func element(from file: String) -> String? {
        guard let start = file.firstRange(of: "<svg"), let end = file.firstRange(of: "</svg>"),
            let titleStart = file.firstRange(of: "<title>"),
            let descEnd = file.firstRange(of: "</desc>"),
            titleStart.lowerBound < descEnd.lowerBound, descEnd.upperBound < end.lowerBound,
            !Self.acts(file)
        else { return nil }
        let tag = file[start.upperBound..<titleStart.lowerBound]
        var rest = String(file[descEnd.upperBound..<end.upperBound])
        for (mark, quote) in [("id=", "'"), ("id=", "\""), ("href=", "'#"), ("url(", "#")] {
            for stem in ["gp", "gnuplot_", "textbox", "greybox"] {
                rest = rest.replacing(mark + quote + stem, with: mark + quote + name + "-" + stem)
            }
        }
        return "<svg role=\"img\" aria-labelledby=\"\(name)-title \(name)-desc\"\(tag)"
            + "<title id=\"\(name)-title\">\(Self.escaped(chart.title[language]))</title>\n"
            + "<desc id=\"\(name)-desc\">\(Self.escaped(chart.description[language]))</desc>"
            + rest
    }

    /// Whether something in a drawing could run or fetch; ours draws only.
    private static func acts(_ file: String) -> Bool {
        ["<script", "<foreignObject", "<image", "<a ", "onload="].contains { file.contains($0) }
    }

    private static func escaped(_ text: String) -> String {
        Escaping.visible(text).replacing("&", with: "&amp;").replacing("<", with: "&lt;")
            .replacing(">", with: "&gt;")
    }
}
