/// Brings names to a form in which spellings that mean the same are equal.
public enum NameFolding {
    /// Folds case, blanks of every kind, dashes and quotes; keeps å, ä and ö apart from a and o.
    ///
    /// Composed and decomposed letters are equal already, as Swift compares by canonical equivalence;
    /// the result is composed for the Swedish letters, so that it can be a database key.
    public static func key(_ text: some StringProtocol) -> String { key(String(text)) }

    /// The same of a text that is a `String` already, as nearly all are.
    public static func key(_ text: String) -> String {
        // Bytes below 0xC4 write the characters up to U+00FF, among which no mark joins another.
        text.utf8.allSatisfy { $0 < 0xC4 }
            ? keyOfLatin(text) : keyOfCharacters(text.lowercased())
    }

    /// The key of a text of ASCII and Latin-1 characters, byte by byte: a catalogue is folded whole
    /// for a search by words, and letter by letter that takes thirty milliseconds.
    private static func keyOfLatin(_ text: String) -> String {
        var result: [UInt8] = []
        var pendingBlank = false
        var lead: UInt8?
        for byte in text.utf8 {
            if byte == 0xC2 || byte == 0xC3 {
                lead = byte
                continue
            }
            defer { lead = nil }
            switch (lead, byte) {
            case (nil, 0x09...0x0D), (nil, 0x20), (0xC2, 0x85), (0xC2, 0xA0):
                pendingBlank = !result.isEmpty
                continue
            default: break
            }
            if pendingBlank {
                result.append(0x20)
                pendingBlank = false
            }
            switch (lead, byte) {
            case (nil, 0x41...0x5A): result.append(byte + 0x20)  // A to Z
            case (nil, 0x60), (0xC2, 0xB4): result.append(0x27)  // ` and ´
            case (0xC3, 0x97): result += [0xC3, 0x97]  // ×, amid the capitals
            case (0xC3, 0x80...0x9E): result += [0xC3, byte + 0x20]  // À to Þ
            case (let lead?, _): result += [lead, byte]
            case (nil, _): result.append(byte)
            }
        }
        return String(decoding: result, as: UTF8.self)
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
