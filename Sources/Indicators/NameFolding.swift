/// Brings names to a form in which spellings that mean the same are equal.
public enum NameFolding {
    /// Folds case, blanks of every kind, dashes and quotes; keeps å, ä and ö apart from a and o.
    ///
    /// Composed and decomposed letters are equal already, as Swift compares by canonical equivalence;
    /// the result is composed for the Swedish letters, so that it can be a database key.
    public static func key(_ text: some StringProtocol) -> String { key(String(text)) }

    /// The same of a text that is a `String` already, as nearly all are.
    public static func key(_ text: String) -> String {
        let lower = text.lowercased()
        // Without combining marks every scalar is a character, and most fold to themselves.
        return lower.unicodeScalars.allSatisfy { $0.value < 0x300 }
            ? keyOfScalars(lower) : keyOfCharacters(lower)
    }

    private static func keyOfScalars(_ lower: String) -> String {
        var result = String.UnicodeScalarView()
        var pendingBlank = false
        for scalar in lower.unicodeScalars {
            switch scalar.value {
            case 0x09...0x0D, 0x20, 0x85, 0xA0:
                pendingBlank = !result.isEmpty
                continue
            default: break
            }
            if pendingBlank {
                result.append(" ")
                pendingBlank = false
            }
            result.append(scalar == "\u{B4}" || scalar == "`" ? "'" : scalar)
        }
        return String(result)
    }

    private static func keyOfCharacters(_ lower: String) -> String {
        var result = ""
        var pendingBlank = false
        for character in lower {
            guard let scalar = character.unicodeScalars.first else { continue }
            if character.isWhitespace || scalar == "\u{FEFF}" || scalar == "\u{200B}" {
                pendingBlank = !result.isEmpty
                continue
            }
            if pendingBlank {
                result += " "
                pendingBlank = false
            }
            result += folded(character)
        }
        return result
    }

    /// Folds å and ä to a, ö to o and é to e besides: the second chance of a search.
    public static func withoutDiacritics(_ text: some StringProtocol) -> String {
        String(
            key(text).map { character -> Character in
                switch character {
                case "å", "ä", "à", "á", "æ": "a"
                case "ö", "ø": "o"
                case "é", "è", "ë", "ê": "e"
                case "ü": "u"
                default: character
                }
            })
    }

    private static func folded(_ character: Character) -> String {
        switch character {
        case "å": "\u{E5}"
        case "ä": "\u{E4}"
        case "ö": "\u{F6}"
        case "é": "\u{E9}"
        case "ü": "\u{FC}"
        case "\u{2010}", "\u{2011}", "\u{2012}", "\u{2013}", "\u{2014}", "\u{2212}": "-"
        case "\u{2018}", "\u{2019}", "\u{00B4}", "`": "'"
        case "\u{201C}", "\u{201D}", "\u{201E}": "\""
        default: String(character)
        }
    }
}
