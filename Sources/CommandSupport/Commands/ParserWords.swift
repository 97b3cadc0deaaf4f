/// What the argument parser says of itself, in Swedish; it speaks English only.
///
/// Our own texts, which stand between the parser's words, are in the reader's language already and
/// pass through untouched.
enum ParserWords {
    /// A sentence of the parser and ours; every `*` stands for a part that is kept.
    private typealias Sentence = (english: String, swedish: String)

    /// The parser's complaint about arguments.
    static func swedish(complaint: String) -> String {
        lines(complaint) { line in
            for sentence in complaints {
                guard let parts = parts(of: line, in: sentence.english) else { continue }
                return fill(sentence.swedish, parts.map(choices))
            }
            return nil
        }
    }

    /// A page of help.
    static func swedish(help: String) -> String {
        lines(help) { line in
            if let heading = headings.first(where: { line.hasPrefix($0.english) }) {
                let rest = line.dropFirst(heading.english.count)
                return heading.swedish + placeholders(String(rest))
            }
            for sentence in helpSentences where line.hasSuffix(sentence.english) {
                return String(line.dropLast(sentence.english.count)) + sentence.swedish
            }
            if let parts = parts(of: line, in: advice.english) {
                return fill(advice.swedish, parts)
            }
            return remarks(placeholders(line))
        }
    }

    // The longer of two sentences that begin alike comes first.
    private static let complaints: [Sentence] = [
        ("Unknown option '*'. Did you mean '*'?", "okänd flagga '*'; menade du '*'?"),
        ("Unknown option '*'", "okänd flagga '*'"),
        ("Missing value for '*'", "värde saknas till '*'"),
        (
            "The option '*' does not take any value, but '*' was specified.",
            "flaggan '*' tar inget värde, men fick '*'"
        ),
        ("Unexpected argument '*'", "oväntat argument '*'"),
        ("* unexpected arguments: '*'", "* oväntade argument: '*'"),
        ("Missing expected argument '*'", "argumentet '*' saknas"),
        ("Missing one of: '*'", "ett av dessa saknas: '*'"),
        ("Missing required subcommand.", "ett underkommando saknas"),
        (
            "The value '*' is invalid for '*'. Please provide one of the following:",
            "värdet '*' går inte för '*'; välj ett av dessa:"
        ),
        (
            "The value '*' is invalid for '*'. Please provide one of *.",
            "värdet '*' går inte för '*'; välj ett av *"
        ),
        ("The value '*' is invalid for '*': *", "värdet '*' går inte för '*': *"),
        ("The value '*' is invalid for '*'", "värdet '*' går inte för '*'"),
    ]
    private static let headings: [Sentence] = [
        ("OVERVIEW: ", ""), ("USAGE: ", "ANVÄNDNING: "), ("ARGUMENTS:", "ARGUMENT:"),
        ("OPTIONS:", "FLAGGOR:"), ("SUBCOMMANDS:", "KOMMANDON:"),
    ]
    private static let helpSentences: [Sentence] = [
        (" SUBCOMMANDS:", " KOMMANDON:"), ("Show the version.", "Visa versionen."),
        ("Show help information.", "Visa hjälpen."),
    ]
    private static let advice: Sentence = (
        "  See '* help <subcommand>' for detailed help.", "  '* help <kommando>' berättar mer."
    )

    private static func placeholders(_ line: String) -> String {
        line.replacing("<options>", with: "<flaggor>")
            .replacing("<subcommand>", with: "<kommando>")
    }

    /// What the parser adds behind our description of an option.
    private static func remarks(_ line: String) -> String {
        line.replacing("(default:", with: "(förval:").replacing("(values:", with: "(värden:")
            .replacing("; default:", with: "; förval:")
            .replacing("  default: ", with: "  förval: ")
    }

    private static func lines(_ text: String, _ translate: (String) -> String?) -> String {
        text.split(separator: "\n", omittingEmptySubsequences: false)
            .map { translate(String($0)) ?? String($0) }.joined(separator: "\n")
    }

    /// What the stars of a sentence stand for, if a line is that sentence; each as short as can be.
    private static func parts(of line: String, in sentence: String) -> [Substring]? {
        let literals = sentence.split(separator: "*", omittingEmptySubsequences: false)
        guard let first = literals.first, let last = literals.last, line.hasPrefix(first) else {
            return nil
        }
        var rest = line.dropFirst(first.count)
        var parts: [Substring] = []
        for literal in literals.dropFirst().dropLast() {
            guard let range = rest.firstRange(of: literal) else { return nil }
            parts.append(rest[..<range.lowerBound])
            rest = rest[range.upperBound...]
        }
        guard literals.count > 1 else { return rest.isEmpty ? [] : nil }
        guard rest.hasSuffix(last) else { return nil }
        parts.append(rest.dropLast(last.count))
        return parts
    }

    /// A list of values to choose from.
    private static func choices(_ part: Substring) -> String {
        guard part.hasPrefix("'"), part.hasSuffix("'") else { return String(part) }
        return String(part).replacing("' and '", with: "' och '")
            .replacing("' or '", with: "' eller '")
    }

    private static func fill(_ sentence: String, _ parts: [some StringProtocol]) -> String {
        let literals = sentence.split(separator: "*", omittingEmptySubsequences: false)
        var text = ""
        for (index, literal) in literals.enumerated() {
            text += literal
            if index < parts.count { text += parts[index] }
        }
        return text
    }
}
