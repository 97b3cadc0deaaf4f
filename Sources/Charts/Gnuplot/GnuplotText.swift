internal import Reporting

/// Writes text and numbers into a gnuplot script so that they stay text and numbers.
enum GnuplotText {
    /// A text as a literal in single quotes, in which gnuplot expands nothing.
    ///
    /// That is: neither escapes nor back quotes, macros or variables. A quote within is doubled.
    static func literal(_ text: String) -> String {
        let visible = Escaping.visible(text).map { $0 == "'" ? "''" : String($0) }.joined()
        return "'\(visible)'"
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

    /// Marks along an axis: `('5,0' 5.0, …)`.
    static func ticks(_ ticks: [(label: String, place: Double)]) -> String {
        "(" + ticks.map { "\(literal($0.label)) \(number($0.place))" }.joined(separator: ", ") + ")"
    }
}
