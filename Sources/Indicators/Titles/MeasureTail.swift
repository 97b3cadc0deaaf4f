/// Unit and kind from the words at the end of a title, by the wording of Kolada's catalogue of 2026.
struct MeasureTail {
    var unit: String?
    var kind: ValueKind?

    /// What may stand behind the unit and says nothing of it.
    private static let qualifiers: Set<String> = [
        "modellberäknat värde", "senaste mätning på tre år", "ålderstandardiserade värden",
        "ny definition", "gammal definition", "lägeskommun", "hemkommun", "kommunal regi",
        "1 nov fg år",
    ]

    /// Reads a title without its last year.
    init(_ title: String) {
        var title = title
        var tail = Self.last(title)
        while Self.qualifiers.contains(tail.lowercased()), tail.count + 2 < title.count {
            title.removeLast(tail.count + 2)
            tail = Self.last(title)
        }
        read(title.lowercased(), tail: tail.lowercased(), written: tail)
        unit = unit.map(Self.uniform)
    }

    private mutating func read(_ lower: String, tail: String, written: String) {
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
        } else if tail.contains("poäng") || lower.contains("betygspoäng") {
            (unit, kind) = ("poäng", lower.contains("genomsnitt") ? .mean : .index)
        } else if tail.hasPrefix("antal"), tail.contains("/") {
            (unit, kind) = (written, .rate)
        } else if let time = Self.time(tail) {
            (unit, kind) = (time, lower.contains("median") ? .median : .mean)
        } else if tail == "median" {
            (unit, kind) = (Self.time(within: lower), .median)
        } else if tail == "genomsnitt" || tail == "medelvärde" || tail.hasPrefix("genomsnitt (") {
            (unit, kind) = (Self.time(within: lower), .mean)
        } else if tail.hasPrefix("antal") || tail.hasSuffix(" antal svar") {
            (unit, kind) = ("antal", lower.contains("förändring") ? .deviation : .count)
        } else if let quantity = Self.quantity(tail, written) {
            (unit, kind) = (quantity, tail.contains("/") ? .ratio : .count)
        } else if let range = lower.firstRange(of: " kr/") {
            // Some titles lack the comma before the unit.
            (unit, kind) = (String(lower[lower.index(after: range.lowerBound)...]), .amount)
        }
    }

    /// What stands behind the last comma, or all where there is none.
    private static func last(_ text: String) -> String {
        guard let comma = text.lastIndex(of: ",") else { return text }
        let tail = text[text.index(after: comma)...].drop { $0 == " " }
        return tail.isEmpty ? text : String(tail)
    }

    private static func percentKind(_ lower: String) -> ValueKind {
        if lower.contains("avvikelse") || lower.contains("förändring") { return .deviation }
        return lower.contains("soliditet") || lower.contains("skattesats") ? .ratio : .share
    }

    /// Money, by its unit: kr, tkr, mnkr, with what it is divided by.
    private static func money(_ tail: String) -> String? {
        switch tail {
        case "miljoner kronor", "mkr", "mnkr": "mnkr"
        case "tkr", "kr": tail
        default: tail.hasPrefix("kr/") || tail.hasPrefix("tkr/") ? tail : nil
        }
    }

    private static let times = ["dagar", "timmar", "minuter", "månader", "år"]

    /// Time, where it is the tail itself: "dagar", "antal dagar", "timmar/vecka".
    private static func time(_ tail: String) -> String? {
        for word in times
        where tail == word || tail.hasPrefix("antal \(word)") || tail.hasPrefix("\(word)/") {
            return tail.hasPrefix("antal ") ? word : tail
        }
        return nil
    }

    /// Time, where a mean or median ends the title: "Väntetid i antal dagar från …, medelvärde".
    private static func time(within lower: String) -> String? {
        times.first { lower.contains("antal \($0) ") }
    }

    /// A measured quantity, by the words that Kolada's titles use.
    private static func quantity(_ tail: String, _ written: String) -> String? {
        let measures = [
            "kg", "gram", "ton", "mwh", "kwh", "gwh", "hektar", "ha", "meter", "km", "kvm", "kbm",
            "liter", "mbit", "mw", "recept", "kvadratkilometer", "mil",
        ]
        let first = tail.prefix { $0.isLetter }
        return measures.contains(String(first)) && tail.count <= 40 ? written : nil
    }

    /// One spelling for what Kolada spells in several ways.
    private static func uniform(_ unit: String) -> String {
        var unit = unit
        for (spelling, uniform) in [("/1000 ", "/1 000 "), ("invånare", "inv")] {
            if let range = unit.firstRange(of: spelling) {
                unit.replaceSubrange(range, with: uniform)
            }
        }
        return unit
    }
}
