/// Brings names to a form in which spellings that mean the same are equal.
public enum NameFolding {
    /// Folds case, blanks of every kind, dashes and quotes; keeps å, ä and ö apart from a and o.
    ///
    /// Composed and decomposed letters are equal already, as Swift compares by canonical equivalence;
    /// the result is composed for the Swedish letters, so that it can be a database key.
    public static func key(_ text: some StringProtocol) -> String {
        var result = ""
        var pendingBlank = false
        for character in text.lowercased() {
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
