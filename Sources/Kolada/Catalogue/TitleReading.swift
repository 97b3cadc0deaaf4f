public import Indicators

/// What an indicator's title says about its measure: Kolada has no fields for it.
///
/// Everything here is derived, never stated by Kolada, and must be marked so where it is kept. Which
/// direction is good is never derived.
public struct TitleReading: Sendable, Hashable {
    /// The unit, as it stands in a column head: procent, antal, kr/inv; nil when nothing tells.
    public var unit: String?
    /// What kind of number the value is; nil when nothing tells.
    public var valueKind: ValueKind?
    /// The last year that is collected, from "(-2019)" or "(- 2024)" at the end.
    public var discontinuedYear: Int?

    /// Reads a title.
    public init(_ title: String) {
        var text = Self.singleBlanks(title)
        discontinuedYear = Self.takeDiscontinuation(&text)
        if text.hasSuffix(".") { text.removeLast() }
        let lower = text.lowercased()
        if let unit = Self.codedAnswers(lower) {
            self.unit = unit
            valueKind = unit == "ja/nej" ? .boolean : .index
            return
        }
        let tail = MeasureTail(lower: lower, text: text)
        unit = tail.unit
        valueKind = tail.kind
    }

    /// A text with every run of blanks as one, and none at its ends.
    static func singleBlanks(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    /// Takes "(-2019)" off the end of a title; a hyphen or a dash, with or without blanks.
    private static func takeDiscontinuation(_ text: inout String) -> Int? {
        guard text.hasSuffix(")"), let open = text.lastIndex(of: "(") else { return nil }
        let inside = text[text.index(after: open)...].dropLast().filter { $0 != " " }
        guard let dash = inside.first, ["-", "\u{2013}", "\u{2212}"].contains(dash),
            inside.count == 5, let year = Int(inside.dropFirst()),
            Period.years.contains(year)
        else { return nil }
        text = singleBlanks(String(text[..<open]))
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

/// Unit and kind from the words at the end of a title.
private struct MeasureTail {
    var unit: String?
    var kind: ValueKind?

    init(lower: String, text: String) {
        // "…, kr/inv" and "…, andel (%)": what stands behind the last comma, if anything does.
        let tail = Self.last(lower)
        let written = Self.last(text)
        if lower.contains("procentenhet") {
            (unit, kind) = ("procentenheter", .deviation)
        } else if tail.contains("%") || tail == "procent" || tail.hasPrefix("procent ") {
            (unit, kind) = ("procent", Self.percentKind(lower))
        } else if lower.contains("avvikelse") {
            (unit, kind) = (Self.money(tail) ?? (tail == lower ? nil : written), .deviation)
        } else if let money = Self.money(tail) {
            (unit, kind) = (money, .amount)
        } else if tail.contains("index") || tail.contains("balanstal") {
            (unit, kind) = ("index", .index)
        } else if tail.contains("poäng") {
            (unit, kind) = ("poäng", lower.contains("genomsnitt") ? .mean : .index)
        } else if tail.hasPrefix("antal"), tail.contains("/") {
            (unit, kind) = (written, .rate)
        } else if let time = Self.time(tail) {
            unit = time
            kind = lower.contains("median") ? .median : .mean
        } else if tail == "median" {
            kind = .median
        } else if tail == "genomsnitt" || tail == "medelvärde" || tail.hasPrefix("genomsnitt (") {
            kind = .mean
        } else if tail.hasPrefix("antal") {
            (unit, kind) = ("antal", .count)
        } else if let quantity = Self.quantity(tail, written) {
            (unit, kind) = (quantity, tail.contains("/") ? .ratio : .count)
        }
    }

    private static func last(_ text: String) -> String {
        guard let comma = text.lastIndex(of: ",") else { return text }
        let tail = text[text.index(after: comma)...].drop { $0 == " " }
        return tail.isEmpty ? text : String(tail)
    }

    private static func percentKind(_ lower: String) -> ValueKind {
        if lower.contains("andel") { return .share }
        let movements = ["avvikelse", "förändring", "utveckling", "ökning", "minskning"]
        return movements.contains { lower.contains($0) } ? .deviation : .share
    }

    /// Money, by its unit: kr, tkr, mkr, with what it is divided by.
    private static func money(_ tail: String) -> String? {
        switch tail {
        case "miljoner kronor", "mkr", "mnkr": return "mkr"
        case "tkr", "kr": return tail
        default: return tail.hasPrefix("kr/") || tail.hasPrefix("tkr/") ? tail : nil
        }
    }

    private static func time(_ tail: String) -> String? {
        for word in ["dagar", "timmar", "minuter", "månader", "år"]
        where tail == word || tail.hasPrefix("antal \(word)") || tail.hasPrefix("\(word)/") {
            return tail.hasPrefix("antal ") ? word : tail
        }
        return nil
    }

    /// A measured quantity, by the words that Kolada's titles use.
    private static func quantity(_ tail: String, _ written: String) -> String? {
        let measures = [
            "kg", "gram", "ton", "mwh", "kwh", "gwh", "hektar", "ha", "meter", "km", "kvm", "kbm",
            "liter", "mbit", "mw", "recept",
        ]
        let first = tail.prefix { $0.isLetter }
        return measures.contains(String(first)) && tail.count <= 40 ? written : nil
    }
}
