internal import Reporting

/// Writes text and numbers into a gnuplot script so that they stay text and numbers.
enum GnuplotText {
    /// What means something in a gnuplot string, with the octal escape that does not: quotes, back
    /// quotes, which would run a command, macros, variables and escapes.
    private static let escapes: [Unicode.Scalar: String] = [
        "\"": "\\042", "$": "\\044", "'": "\\047", "@": "\\100", "\\": "\\134", "`": "\\140",
    ]

    /// A text as a literal in which gnuplot expands nothing.
    ///
    /// In double quotes: gnuplot 5.4 reads a doubled single quote at the start of a text wrongly.
    static func literal(_ text: String) -> String {
        let escaped = Escaping.visible(text).unicodeScalars.map { escapes[$0] ?? String($0) }
        return "\"\(escaped.joined())\""
    }

    /// A text of several lines as an expression.
    static func literal(lines: [String]) -> String {
        let format = lines.map { _ in "%s" }.joined(separator: "\\n")
        return "sprintf(\"\(format)\", \(lines.map(literal).joined(separator: ", ")))"
    }

    /// A finite number; `NaN`, which gnuplot leaves out, for any other.
    static func number(_ value: Double?) -> String {
        guard let value, value.isFinite else { return "NaN" }
        return (value + 0).description
    }

    /// A block of data under a name, a row a line.
    static func data(_ name: String, _ rows: [[Double?]]) -> String {
        let lines = rows.map { $0.map(number).joined(separator: " ") }
        return "$\(name) << EOD\n" + lines.map { $0 + "\n" }.joined() + "EOD\n"
    }

    /// The label of a mark, which gnuplot takes for a format of the mark's number.
    private static func label(_ text: String) -> String {
        literal(text.replacing("%", with: "%%"))
    }

    /// Marks along an axis: `("5,0" 5.0, …)`.
    static func ticks(_ ticks: [(label: String, place: Double)]) -> String {
        "(" + ticks.map { "\(label($0.label)) \(number($0.place))" }.joined(separator: ", ") + ")"
    }
}
