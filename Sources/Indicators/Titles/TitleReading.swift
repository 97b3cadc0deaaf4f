/// What an indicator's title says about its measure by its form: catalogues have no fields for it.
///
/// "Insjuknande i stroke, antal/100 000 inv (-2019)" is a rate with the unit "antal/100 000 inv" that
/// ended in 2019. Everything here is derived, never stated by the publisher, and must be marked so where
/// it is kept. Which direction is good is never derived.
public struct TitleReading: Sendable, Hashable {
    /// The title with single blanks, without the last year in brackets at its end.
    public var title: String
    /// The unit, as it stands in a column head: procent, antal, kr/inv; nil when nothing tells.
    public var unit: String?
    /// What kind of number the value is; nil when nothing tells.
    public var valueKind: ValueKind?
    /// The last year that is collected, from "(-2019)" or "(- 2024)" at the end.
    public var discontinuedYear: Int?

    /// The unit that is shown for a title that tells none.
    public static let unknownUnit = "okänd enhet"

    /// Reads a title.
    public init(_ text: String) {
        title = Self.singleBlanks(text)
        discontinuedYear = Self.takeDiscontinuation(&title)
        var measured = title
        if measured.hasSuffix(".") { measured.removeLast() }
        if let unit = Self.codedAnswers(measured.lowercased()) {
            self.unit = unit
            valueKind = unit == "ja/nej" ? .boolean : .index
            return
        }
        let tail = MeasureTail(measured)
        unit = tail.unit
        valueKind = tail.kind
    }

    /// Decimals to print, by the kind of number; two where nothing tells.
    public var decimals: UInt8 {
        switch valueKind {
        case .count, .boolean: 0
        case .amount, .deviation: unit.map { $0.hasPrefix("kr") ? 0 : 1 } ?? 1
        case .share, .ratio, .rate, .mean, .median, .index: 1
        case nil: 2
        }
    }

    /// A text with every run of blanks as one, and none at its ends.
    public static func singleBlanks(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Takes "(-2019)" off the end of a title; a hyphen or a dash, with or without blanks.
    private static func takeDiscontinuation(_ text: inout String) -> Int? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
        let inside = text[text.index(after: open)...].dropLast().filter { $0 != " " }
        guard let dash = inside.first, ["-", "\u{2013}", "\u{2212}"].contains(dash),
            inside.count == 5, let year = Int(inside.dropFirst()), Period.years.contains(year)
        else { return nil }
        let rest = text[..<open].reversed().drop { $0 == " " || $0 == "," }.reversed()
        guard !rest.isEmpty else { return nil }
        text = String(rest)
        return year
    }

    /// The unit of coded answers, such as "(Ja=1, Nej=0)": "ja/nej", or "kod" for other codes.
    private static func codedAnswers(_ lower: String) -> String? {
        guard lower.hasSuffix(")"), let open = lower.lastIndex(of: "(") else { return nil }
        let inside = lower[open...].filter { !$0.isWhitespace && $0 != "(" && $0 != ")" }
        let answers = inside.split { $0 == "," || $0 == "/" }
        guard answers.count >= 2, !inside.hasPrefix("max"),
            answers.allSatisfy({ $0.contains("=") && $0.last?.isNumber == true })
        else { return nil }
        return answers.map(String.init) == ["ja=1", "nej=0"] ? "ja/nej" : "kod"
    }
}
