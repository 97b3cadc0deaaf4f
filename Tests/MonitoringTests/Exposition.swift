import Testing

/// Reads the text format of Prometheus as strictly as its description has it.
///
/// https://prometheus.io/docs/instrumenting/exposition_formats/
enum Exposition {
    struct Sample {
        var name: String
        var labels: [String: String]
        var value: Double
    }

    /// The samples of a text in which each family has one HELP and one TYPE before its samples, which
    /// stand together, none of them twice.
    static func read(_ text: String) throws -> [Sample] {
        try #require(text.hasSuffix("\n"))
        var samples: [Sample] = []
        var seen: Set<String> = []
        var families: [String] = []
        var typed: Set<String> = []
        for line in text.dropLast().split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("# HELP ") {
                let name = String(line.dropFirst(7).prefix { $0 != " " })
                try #require(!families.contains(name), "\(name) has two HELP lines")
                families.append(name)
            } else if line.hasPrefix("# TYPE ") {
                let words = line.dropFirst(7).split(separator: " ")
                try #require(words.count == 2 && String(words[0]) == families.last)
                try #require(["gauge", "counter", "untyped"].contains(words[1]))
                try #require(typed.insert(String(words[0])).inserted)
            } else {
                let sample = try sample(line)
                try #require(sample.name == families.last && typed.contains(sample.name), "\(line)")
                let key = sample.name + sample.labels.sorted { $0.key < $1.key }.description
                try #require(seen.insert(key).inserted, "\(line) is there twice")
                samples.append(sample)
            }
        }
        return samples
    }

    private static func sample(_ line: Substring) throws -> Sample {
        var rest = line
        let name = rest.prefix {
            $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == ":")
        }
        try #require(name.first.map { !$0.isNumber } ?? false, "\(line)")
        rest = rest.dropFirst(name.count)
        var labels: [String: String] = [:]
        if rest.first == "{" {
            rest = rest.dropFirst()
            while rest.first != "}" {
                let label = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_") }
                rest = rest.dropFirst(label.count)
                try #require(rest.hasPrefix("=\""), "\(line)")
                rest = rest.dropFirst(2)
                labels[String(label)] = try quoted(&rest)
                if rest.first == "," { rest = rest.dropFirst() }
            }
            rest = rest.dropFirst()
        }
        try #require(rest.first == " ")
        let written = String(rest.dropFirst())
        let value = written == "+Inf" ? .infinity : Double(written)
        return Sample(name: String(name), labels: labels, value: try #require(value, "\(line)"))
    }

    private static func quoted(_ rest: inout Substring) throws -> String {
        var text = ""
        while let character = rest.popFirst() {
            switch character {
            case "\"": return text
            case "\\":
                switch rest.popFirst() {
                case "n": text.append("\n")
                case "\"": text.append("\"")
                case "\\": text.append("\\")
                default: try #require(Bool(false), "a stray backslash")
                }
            default: text.append(character)
            }
        }
        try #require(Bool(false), "a label without its end")
        return text
    }
}
