public import Indicators

/// What the title of an indicator says by its form: Kolada has no field for unit, kind or end.
///
/// "Insjuknande i stroke, antal/100 000 inv (-2019)" is a rate with the unit "antal/100 000 inv" that
/// ended in 2019. Which direction is good is never read from a title.
public struct TitleReading: Sendable, Hashable {
    /// The title without the years in brackets at its end, blanks made single.
    public var title: String
    /// Unit as it stands in a column head; `TitleReading.unknownUnit` when the title tells none.
    public var unit: String
    /// What kind of number the value is.
    public var valueKind: ValueKind
    /// Decimals to print.
    public var decimals: UInt8
    /// Last year, from "(-2019)" or "(- 2024)".
    public var discontinuedYear: Int?

    /// The unit of a title that tells none.
    public static let unknownUnit = "okänd enhet"

    /// Reads a title.
    public init(_ text: String) {
        let single = Self.withSingleBlanks(text)
        (title, discontinuedYear) = Self.withoutEnd(single)
        (unit, valueKind, decimals) = Self.measure(of: title)
    }

    /// A title or description with its blanks made single.
    public static func withSingleBlanks(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Takes "(-2019)" or "(- 2024)" off the end.
    private static func withoutEnd(_ title: String) -> (String, Int?) {
        guard title.hasSuffix(")"), let open = title.lastIndex(of: "(") else { return (title, nil) }
        let inside = title[title.index(after: open)...].dropLast()
        let digits = inside.filter { $0 != " " }
        guard let dash = digits.first, dash == "-" || dash == "–", digits.count == 5,
            let year = Int(digits.dropFirst()), Period.years.contains(year)
        else { return (title, nil) }
        let rest = title[..<open].reversed().drop { $0 == " " || $0 == "," }.reversed()
        return rest.isEmpty ? (title, nil) : (String(rest), year)
    }

    private static func measure(of title: String) -> (String, ValueKind, UInt8) {
        let whole = title.lowercased()
        // "…, antal/inv 1 jan, kr" has its unit last; only "(Ja=1, Nej=0)" has a comma in it.
        if whole.filter({ $0 != " " }).contains("ja=1") { return ("ja/nej", .boolean, 0) }
        let tail = lastPart(of: title)
        let word = tail.lowercased()
        if whole.contains("avvikelse") {
            if word.contains("%") { return ("procent", .deviation, 1) }
            if word.hasPrefix("kr") || word.hasPrefix("mkr") || word.hasPrefix("tkr") {
                return (tail, .deviation, word.hasPrefix("kr") ? 0 : 1)
            }
        }
        if word.hasPrefix("andel") || word.hasPrefix("svarsfrekvens") || word == "procent" {
            return ("procent", .share, 1)
        }
        if word.contains("(%)") { return ("procent", .ratio, 1) }
        if word.hasPrefix("kr/") || word == "kr" || word == "kronor" { return (tail, .amount, 0) }
        if word == "tkr" || word == "mkr" || word == "miljoner kronor" { return (tail, .amount, 1) }
        if word.contains("index") { return ("index", .index, 1) }
        if word.hasPrefix("antal/") { return (tail, .rate, 1) }
        if word == "antal" || word.hasPrefix("antal ") { return (tail, .count, 0) }
        if word.hasPrefix("medelvärde") || word.hasPrefix("genomsnitt") {
            return (tail, .mean, 1)
        }
        if word.hasPrefix("median") { return (tail, .median, 1) }
        if word == "dagar" || word == "år" { return (tail, .mean, 1) }
        if let slash = word.firstIndex(of: "/"), isQuantity(word[..<slash]) {
            return (tail, .rate, 1)
        }
        return isQuantity(word[...]) ? (tail, .count, 0) : (unknownUnit, .index, 2)
    }

    /// What stands after the last comma that a blank follows.
    private static func lastPart(of title: String) -> String {
        let parts = title.split(separator: ", ")
        return parts.last.map(String.init) ?? title
    }

    private static func isQuantity(_ word: Substring) -> Bool {
        let first = word.prefix { $0 != " " }
        return ["kg", "ton", "gram", "meter", "km", "hektar", "mwh", "kwh", "gwh", "liter", "kbm"]
            .contains(String(first))
    }
}

extension TitleReading {
    /// The publisher that a description names at its end: "… Källa: SCB." gives "SCB".
    public static func publisher(in description: String) -> String? {
        guard let marker = description.ranges(of: "Källa:").last else { return nil }
        let named = description[marker.upperBound...].drop { $0 == " " }
        let sentence = named.prefix { $0 != "." }
        let trimmed = withSingleBlanks(String(sentence))
        return trimmed.isEmpty || trimmed.count > 100 ? nil : trimmed
    }

    /// Whether a description says that collection goes on all autumn, so that means must wait.
    public static func collectsInAutumn(_ description: String) -> Bool {
        withSingleBlanks(description).lowercased().contains("datainsamling pågår hela hösten")
    }
}
