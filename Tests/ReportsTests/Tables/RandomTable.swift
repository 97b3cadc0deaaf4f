import Glibc
import TestSupport

/// A table written at random as reports print theirs, with what a person who reads it would say.
///
/// Nothing in it comes from a real document: names of few words, some with numbers and small letters at
/// the line's beginning; shares, counts and thousands with every minus sign in use; dashes and empty cells.
struct RandomTable {
    /// How the cells of the table are divided.
    enum Form: CaseIterable {
        case tabs, tabsWrapped, blanks, blanksWrapped, blanksBelowNames

        var isTabbed: Bool { self == .tabs || self == .tabsWrapped }
    }

    let form: Form
    let heads: [String]
    let rows: [(name: String, cells: [String])]
    let text: String
    /// Whether the cells are amounts with blanks between thousands.
    let hasThousands: Bool

    private static let words = [
        "Andel", "barn", "och", "unga", "som", "fått", "stöd", "Hushåll", "med", "bistånd",
        "Hemtjänst", "i", "eget", "boende", "Vuxna", "Team", "öppenvård", "kunder", "nöjda",
        "Insatser", "per",
    ]
    private static let endings = ["13-17 år", "(SoL)", "0-12", "4", "år 2029", "65+", "B2"]
    private static let firsts = ["Utfall", "Mål", "Budget", "Prognos"]

    init(seed: UInt64) {
        var random = SplitMix64(seed: seed)
        let form = Form.allCases.randomElement(using: &random) ?? .tabs
        let columns = Int.random(in: 2...4, using: &random)
        let heads = Self.firsts.shuffled(using: &random).prefix(columns)
            .enumerated().map { "\($1) \(2030 + $0)" }
        let hasThousands = Bool.random(using: &random)
        var names: Set<String> = []
        var rows: [(name: String, cells: [String])] = []
        while rows.count < 5 {
            let name = Self.name(&random)
            guard names.insert(name).inserted else { continue }
            rows.append(
                (name, heads.map { _ in Self.cell(hasThousands, form, &random) }))
        }
        self.form = form
        self.hasThousands = hasThousands
        self.heads = heads
        self.rows = rows
        text = Self.text(form, heads, rows, &random)
    }

    private static func name(_ random: inout SplitMix64) -> String {
        var parts = (0..<Int.random(in: 1...5, using: &random)).map { _ in
            words.randomElement(using: &random) ?? ""
        }
        // No name ends with a word that wants another.
        if let last = parts.last, ["och", "som", "med", "i", "per"].contains(last) {
            parts.append("stöd")
        }
        parts[0] = parts[0].prefix(1).uppercased() + parts[0].dropFirst()
        if Int.random(in: 0..<4, using: &random) == 0 {
            parts.append(endings.randomElement(using: &random) ?? "")
        }
        return parts.joined(separator: " ")
    }

    private static func cell(
        _ hasThousands: Bool, _ form: Form, _ random: inout SplitMix64
    ) -> String {
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return "-"
        case 1 where form.isTabbed: return ""
        case 2: return "0"
        default: break
        }
        let sign = ["", "", "-", "−", "–"].randomElement(using: &random) ?? ""
        guard hasThousands else {
            let whole = Int.random(in: 1...100, using: &random)
            let decimals =
                Bool.random(using: &random) ? ",\(Int.random(in: 1...9, using: &random))" : ""
            return "\(whole)\(decimals)" + (Bool.random(using: &random) ? " %" : "")
        }
        let number = Int.random(in: 1...299_999, using: &random)
        return sign + grouped(number)
    }

    /// A number with a blank between its thousands.
    static func grouped(_ number: Int) -> String {
        guard number > 999 else { return String(number) }
        return grouped(number / 1_000) + " " + String(1_000 + number % 1_000).dropFirst()
    }

    /// What random tables are made from: as many as the environment asks for, or as usual.
    static func seeds(_ usual: UInt64) -> [UInt64] {
        let asked = getenv("RIKTMARKE_RANDOM_TABLES").flatMap { UInt64(String(cString: $0)) }
        return Array(1...(asked ?? usual))
    }

    private static func text(
        _ form: Form, _ heads: [String], _ rows: [(name: String, cells: [String])],
        _ random: inout SplitMix64
    ) -> String {
        let gap = form.isTabbed ? "\t" : " "
        var text = "Om verksamheten\nEn mening med 12 ord och 3 tal.\n\n"
        text += (["Indikatorer"] + heads).joined(separator: gap) + "\n"
        if form == .blanksBelowNames { text += "\n" }
        for row in rows {
            let cells = row.cells.joined(separator: gap)
            switch form {
            case .tabs, .blanks: text += row.name + gap + cells + "\n"
            case .tabsWrapped, .blanksWrapped:
                text += broken(row.name, &random) + gap + cells + "\n"
            case .blanksBelowNames: text += broken(row.name, &random) + "\n\n" + cells + "\n\n"
            }
        }
        return text + "\nSist en mening till.\n"
    }

    /// A name over two lines, broken at one of its blanks.
    private static func broken(_ name: String, _ random: inout SplitMix64) -> String {
        let words = name.split(separator: " ")
        guard words.count > 1 else { return name }
        let place = Int.random(in: 1..<words.count, using: &random)
        return words[..<place].joined(separator: " ") + "\n"
            + words[place...].joined(separator: " ")
    }

    /// The manifest that a person who reads the table would write.
    var manifest: String {
        "tables:\n  - id: t\n    kind: indicators\n    rows: \(rows.count)\n    columns:\n"
            + "      - { header: \"Indikatorer\", role: name }\n"
            + heads.map {
                "      - { header: \"\($0)\", measure: outcome, period: \"\($0.suffix(4))\" }\n"
            }.joined()
    }
}
