/// Figures of one name in the text format of Prometheus, version 0.0.4.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/
struct MetricFamily: Sendable {
    /// Its name; letters, digits and underscores.
    var name: String
    /// What it means, in English.
    var help: String
    /// Its figures with their labels, in order.
    var samples: [(labels: [(name: String, value: String)], value: Double)] = []

    init(_ name: String, _ help: String) {
        self.name = name
        self.help = help
    }

    /// Adds a figure.
    mutating func add(_ value: Double, _ labels: (name: String, value: String)...) {
        samples.append((labels, value))
    }

    /// The family's lines; none without figures.
    var text: String {
        guard !samples.isEmpty else { return "" }
        let help = Self.escaped(help, quotes: false)
        var text = "# HELP \(name) \(help)\n# TYPE \(name) gauge\n"
        for (labels, value) in samples {
            let list = labels.map { "\($0.name)=\"\(Self.escaped($0.value, quotes: true))\"" }
            let braces = list.isEmpty ? "" : "{\(list.joined(separator: ","))}"
            text += "\(name)\(braces) \(Self.written(value))\n"
        }
        return text
    }

    private static func escaped(_ text: String, quotes: Bool) -> String {
        var result = ""
        for character in text {
            switch character {
            case "\\": result += "\\\\"
            case "\n": result += "\\n"
            case "\"" where quotes: result += "\\\""
            default: result.append(character)
            }
        }
        return result
    }

    private static func written(_ value: Double) -> String {
        if let whole = Int64(exactly: value) { return String(whole) }
        if value.isNaN { return "NaN" }
        return value.isInfinite ? (value > 0 ? "+Inf" : "-Inf") : String(value)
    }
}
