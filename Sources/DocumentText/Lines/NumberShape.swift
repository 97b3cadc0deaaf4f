/// Tells by its look whether a text is a number; what it is worth is for others to say.
enum NumberShape {
    /// Whether a text is a number, perhaps with its unit, or the dash that stands for none.
    static func isNumber(_ text: some StringProtocol) -> Bool {
        var digits = 0
        var letters = ""
        var dashes = 0
        for scalar in text.unicodeScalars {
            switch scalar {
            case "0"..."9": digits += 1
            case "-", "\u{2010}"..."\u{2015}", "\u{2212}": dashes += 1
            case " ", "\u{A0}", "\u{2007}", "\u{2009}", "\u{202F}", ",", ".", "+", "%", "±", "*",
                "(", ")", "'", "\u{2019}":
                break
            default:
                guard letters.utf8.count < 8 else { return false }
                letters.unicodeScalars.append(scalar)
            }
        }
        guard !letters.isEmpty else { return digits > 0 || dashes == 1 }
        if units.contains(letters.lowercased()) { return digits > 0 }
        // Letters that stand for digits in scanned tables.
        return digits > 0
            && letters.unicodeScalars.allSatisfy { "IlOo".unicodeScalars.contains($0) }
    }

    /// Whether a text is letters alone that stand for digits in scanned tables.
    static func isLookAlike(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.unicodeScalars.allSatisfy { "IlOo|".unicodeScalars.contains($0) }
    }

    /// Whether a text is a group of thousands, as a number that wraps leaves on its second line.
    static func isGroup(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 3 && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    /// Whether a text is a year, as headings are.
    static func isYear(_ text: some StringProtocol) -> Bool {
        text.utf8.count == 4 && (text.hasPrefix("19") || text.hasPrefix("20"))
            && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static let units: Set<String> = [
        "kr", "tkr", "mnkr", "mkr", "st", "dagar", "procent", "ppe",
    ]
}
