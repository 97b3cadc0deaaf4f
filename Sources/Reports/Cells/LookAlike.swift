/// Letters that are set or scanned where another sign was meant.
enum LookAlike {
    /// A sign read as a digit.
    struct Digit {
        var character: Character
        var isGenuine: Bool
        var isForeign = false
    }

    /// Reads a digit, or a letter that looks like one; `nil` for anything else.
    static func digit(_ scalar: Unicode.Scalar) -> Digit? {
        switch scalar {
        case "0"..."9": Digit(character: Character(scalar), isGenuine: true)
        case "I", "l", "|": Digit(character: "1", isGenuine: false)
        case "O", "o": Digit(character: "0", isGenuine: false)
        case "\u{406}", "\u{456}": Digit(character: "1", isGenuine: false, isForeign: true)
        case "\u{41E}", "\u{43E}": Digit(character: "0", isGenuine: false, isForeign: true)
        case "\u{417}": Digit(character: "3", isGenuine: false, isForeign: true)
        default: nil
        }
    }

    /// Whether a word is of letters alone that look like digits: `I` may be the number 1, or a word.
    static func isLetters(_ word: some StringProtocol) -> Bool {
        !word.isEmpty && word.unicodeScalars.allSatisfy { digit($0)?.isGenuine == false }
    }

    /// The Latin letter that a Cyrillic or Greek capital looks like; `nil` for other letters.
    static func latin(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
        switch scalar {
        case "\u{410}", "\u{391}": "A"
        case "\u{412}", "\u{392}": "B"
        case "\u{415}", "\u{395}": "E"
        case "\u{41A}", "\u{39A}": "K"
        case "\u{41C}", "\u{39C}": "M"
        case "\u{41D}", "\u{397}": "H"
        case "\u{41E}", "\u{39F}": "O"
        case "\u{420}", "\u{3A1}": "P"
        case "\u{421}": "C"
        case "\u{422}", "\u{3A4}": "T"
        case "\u{425}", "\u{3A7}": "X"
        case "\u{430}": "a"
        case "\u{435}": "e"
        case "\u{43E}": "o"
        case "\u{440}": "p"
        case "\u{441}": "c"
        case "\u{442}": "t"
        default: nil
        }
    }

    /// A text with every look-alike letter in Latin.
    static func latinised(_ text: some StringProtocol) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(latin(scalar) ?? scalar) }
        return String(view)
    }
}
